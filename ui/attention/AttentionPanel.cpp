#include "ui/attention/AttentionPanel.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/shell/MenuButton.h"
#include "ui/client/ShownText.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/ProbePicker.h"
#include "ui/client/EngineClient.h"
#include "ui/shell/Fonts.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
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
      exportButton_(new MenuButton), heatmap_(new HeatmapView), own_(new ElidedLabel), reference_(new ElidedLabel),
      step_(new QLabel), note_(new QLabel), values_(new QCheckBox), largest_(new QCheckBox), copy_(new QAction(this)),
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

    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 0);
    top->addWidget(chooser_, 1);
    top->addWidget(pickButton_);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(6, 0, 6, 2);
    bottom->addWidget(step_);
    bottom->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{colours_, values_, largest_, exportButton_})
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
    column->addWidget(heatmap_, 1);
    column->addLayout(lines);
    column->addLayout(bottom);

    connect(chooser_, &QComboBox::currentIndexChanged, this, &AttentionPanel::showChosen);
    connect(pickButton_, &QToolButton::clicked, this, &AttentionPanel::pickSentences);
    connect(colours_, &QComboBox::currentIndexChanged, this,
            [this] { heatmap_->setColours(static_cast<ColourMap::Scale>(colours_->currentData().toInt())); });
    connect(values_, &QCheckBox::toggled, heatmap_, &HeatmapView::setValuesShown);
    connect(largest_, &QCheckBox::toggled, heatmap_, &HeatmapView::setScaledToLargest);
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
            [this](const TrainingStarted& event) { takeModel(event.model); });
    connect(client_, &EngineClient::trainingFinished, this,
            [this](const TrainingFinished& event) { takeModel(event.model); });
    connect(client_, &EngineClient::modelOpened, this, &AttentionPanel::takeModel);
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
    heatmap_->setEmptyText(emptyText());
    heatmap_->setMap(map);
    own_->setText(map ? tr("The model writes: %1").arg(own) : QString());
    //: The translation that stands in the corpus
    reference_->setText(reference.isEmpty() ? QString()
                                            : tr("Reference, the rows of the picture: %1").arg(reference));
    step_->setText(map ? tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(map->step))) : QString());
    chooser_->setEnabled(chooser_->count() > 0);
    for (QAction* action : {copy_, picture_, numbers_, fit_})
        action->setEnabled(map != nullptr);
    exportButton_->setEnabled(map != nullptr);
}

QString AttentionPanel::emptyText() const {
    if (!client_->corpus() && !client_->hasModel())
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
