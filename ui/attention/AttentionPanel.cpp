#include "ui/attention/AttentionPanel.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/attention/FrameWriter.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/MapMenus.h"
#include "ui/attention/MapPage.h"
#include "ui/attention/ModelName.h"
#include "ui/attention/ProbePicker.h"
#include "ui/attention/Timeline.h"
#include "ui/client/EngineClient.h"
#include "ui/client/ShownText.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/HelpSection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace zhuyi {

namespace {

constexpr int noteMilliseconds = 10000;

} // namespace

AttentionPanel::AttentionPanel(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), sentences_(new WatchedSentences(client, this)), chooser_(new QComboBox),
      pickButton_(new QToolButton), menus_(new MapMenus([this] { return view(); })), tabs_(new QTabBar),
      pages_(new QStackedWidget), gold_(new QCheckBox), heatmaps_(new HeatmapPage), ribbons_(new RibbonPage),
      timeline_(new Timeline), own_(new ElidedLabel), reference_(new ElidedLabel), note_(new QLabel), frames_(new FrameWriter(this)) {
    setMinimumSize(320, 240);
    for (QWidget* widget : std::initializer_list<QWidget*>{chooser_, own_, reference_})
        widget->setFont(Fonts::withChinese(font()));
    makeLayout();
    connectParts();
    addPage(heatmaps_);
    addPage(ribbons_);
    HelpSection::set(ribbons_, QStringLiteral("ribbons"));
    retranslate();
    sentences_->begin();
}

