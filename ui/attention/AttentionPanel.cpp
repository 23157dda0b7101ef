#include "ui/attention/AttentionPanel.h"

#include "ui/attention/FrameWriter.h"
#include "ui/attention/GoldBox.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/MapMenus.h"
#include "ui/attention/MapPage.h"
#include "ui/attention/ModelName.h"
#include "ui/attention/ProbePicker.h"
#include "ui/attention/SentenceChooser.h"
#include "ui/attention/SentenceLines.h"
#include "ui/attention/Timeline.h"
#include "ui/client/EngineClient.h"
#include "ui/client/ShownText.h"
#include "ui/shell/HelpSection.h"
#include "ui/shell/PassingNote.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace zhuyi {

namespace {
const QString pageKey = QStringLiteral("attention/page");
}

AttentionPanel::AttentionPanel(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), sentences_(new WatchedSentences(client, this)),
      chooser_(new SentenceChooser(sentences_)), pickButton_(new QToolButton),
      menus_(new MapMenus([this] { return view(); })), tabs_(new QTabBar), pages_(new QStackedWidget),
      gold_(new GoldBox), heatmaps_(new HeatmapPage), ribbons_(new RibbonPage), timeline_(new Timeline),
      lines_(new SentenceLines), note_(new PassingNote), frames_(new FrameWriter(this)) {
    setMinimumSize(320, 240);
    makeLayout();
    connectParts();
    const QString kept = QSettings().value(pageKey).toString();
    for (SentencePage* page : std::initializer_list<SentencePage*>{heatmaps_, ribbons_}) {
        addPage(page);
        if (QLatin1String(page->metaObject()->className()) == kept)
            choosePage(page);
    }
    HelpSection::set(ribbons_, QStringLiteral("ribbons"));
    retranslate();
    sentences_->begin();
}

void AttentionPanel::makeLayout() {
    tabs_->setObjectName(QStringLiteral("pages"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setUsesScrollButtons(true);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 0);
    top->addWidget(chooser_, 1);
    top->addWidget(pickButton_);
    top->addWidget(menus_);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(6, 0, 8, 0);
    second->addWidget(tabs_, 1);
    second->addWidget(gold_);
    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(8, 0, 8, 2);
    lines->setSpacing(0);
    lines->addWidget(lines_);
    lines->addWidget(note_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(top);
    column->addLayout(second);
    column->addWidget(pages_, 1);
    column->addWidget(timeline_);
    column->addLayout(lines);
}

void AttentionPanel::connectParts() {
    connect(chooser_, &SentenceChooser::chosen, this, &AttentionPanel::showChosen);
    connect(pickButton_, &QToolButton::clicked, this, &AttentionPanel::pickSentences);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
        pages_->setCurrentIndex(index);
        updatePage();
        if (page()->hasTimeline()) // the others begin with a sentence of the translation box
            QSettings().setValue(pageKey, QLatin1String(page()->metaObject()->className()));
    });
    connect(gold_, &QCheckBox::toggled, this, &AttentionPanel::updateMapStyle);
    connect(menus_, &MapMenus::mapStyleChosen, this, &AttentionPanel::updateMapStyle);
    connect(menus_, &MapMenus::keepChosen, this, &AttentionPanel::keepForComparison);
    connect(menus_, &MapMenus::endChosen, this, &AttentionPanel::endComparison);
    connect(menus_, &MapMenus::differenceChosen, this, &AttentionPanel::showChosen);
    connect(menus_, &MapMenus::framesChosen, this, &AttentionPanel::exportFrames);
    connect(menus_, &MapMenus::animationChosen, this, &AttentionPanel::exportAnimation);
    connect(frames_, &FrameWriter::finished, this, &AttentionPanel::tell);
    connect(timeline_, &Timeline::stepChosen, this, &AttentionPanel::showChosen);
    connect(timeline_, &Timeline::stepChosen, this, &AttentionPanel::momentChosen);
    connect(timeline_, &Timeline::heldChosen, this, [this](std::optional<std::int64_t> step) {
        if (step)
            kept_.reset(); // one comparison at a time
        showChosen();
    });
    for (MapPage* page : std::initializer_list<MapPage*>{heatmaps_, ribbons_})
        connect(page, &MapPage::comparisonEnded, this, &AttentionPanel::endComparison);
    connect(sentences_, &WatchedSentences::sentencesChanged, chooser_, &SentenceChooser::fill);
    connect(sentences_, &WatchedSentences::modelChanged, this, &AttentionPanel::showChosen);
    connect(sentences_, &WatchedSentences::reported, this, [this] {
        if (!chooser_->isOnTranslation())
            showChosen();
    });
    connect(client_, &EngineClient::stateChanged, this, &AttentionPanel::showChosen);
}

