#include "ui/attention/AttentionPanel.h"

#include "ui/attention/CaptionedHeatmap.h"
#include "ui/attention/ElidedLabel.h"
#include "ui/shell/MenuButton.h"
#include "ui/client/ShownText.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/ProbePicker.h"
#include "ui/client/EngineClient.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/Icons.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int noteMilliseconds = 10000;

bool sameSentences(const std::vector<SentencePair>& x, const std::vector<SentencePair>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const SentencePair& a, const SentencePair& b) {
        return a.chinese == b.chinese && a.english == b.english;
    });
}

} // namespace

AttentionPanel::AttentionPanel(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), chooser_(new QComboBox), colours_(new QComboBox), pickButton_(new QToolButton),
      exportButton_(new MenuButton), keepButton_(new QToolButton), endButton_(new QToolButton),
      live_(new CaptionedHeatmap), before_(new CaptionedHeatmap), heatmap_(live_->heatmap()), own_(new ElidedLabel),
      reference_(new ElidedLabel), note_(new QLabel), values_(new QCheckBox), largest_(new QCheckBox),
      gold_(new QCheckBox), copy_(new QAction(this)),
      picture_(new QAction(this)), numbers_(new QAction(this)), fit_(new QAction(this)) {
    setMinimumSize(320, 240);
    for (QWidget* widget : std::initializer_list<QWidget*>{chooser_, own_, reference_})
        widget->setFont(Fonts::withChinese(font()));

    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser_->setMinimumContentsLength(12);
    chooser_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    colours_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const ColourMap::Scale scale : ColourMap::scales())
        colours_->addItem(ColourMap::name(scale), static_cast<int>(scale));
    auto* menu = new QMenu(this);
    menu->addActions({copy_, picture_, numbers_});
    exportButton_->setMenu(menu);
    heatmap_->addActions({copy_, picture_, numbers_, fit_}); // its context menu
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->hide();
    gold_->setObjectName(QStringLiteral("goldBox"));
    keepButton_->setObjectName(QStringLiteral("keepButton"));
    endButton_->setObjectName(QStringLiteral("endComparison"));
    endButton_->setIcon(themedIcon(QStringLiteral("close"), QPalette::WindowText));
    endButton_->setAutoRaise(true);
    before_->addButton(endButton_);
    before_->hide();
    auto* maps = new QHBoxLayout;
    maps->setSpacing(2);
    maps->addWidget(before_, 1);
    maps->addWidget(live_, 1);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 0);
    top->addWidget(chooser_, 1);
    top->addWidget(pickButton_);
    top->addWidget(keepButton_);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(6, 0, 6, 2);
    bottom->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{gold_, values_, largest_, colours_, exportButton_})
        bottom->addWidget(widget);
    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(8, 0, 8, 0);
    lines->setSpacing(0);
    lines->addWidget(own_);
    lines->addWidget(reference_);
    lines->addWidget(note_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(top);
    column->addLayout(maps, 1);
    column->addLayout(lines);
    column->addLayout(bottom);

    connect(chooser_, &QComboBox::currentIndexChanged, this, &AttentionPanel::showChosen);
    connect(pickButton_, &QToolButton::clicked, this, &AttentionPanel::pickSentences);
    connect(keepButton_, &QToolButton::clicked, this, &AttentionPanel::keepForComparison);
    connect(endButton_, &QToolButton::clicked, this, &AttentionPanel::endComparison);
    for (HeatmapView* view : {heatmap_, before_->heatmap()}) {
        connect(colours_, &QComboBox::currentIndexChanged, view, [this, view] {
            view->setColours(static_cast<ColourMap::Scale>(colours_->currentData().toInt()));
        });
        connect(values_, &QCheckBox::toggled, view, &HeatmapView::setValuesShown);
        connect(largest_, &QCheckBox::toggled, view, &HeatmapView::setScaledToLargest);
        connect(gold_, &QCheckBox::toggled, view, &HeatmapView::setGoldShown);
    }
    mirrorPointer(heatmap_, before_->heatmap());
    mirrorPointer(before_->heatmap(), heatmap_);
    connect(copy_, &QAction::triggered, heatmap_, &HeatmapView::copyPicture);
    connect(picture_, &QAction::triggered, heatmap_, &HeatmapView::exportPicture);
    connect(numbers_, &QAction::triggered, heatmap_, &HeatmapView::exportNumbers);
    connect(fit_, &QAction::triggered, heatmap_, &HeatmapView::zoomFit);
    connect(heatmap_, &HeatmapView::exported, this, [this](const QString& sentence) {
        note_->setText(sentence);
        note_->show();
        QTimer::singleShot(noteMilliseconds, note_, &QWidget::hide);
    });
    connect(client_, &EngineClient::corpusOpened, this, &AttentionPanel::takeCorpus);
    connect(client_, &EngineClient::trainingStarted, this,
            [this](const TrainingStarted& event) {
                if (event.model.step == 0 || run_ == 0)
                    ++run_;
                isOpened_ = false;
                takeModel(event.model);
            });
    connect(client_, &EngineClient::trainingFinished, this,
            [this](const TrainingFinished& event) { takeModel(event.model); });
    connect(client_, &EngineClient::modelOpened, this, [this](const ModelSummary& model) {
        isOpened_ = true;
        takeModel(model);
    });
    connect(client_, &EngineClient::probesWatched, this, &AttentionPanel::takeReport);
    connect(client_, &EngineClient::stateChanged, this, &AttentionPanel::showChosen);

    retranslate();
    if (client_->corpus())
        takeCorpus(client_->corpus());
    if (client_->hasModel())
        takeModel(client_->model());
}