void AttentionPanel::makeLayout() {
    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser_->setMinimumContentsLength(8);
    chooser_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->hide();
    gold_->setObjectName(QStringLiteral("goldBox"));
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
    lines->addWidget(own_);
    lines->addWidget(reference_);
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
    connect(chooser_, &QComboBox::currentIndexChanged, this, &AttentionPanel::showChosen);
    connect(pickButton_, &QToolButton::clicked, this, &AttentionPanel::pickSentences);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
        pages_->setCurrentIndex(index);
        updatePage();
    });
    connect(gold_, &QCheckBox::toggled, this, &AttentionPanel::updateMapStyle);
    connect(menus_, &MapMenus::mapStyleChosen, this, &AttentionPanel::updateMapStyle);
    connect(menus_, &MapMenus::keepChosen, this, &AttentionPanel::keepForComparison);
    connect(menus_, &MapMenus::endChosen, this, &AttentionPanel::endComparison);
    connect(menus_, &MapMenus::differenceChosen, this, &AttentionPanel::showChosen);
    connect(menus_, &MapMenus::framesChosen, this, &AttentionPanel::exportFrames);
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
    connect(sentences_, &WatchedSentences::sentencesChanged, this, &AttentionPanel::fillChooser);
    connect(sentences_, &WatchedSentences::modelChanged, this, &AttentionPanel::showChosen);
    connect(sentences_, &WatchedSentences::reported, this, [this] {
        if (!isOnTranslation())
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
        if (isOnTranslation() && shown_.now.map)
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
    gold_->setVisible(page()->view() != nullptr);
    MapMenus::State state;
    state.hasMap = view() && shown_.now.map;
    state.canKeep = sentences_->hasReport() || translation_;
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
    if (isOnTranslation() && page())
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
    if (!view() || timeline_->steps().empty())
        return;
    frames_->ask([this] {
        Film film;
        film.history = sentences_->history();
        film.probe = {shown_.source, shown_.reference};
        if (const AttentionView* shown = view()) {
            film.drawing = shown->drawing();
            film.surface = shown->viewport()->size();
            film.draw = shown->pictureMaker();
        }
        return film;
    });
}

void AttentionPanel::tell(const QString& sentence) {
    note_->setText(sentence);
    note_->show();
    QTimer::singleShot(noteMilliseconds, note_, &QWidget::hide);
}

// The sentence

void AttentionPanel::showTranslation(TranslationPtr translation) {
    // While the model trains, the box asks again for the same text; only something new draws the eye here.
    const bool fresh = translation && (!translation_ || translation->source != translation_->source);
    const bool had = translation_ != nullptr;
    translation_ = std::move(translation);
    if (fresh || had != (translation_ != nullptr))
        fillChooser();
    if (fresh)
        chooser_->setCurrentIndex(translationRow());
    showChosen();
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

bool AttentionPanel::isOnTranslation() const {
    return translation_ && chooser_->currentIndex() == translationRow();
}

void AttentionPanel::fillChooser() {
    const int row = chooser_->currentIndex();
    const bool onTranslation = row >= 0 && row == chooser_->findData(true);
    const QString before = chooser_->currentText();
    {
        const QSignalBlocker blocker(chooser_);
        chooser_->clear();
        for (int row = 0; row < sentences_->count(); ++row)
            chooser_->addItem(QString::fromStdString(sentences_->probe(row).source), false);
        if (translation_)
            chooser_->addItem(tr("Translation box: %1").arg(QString::fromStdString(translation_->source).simplified()),
                              true);
        const int same = onTranslation ? translationRow() : chooser_->findText(before);
        chooser_->setCurrentIndex(same >= 0 ? same : chooser_->count() > 0 ? 0 : -1);
    }
    showChosen();
}

void AttentionPanel::showChosen() {
    const int row = chooser_->currentIndex();
    shown_ = {};
    if (isOnTranslation()) {
        shown_.source = translation_->source;
        shown_.translation = translation_;
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
    shown_.before = mapBefore();
    shown_.wantsDifference = menus_->wantsDifference();
    if (kept_)
        shown_.now.title = tr("Now: %1").arg(momentText(moment()));
    else if (shown_.before)
        shown_.now.title = shown_.isLive ? tr("Now") : tr("Chosen moment");
    updatePage();
    updateLines();
    updateGold();
    chooser_->setEnabled(chooser_->count() > 0);
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

KeptMaps::Moment AttentionPanel::moment() const {
    const ModelSummary& model = client_->model();
    KeptMaps::Moment moment;
    moment.file = QFileInfo(QString::fromStdString(model.path)).fileName();
    moment.run = sentences_->run();
    moment.guided = model.settings.guided_attention;
    moment.model = ModelName::of(model.settings);
    moment.step = shown_.now.map ? shown_.now.map->step : model.step;
    return moment;
}

QString AttentionPanel::momentText(const KeptMaps::Moment& moment) {
    const QString guided = moment.guided > 0 ? tr("guided attention") : tr("attention unguided");
    const QString model = moment.run > 0          ? tr("Run %1").arg(moment.run)
                          : moment.file.isEmpty() ? tr("Opened model")
                                                  : moment.file;
    return model + QStringLiteral(" · ") + guided;
}

void AttentionPanel::keepForComparison() {
    KeptMaps kept(moment());
    for (int row = 0; row < sentences_->count(); ++row) {
        const Probe probe = sentences_->probe(row);
        kept.add(probe.source, probe.target, sentences_->map(row));
    }
    if (translation_)
        kept.add(translation_->source, {}, translation_->attention);
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
        before.title = tr("Kept: %1").arg(momentText(kept_->moment()));
        before.model = kept_->moment().model;
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

void AttentionPanel::updateLines() {
    const QString own =
        shown_.translation ? shownText(shown_.translation->text) : sentences_->written(chooser_->currentIndex());
    own_->setText(shown_.now.map && shown_.isLive ? tr("The model writes: %1").arg(own) : QString());
    //: The translation that stands in the corpus
    reference_->setText(
        shown_.reference.empty()
            ? QString()
            : tr("Reference, the rows of the picture: %1").arg(QString::fromStdString(shown_.reference)));
}

void AttentionPanel::updateGold() {
    const auto known = [](const AttentionMapPtr& map) { return map && map->gold.has_value(); };
    gold_->setEnabled(known(shown_.now.map) || (shown_.before && known(shown_.before->map)));
    gold_->setToolTip(gold_->isEnabled() ? tr("Outline the cells where the true alignment lies: solid where it is "
                                              "sure, dashed where it is possible.")
                      : shown_.now.map
                          ? tr("The true alignment of this sentence is not known. It is for the sentences of the "
                               "built-in corpus, and "
                               "for those of a corpus with gold alignments.")
                          : tr("Outlines the cells where the true alignment lies, once there is a heatmap."));
}

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
    chooser_->setAccessibleName(tr("Sentence"));
    chooser_->setToolTip(tr("The sentence whose attention is shown."));
    tabs_->setAccessibleName(tr("Ways to see the attention"));
    for (int i = 0; i < pages_->count(); ++i) {
        const auto* page = static_cast<SentencePage*>(pages_->widget(i));
        tabs_->setTabText(i, page->title());
        tabs_->setTabToolTip(i, page->explanation());
    }
    //: Check box: outline the true ("gold") alignment
    gold_->setText(tr("Gold"));
    fillChooser();
}

} // namespace zhuyi