// Pages

void AttentionPanel::addPage(SentencePage* page) {
    pages_->addWidget(page);
    if (AttentionView* view = page->view())
        view->addActions(menus_->viewActions()); // its context menu
    connect(page, &SentencePage::told, this, &AttentionPanel::tell);
    connect(page, &SentencePage::pointed, this, [this](int row, int column) {
        if (chooser_->isOnTranslation() && shown_.now.map)
            Q_EMIT pointedInTranslation(row, column);
    });
    const int index = tabs_->addTab(page->title());
    tabs_->setTabToolTip(index, page->explanation());
    updateMapStyle();
}

void AttentionPanel::choosePage(SentencePage* page) {
    tabs_->setCurrentIndex(pages_->indexOf(page));
}

SentencePage* AttentionPanel::page() const {
    return static_cast<SentencePage*>(pages_->currentWidget());
}

AttentionView* AttentionPanel::view() const {
    return page() ? page()->view() : nullptr;
}

HeatmapView* AttentionPanel::heatmap() const {
    return static_cast<HeatmapView*>(heatmaps_->view());
}

HeatmapView* AttentionPanel::keptHeatmap() const {
    return static_cast<HeatmapView*>(heatmaps_->viewBefore());
}

void AttentionPanel::updatePage() {
    if (!page())
        return;
    page()->setSentence(shown_);
    timeline_->setVisible(page()->hasTimeline());
    lines_->setIsOfOwnWords(page()->saysTranslation());
    gold_->setVisible(page()->view() != nullptr);
    MapMenus::State state;
    state.hasMap = view() && shown_.now.map;
    state.canKeep = sentences_->hasReport() || chooser_->translation();
    state.isCompared = shown_.before.has_value();
    state.hasMoments = !timeline_->steps().empty();
    menus_->setState(state);
}

void AttentionPanel::updateMapStyle() {
    MapStyle style = menus_->mapStyle();
    style.gold = gold_->isChecked();
    for (int i = 0; i < pages_->count(); ++i)
        static_cast<SentencePage*>(pages_->widget(i))->setMapStyle(style);
}

void AttentionPanel::pointInTranslation(int row, int column) {
    if (chooser_->isOnTranslation() && page())
        page()->setPointed(row, column);
}

void AttentionPanel::exportPicture() {
    if (AttentionView* shown = view())
        shown->exportPicture();
}

void AttentionPanel::exportNumbers() {
    if (AttentionView* shown = view())
        shown->exportNumbers();
}

void AttentionPanel::exportFrames() {
    if (view() && !timeline_->steps().empty())
        frames_->askFolder([this] { return film(); });
}

void AttentionPanel::exportAnimation() {
    if (view() && !timeline_->steps().empty())
        frames_->askFile([this] { return film(); });
}

Film AttentionPanel::film() const {
    Film film;
    film.history = sentences_->history();
    film.probe = {shown_.source, shown_.reference};
    if (const AttentionView* shown = view()) {
        film.drawing = shown->drawing();
        film.surface = shown->viewport()->size();
        film.draw = shown->pictureMaker();
    }
    return film;
}

void AttentionPanel::tell(const QString& sentence) {
    note_->say(sentence);
}

// The sentence

void AttentionPanel::showTranslation(TranslationPtr translation) {
    chooser_->setTranslation(std::move(translation));
}

void AttentionPanel::setSentences(const std::vector<SentencePair>& sentences) {
    sentences_->setSentences(sentences);
}

void AttentionPanel::pickSentences() {
    auto* picker = new ProbePicker(client_->corpus() ? client_->corpus()->devPairsShown : std::vector<SentencePair>(),
                                   probes().sentences(), sentences_->sourceIsChinese(), this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &ProbePicker::sentencesChosen, this, &AttentionPanel::setSentences);
    picker->open();
}