// What comes from the engine

void AttentionPanel::takeCorpus(const std::shared_ptr<const CorpusSummary>& corpus) {
    if (!client_->hasModel())
        sourceIsChinese_ = corpus->settings.sourceIsChinese();
    // Training may tokenise the same corpus anew: what the user chose of it stays.
    if (corpus->path != corpusPath_ || probes_.sentences().empty()) {
        corpusPath_ = corpus->path;
        probes_.chooseFrom(*corpus, sourceIsChinese_);
    }
    watch();
}

void AttentionPanel::takeModel(const ModelSummary& model) {
    sourceIsChinese_ = model.settings.sourceIsChinese();
    watch();
    updateTitles();
}

void AttentionPanel::takeReport(const ProbeReport& report) {
    if (report.id != watchedId_ || report.maps.size() != watched_.size())
        return; // of sentences that were watched before
    report_ = report;
    if (chooser_->currentIndex() != translationRow())
        showChosen();
}

void AttentionPanel::watch() {
    std::vector<SentencePair> sentences = probes_.watchable(sourceIsChinese_);
    WatchProbes command;
    for (const SentencePair& pair : sentences)
        command.probes.push_back(
            {ProbeList::source(pair, sourceIsChinese_), ProbeList::target(pair, sourceIsChinese_)});
    const bool same = sameSentences(sentences, watched_) && sourceIsChinese_ == watchedFromChinese_;
    if (!same) {
        watched_ = std::move(sentences);
        watchedFromChinese_ = sourceIsChinese_;
        ++watchedId_;
        report_.reset();
        fillChooser();
    }
    command.id = watchedId_;
    client_->post(command);
}

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
    probes_.setSentences(sentences);
    watch();
}

void AttentionPanel::pickSentences() {
    auto* picker = new ProbePicker(client_->corpus() ? client_->corpus()->devPairsShown : std::vector<SentencePair>(),
                                   probes_.sentences(), sourceIsChinese_, this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &ProbePicker::sentencesChosen, this, &AttentionPanel::setSentences);
    picker->open();
}

// Comparing

KeptMaps::Moment AttentionPanel::moment() const {
    const ModelSummary& model = client_->model();
    KeptMaps::Moment moment;
    moment.file = QFileInfo(QString::fromStdString(model.path)).fileName();
    moment.run = isOpened_ ? 0 : run_;
    moment.guided = model.settings.guided_attention;
    moment.step = heatmap_->map() ? heatmap_->map()->step : model.step;
    return moment;
}

QString AttentionPanel::momentText(const KeptMaps::Moment& moment) {
    const QString guided = moment.guided > 0 ? tr("guided attention") : tr("attention unguided");
    const QString model = moment.run > 0           ? tr("Run %1").arg(moment.run)
                          : moment.file.isEmpty() ? tr("Opened model")
                                                  : moment.file;
    return model + QStringLiteral(" · ") + guided;
}

void AttentionPanel::keepForComparison() {
    KeptMaps kept(moment());
    if (report_)
        for (std::size_t i = 0; i < watched_.size(); ++i)
            kept.add(ProbeList::source(watched_[i], sourceIsChinese_), ProbeList::target(watched_[i], sourceIsChinese_),
                     report_->maps[i]);
    if (translation_)
        kept.add(translation_->source, {}, translation_->attention);
    if (kept.isEmpty())
        return;
    kept_ = std::move(kept);
    showKept();
}

void AttentionPanel::endComparison() {
    kept_.reset();
    showKept();
}

void AttentionPanel::showKept() {
    before_->setVisible(kept_.has_value());
    updateTitles();
    if (!kept_)
        return;
    const int row = chooser_->currentIndex();
    AttentionMapPtr map;
    if (translation_ && row == translationRow()) {
        map = kept_->find(translation_->source, {});
    } else if (row >= 0 && row < static_cast<int>(watched_.size())) {
        const SentencePair& pair = watched_[static_cast<std::size_t>(row)];
        map = kept_->find(ProbeList::source(pair, sourceIsChinese_), ProbeList::target(pair, sourceIsChinese_));
    }
    before_->show(map, tr("This sentence was not among those that were kept."));
}

