#include "ui/dataset/CorpusPanel.h"

#include "ui/client/CorpusName.h"
#include "ui/client/EngineClient.h"
#include "ui/dataset/AlignmentFile.h"
#include "ui/dataset/LengthHistogram.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Icons.h"
#include "ui/shell/RecentLinks.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zhuyi {

namespace {

QString percent(double share) {
    return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %");
}

} // namespace

CorpusPanel::CorpusPanel(EngineClient* client, QWidget* parent) : QWidget(parent), client_(client) {
    pages_ = new QStackedWidget;
    pages_->addWidget(makeStartPage());
    pages_->addWidget(makeSummaryPage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);
    connect(client_, &EngineClient::corpusOpened, this, [this] { refresh(); });
    connect(client_, &EngineClient::stateChanged, this, &CorpusPanel::updateButtons);
    retranslate();
}

QWidget* CorpusPanel::makeStartPage() {
    invitation_ = new QLabel;
    QFont large = invitation_->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    invitation_->setFont(large);
    open_ = new QPushButton;
    open_->setObjectName(QStringLiteral("openCorpus"));
    open_->setDefault(true);
    open_->setIconSize({20, 20});
    connect(open_, &QPushButton::clicked, this, &CorpusPanel::openRequested);
    format_ = new QLabel;
    dropHint_ = new QLabel;
    dropHint_->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {invitation_, format_, dropHint_}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->setSpacing(14);
    layout->addStretch();
    layout->addWidget(invitation_);
    layout->addWidget(open_, 0, Qt::AlignHCenter);
    layout->addWidget(dropHint_);
    layout->addWidget(format_);
    layout->addStretch();
    return page;
}

QWidget* CorpusPanel::makeSummaryPage() {
    title_ = new QLabel;
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setTextFormat(Qt::PlainText);
    about_ = new QLabel;
    about_->setObjectName(QStringLiteral("aboutCorpus"));
    about_->setWordWrap(true);
    facts_ = new QFormLayout;
    facts_->setVerticalSpacing(3);
    facts_->setHorizontalSpacing(14);
    facts_->setLabelAlignment(Qt::AlignLeft);
    histogram_ = new LengthHistogram;
    examplesTitle_ = new QLabel;
    examplesTitle_->setFont(bold);
    examples_ = new QTreeWidget;
    examples_->setRootIsDecorated(false);
    examples_->setAlternatingRowColors(true);
    examples_->setUniformRowHeights(true);
    examples_->setSelectionMode(QAbstractItemView::NoSelection);
    examples_->setColumnCount(3);
    examples_->setMinimumHeight(80);
    examples_->header()->setSectionResizeMode(QHeaderView::Stretch);
    examples_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    openOwn_ = new QPushButton;
    openOwn_->setObjectName(QStringLiteral("openOwn"));
    giveAlignments_ = new QPushButton;
    giveAlignments_->setObjectName(QStringLiteral("giveAlignments"));
    dropAlignments_ = new QPushButton;
    dropAlignments_->setObjectName(QStringLiteral("dropAlignments"));
    connect(openOwn_, &QPushButton::clicked, this, &CorpusPanel::openRequested);
    connect(giveAlignments_, &QPushButton::clicked, this, &CorpusPanel::alignmentsRequested);
    connect(dropAlignments_, &QPushButton::clicked, this, &CorpusPanel::alignmentsDropped);
    recent_ = new RecentLinks;
    recent_->setObjectName(QStringLiteral("recentFiles"));
    connect(recent_, &RecentLinks::chosen, this, &CorpusPanel::fileRequested);
    auto* head = new QHBoxLayout;
    head->addWidget(title_, 1);
    for (QPushButton* button : {openOwn_, giveAlignments_, dropAlignments_})
        head->addWidget(button);

    auto* inside = new QWidget;
    auto* upper = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->addLayout(facts_);
    left->addStretch();
    upper->addLayout(left);
    upper->addSpacing(12);
    upper->addWidget(histogram_, 1);
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addLayout(head);
    layout->addWidget(about_);
    layout->addWidget(recent_);
    layout->addLayout(upper, 1);
    layout->addWidget(examplesTitle_);
    layout->addWidget(examples_, 1);
    auto* page = new QScrollArea;
    page->setWidget(inside);
    page->setWidgetResizable(true);
    page->setFrameShape(QFrame::NoFrame);
    page->setFocusPolicy(Qt::NoFocus);
    return page;
}

void CorpusPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        updateButtons();
    QWidget::changeEvent(event);
}

void CorpusPanel::retranslate() {
    open_->setText(tr("Open a file…"));
    dropHint_->setText(tr("or drop one anywhere on this window"));
    format_->setText(tr("One pair a line: a sentence, a tab, its translation. UTF-8 text, either language first."));
    openOwn_->setText(tr("Open a file of your own…"));
    openOwn_->setToolTip(tr("Chinese–English sentence pairs, one a line, a tab between the two sides"));
    giveAlignments_->setText(tr("Gold alignments…"));
    giveAlignments_->setToolTip(
        tr("Open a file that says which words truly translate each other: the attention is then measured against it."));
    dropAlignments_->setText(tr("Leave alignments out"));
    dropAlignments_->setToolTip(tr("Open the corpus again without its alignments."));
    examplesTitle_->setText(tr("Examples"));
    examples_->setHeaderLabels({tr("Line"), tr("Chinese"), tr("English")});
    examples_->setAccessibleName(tr("Examples"));
    histogram_->setAccessibleName(tr("Sentence lengths"));
    updateButtons();
    refresh();
}