void AttentionPanel::showChosen() {
    const int row = chooser_->currentIndex();
    shown_ = {};
    if (chooser_->isOnTranslation()) {
        shown_.translation = chooser_->translation();
        shown_.source = shown_.translation->source;
    } else if (row >= 0 && row < sentences_->count()) {
        const Probe probe = sentences_->probe(row);
        shown_.source = probe.source;
        shown_.reference = probe.target;
    }
    const bool wasLive = !timeline_->step();
    {
        const QSignalBlocker blocker(timeline_); // it is asked below
        timeline_->setSteps(shown_.translation || shown_.source.empty()
                                ? std::vector<std::int64_t>()
                                : sentences_->history().steps({shown_.source, shown_.reference}));
    }
    shown_.isLive = !timeline_->step();
    if (shown_.isLive && !wasLive)
        Q_EMIT momentChosen(std::nullopt); // this sentence has no other moments
    shown_.now = mapNow();
    if (shown_.isLive)
        timeline_->setLiveStep(shown_.now.map ? std::optional(shown_.now.map->step) : std::nullopt);
    shown_.before = mapBefore();
    shown_.wantsDifference = menus_->wantsDifference();
    if (kept_)
        shown_.now.title = tr("Now: %1").arg(modelTitle().text());
    else if (shown_.before)
        shown_.now.title = shown_.isLive ? tr("Now") : tr("Chosen moment");
    updatePage();
    lines_->setSentence(shown_, shown_.translation ? shownText(shown_.translation->text) : sentences_->written(row));
    gold_->setSentence(shown_);
}

ShownMap AttentionPanel::mapNow() const {
    ShownMap now;
    if (shown_.translation)
        now.map = shown_.translation->attention;
    else if (timeline_->step())
        now.map = sentences_->history().nearest({shown_.source, shown_.reference}, *timeline_->step());
    else
        now.map = sentences_->map(chooser_->currentIndex());
    now.model = client_->hasModel() ? ModelName::of(client_->model().settings) : QString();
    now.emptyText = emptyText();
    return now;
}

// Comparing

ModelTitle AttentionPanel::modelTitle() const {
    return {client_->model(), sentences_->run()};
}

void AttentionPanel::keepForComparison() {
    KeptMaps kept(modelTitle());
    for (int row = 0; row < sentences_->count(); ++row) {
        const Probe probe = sentences_->probe(row);
        kept.add(probe.source, probe.target, sentences_->map(row));
    }
    if (const TranslationPtr& translation = chooser_->translation())
        kept.add(translation->source, {}, translation->attention);
    if (kept.isEmpty())
        return;
    kept_ = std::move(kept);
    timeline_->hold(std::nullopt); // one comparison at a time
    showChosen();
}

void AttentionPanel::endComparison() {
    kept_.reset();
    timeline_->hold(std::nullopt);
    showChosen();
}

std::optional<ShownMap> AttentionPanel::mapBefore() const {
    ShownMap before;
    if (kept_) {
        before.title = tr("Kept: %1").arg(kept_->model().text());
        before.model = kept_->model().model();
        before.map = kept_->find(shown_.source, shown_.reference);
        before.emptyText = tr("This sentence was not among those that were kept.");
        return before;
    }
    if (!timeline_->held())
        return std::nullopt;
    before.title = tr("Held moment");
    before.model = shown_.now.model;
    before.map = sentences_->history().nearest({shown_.source, shown_.reference}, *timeline_->held());
    return before;
}

void AttentionPanel::showMoment(std::optional<std::int64_t> step) {
    timeline_->showStep(step);
}

// What is said

QString AttentionPanel::emptyText() const {
    if (!client_->corpus() && !client_->hasModel() && client_->task() != Task::OpenCorpus)
        return tr("Open a file of sentence pairs and press Start: here you will see which words the model looks at for "
                  "each word of the translation.");
    if (!client_->hasModel())
        return tr("Press Start: here you will see which words the model looks at for each word of the translation.");
    if (chooser_->count() == 0)
        return tr("Choose sentences to watch, or type one into the translation box.");
    return tr("Waiting for the model to read this sentence.");
}

void AttentionPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AttentionPanel::retranslate() {
    pickButton_->setText(tr("Sentences…"));
    pickButton_->setToolTip(tr("Choose the sentences to watch, or type your own."));
    tabs_->setAccessibleName(tr("Ways to see the attention"));
    for (int i = 0; i < pages_->count(); ++i) {
        const auto* page = static_cast<SentencePage*>(pages_->widget(i));
        tabs_->setTabText(i, page->title());
        tabs_->setTabToolTip(i, page->explanation());
    }
    showChosen();
}

} // namespace zhuyi