void AttentionPanel::updateTitles() {
    live_->setTitle(kept_ ? tr("Now: %1").arg(momentText(moment())) : QString());
    before_->setTitle(kept_ ? tr("Kept: %1").arg(momentText(kept_->moment())) : QString());
}

void AttentionPanel::mirrorPointer(HeatmapView* from, HeatmapView* to) {
    connect(from, &HeatmapView::pointed, to, [from, to](int row, int column) {
        const AttentionMapPtr a = from->map(), b = to->map();
        if (a && b && a->sourceTokens == b->sourceTokens && a->targetTokens == b->targetTokens)
            to->setPointed(row, column);
    });
}

HeatmapView* AttentionPanel::heatmap() const {
    return heatmap_;
}

HeatmapView* AttentionPanel::keptHeatmap() const {
    return kept_ ? before_->heatmap() : nullptr;
}

// What is seen

void AttentionPanel::fillChooser() {
    const int row = chooser_->currentIndex();
    const bool onTranslation = row >= 0 && row == chooser_->findData(true);
    const QString before = chooser_->currentText();
    {
        const QSignalBlocker blocker(chooser_);
        chooser_->clear();
        for (const SentencePair& pair : watched_)
            chooser_->addItem(QString::fromStdString(ProbeList::source(pair, sourceIsChinese_)), false);
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
    AttentionMapPtr map;
    QString own, reference;
    if (translation_ && row == translationRow()) {
        map = translation_->attention;
        own = shownText(translation_->text);
    } else if (row >= 0 && report_) {
        const auto index = static_cast<std::size_t>(row);
        map = report_->maps[index];
        if (index < report_->translations.size())
            own = shownText(report_->translations[index]);
    }
    if (row >= 0 && row < static_cast<int>(watched_.size()))
        reference =
            QString::fromStdString(ProbeList::target(watched_[static_cast<std::size_t>(row)], sourceIsChinese_));
    live_->show(map, emptyText());
    showKept();
    updateGold();
    own_->setText(map ? tr("The model writes: %1").arg(own) : QString());
    //: The translation that stands in the corpus
    reference_->setText(reference.isEmpty() ? QString()
                                            : tr("Reference, the rows of the picture: %1").arg(reference));
    keepButton_->setEnabled(report_ || translation_);
    chooser_->setEnabled(chooser_->count() > 0);
    for (QAction* action : {copy_, picture_, numbers_, fit_})
        action->setEnabled(map != nullptr);
    exportButton_->setEnabled(map != nullptr);
}

void AttentionPanel::updateGold() {
    const AttentionMapPtr kept = kept_ ? before_->heatmap()->map() : nullptr;
    const auto known = [](const AttentionMapPtr& map) { return map && map->gold.has_value(); };
    gold_->setEnabled(known(heatmap_->map()) || known(kept));
    gold_->setToolTip(
        gold_->isEnabled()
            ? tr("Outline the cells where the true alignment lies: solid where it is sure, dashed where it is possible.")
            : heatmap_->map()
                ? tr("The true alignment of this sentence is not known. It is for the sentences of the built-in corpus, and "
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
    colours_->setAccessibleName(tr("Colours"));
    colours_->setToolTip(tr("Colours of the heatmap"));
    for (int i = 0; i < colours_->count(); ++i)
        colours_->setItemText(i, ColourMap::name(static_cast<ColourMap::Scale>(colours_->itemData(i).toInt())));
    //: Check box: outline the true ("gold") alignment
    gold_->setText(tr("Gold"));
    keepButton_->setText(tr("Keep for comparison"));
    keepButton_->setToolTip(tr("Keep these heatmaps, of all the sentences, and show them beside those of what you train or "
                               "open next: with and without guided attention, for instance."));
    endButton_->setToolTip(tr("End the comparison."));
    endButton_->setAccessibleName(tr("End the comparison."));
    before_->heatmap()->setAccessibleName(tr("Attention heatmap that was kept"));
    values_->setText(tr("Values"));
    values_->setToolTip(tr("Write the weights into the cells where they are large enough."));
    //: The strongest colour stands for the largest weight instead of 1
    largest_->setText(tr("Scale to maximum"));
    largest_->setToolTip(tr("Let the strongest colour stand for the largest weight rather than for 1."));
    exportButton_->setText(tr("Export"));
    exportButton_->setToolTip(tr("Copy the heatmap or write it to a file."));
    copy_->setText(tr("Copy picture"));
    picture_->setText(tr("Picture (PNG, SVG, PDF)…"));
    numbers_->setText(tr("Numbers (CSV)…"));
    fit_->setText(tr("Fit to the panel"));
    heatmap_->setAccessibleName(tr("Attention heatmap"));
    fillChooser();
}

} // namespace zhuyi