void CorpusPanel::addFact(const QString& name, const QString& value, const QString& toolTip) {
    auto* label = new QLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* text = new QLabel(value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setToolTip(toolTip);
    facts_->addRow(label, text);
}

void CorpusPanel::refresh() {
    const auto corpus = client_->corpus();
    pages_->setCurrentIndex(corpus ? 1 : 0);
    if (!corpus)
        return;
    title_->setText(corpusName(*corpus));
    title_->setToolTip(QDir::toNativeSeparators(QString::fromStdString(corpus->path)));
    about_->setVisible(corpus->builtIn);
    about_->setText(tr("%L1 pairs that a grammar derives for both languages at once, so that it is known which word "
                       "translates which. Press Start to train on them, or open a file of your own.")
                        .arg(corpus->pairs));

    while (facts_->rowCount() > 0)
        facts_->removeRow(0);
    addFact(tr("Pairs"),
            corpus->builtIn ? QLocale().toString(static_cast<qlonglong>(corpus->pairs))
                            : tr("%L1 of %L2 lines").arg(corpus->pairs).arg(corpus->lines),
            tr("Ready in %1 s").arg(QLocale().toString(corpus->seconds, 'f', 1)));
    const std::pair<DropReason, QString> reasons[] = {{DropReason::Duplicate, tr("Repeated")},
                                                      {DropReason::TooLong, tr("Too long")},
                                                      {DropReason::EmptySide, tr("One side empty")},
                                                      {DropReason::Malformed, tr("Without a tab")},
                                                      {DropReason::InvalidUtf8, tr("Not UTF-8")}};
    for (const auto& [reason, name] : reasons) {
        const auto dropped = corpus->dropped.find(reason);
        if (dropped == corpus->dropped.end() || dropped->second == 0)
            continue;
        const auto line = corpus->firstDroppedLine.find(reason);
        addFact(name, line == corpus->firstDroppedLine.end()
                          ? tr("%L1 left out").arg(dropped->second)
                          : tr("%L1 left out, first in line %L2").arg(dropped->second).arg(line->second));
    }
    addAlignments(*corpus);
    addFact(tr("Training"), tr("%L1 pairs").arg(corpus->trainPairs));
    addFact(tr("Validation"), tr("%L1 pairs").arg(corpus->devPairs));
    addFact(tr("Test"), tr("%L1 pairs").arg(corpus->testPairs));
    const auto vocabulary = [](std::int64_t size, double unknown) {
        return tr("%L1 tokens, %2 of the text unknown").arg(size).arg(percent(unknown));
    };
    addFact(tr("Chinese vocabulary"), vocabulary(corpus->chineseVocabulary, corpus->chineseUnknown));
    addFact(tr("English vocabulary"), vocabulary(corpus->englishVocabulary, corpus->englishUnknown));

    histogram_->setLengths(corpus->chineseLengths, corpus->englishLengths);
    examples_->clear();
    for (const SentencePair& pair : corpus->examples) {
        auto* item = new QTreeWidgetItem({QLocale().toString(static_cast<qlonglong>(pair.line)),
                                          QString::fromStdString(pair.chinese), QString::fromStdString(pair.english)});
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(1, item->text(1));
        item->setToolTip(2, item->text(2));
        examples_->addTopLevelItem(item);
    }
    examples_->setColumnHidden(0, corpus->builtIn); // there is no file to look the line up in
    updateButtons();
}

void CorpusPanel::addAlignments(const CorpusSummary& corpus) {
    const QString name = tr("True alignments");
    const QString meaning =
        tr("Which word translates which, as people or a grammar say: the attention is measured against it.");
    if (corpus.alignedPairs == 0) {
        addFact(name, tr("not known"), meaning);
        return;
    }
    QString value = corpus.alignedPairs == corpus.pairs ? tr("known for all pairs")
                                                        : tr("known for %L1 pairs").arg(corpus.alignedPairs);
    const OpenCorpus& opened = client_->opened();
    if (!opened.alignmentsPath.empty()) {
        const QString path = QString::fromStdString(opened.alignmentsPath);
        const bool beside = AlignmentFile::beside(QString::fromStdString(corpus.path)) == path;
        value += QLatin1Char('\n') +
                 (beside ? tr("from %1, found beside the corpus") : tr("from %1")).arg(QFileInfo(path).fileName());
        value += QLatin1Char('\n') + (opened.oneBased ? tr("words counted from 1") : tr("words counted from 0"));
    }
    addFact(name, value, meaning);
}

void CorpusPanel::setRecentFiles(const QStringList& paths) {
    recentFiles_ = paths;
    updateButtons();
}

void CorpusPanel::updateButtons() {
    const Task task = client_->task();
    const auto corpus = client_->corpus();
    // While a corpus is on its way, Start is what stands out.
    const bool opening = task == Task::OpenCorpus;
    invitation_->setText(opening && client_->opening().builtIn
                             ? tr("A corpus to begin with is being made. Or open your own.")
                             : tr("Open a file of Chinese–English sentence pairs"));
    open_->setStyleSheet(opening ? QString() : accentStyle());
    open_->setIcon(themedIcon(QStringLiteral("open"), opening ? QPalette::ButtonText : QPalette::HighlightedText));
    const bool mayOpen = task == Task::None || task == Task::OpenCorpus;
    for (QWidget* widget : std::initializer_list<QWidget*>{open_, openOwn_, recent_})
        widget->setEnabled(mayOpen);
    const bool own = corpus && !corpus->builtIn;
    openOwn_->setVisible(!own);
    giveAlignments_->setVisible(own && corpus->alignedPairs == 0);
    dropAlignments_->setVisible(own && corpus->alignedPairs > 0);
    for (QWidget* widget : {giveAlignments_, dropAlignments_})
        widget->setEnabled(task == Task::None);
    recent_->setFiles(recentFiles_, corpus ? QString::fromStdString(corpus->path) : QString());
}

} // namespace zhuyi
