#include "ui/shell/WelcomePanel.h"

#include "ui/client/CorpusName.h"
#include "ui/client/EngineClient.h"
#include "ui/shell/Actions.h"
#include "ui/shell/LinkLabel.h"
#include "ui/shell/Opener.h"
#include "ui/shell/RecentLinks.h"
#include "ui/shell/StartButton.h"
#include "ui/shell/ThemedPicture.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zhuyi {

namespace {

constexpr int widestColumn = 620;

QLabel* centredLabel() {
    auto* label = new QLabel;
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePanel::WelcomePanel(EngineClient* client, Actions* actions, RunControl* run, Opener* opener, QWidget* parent)
    : QWidget(parent), client_(client), opener_(opener), title_(centredLabel()), sentence_(centredLabel()),
      note_(centredLabel()), help_(new LinkLabel), recent_(new RecentLinks), openOwn_(new QPushButton),
      openModel_(new QPushButton) {
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    title_->setFont(large);
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->setObjectName(QStringLiteral("startNote"));
    recent_->setAlignment(Qt::AlignHCenter);
    help_->setAlignment(Qt::AlignHCenter);
    help_->setOpenExternalLinks(true);
    auto* start = new StartButton(actions, run);
    start->setObjectName(QStringLiteral("welcomeStart"));
    openOwn_->setObjectName(QStringLiteral("welcomeOpen"));
    openModel_->setObjectName(QStringLiteral("welcomeModel"));

    auto* files = new QHBoxLayout;
    files->addStretch();
    files->addWidget(openOwn_);
    files->addWidget(openModel_);
    files->addStretch();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 6, 24, 6);
    column->setSpacing(7);
    column->addStretch();
    column->addWidget(title_);
    column->addWidget(sentence_);
    column->addWidget(new ThemedPicture(QStringLiteral("crossing.svg")), 1);
    column->addWidget(start, 0, Qt::AlignHCenter);
    column->addWidget(note_);
    column->addLayout(files);
    column->addWidget(recent_);
    column->addWidget(help_);
    column->addStretch();
    page->setMaximumWidth(widestColumn);
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setAlignment(Qt::AlignCenter);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);

    connect(openOwn_, &QPushButton::clicked, opener_, &Opener::askFile);
    connect(openModel_, &QPushButton::clicked, opener_, &Opener::askModel);
    connect(recent_, &RecentLinks::chosen, opener_, &Opener::openFile);
    connect(opener_, &Opener::recentChanged, this, &WelcomePanel::refresh);
    connect(client_, &EngineClient::stateChanged, this, &WelcomePanel::refresh);
    retranslate();
}

void WelcomePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePanel::retranslate() {
    title_->setText(tr("Watch a model learn to pay attention"));
    sentence_->setText(
        tr("A small network learns to translate between Chinese and English, here on your computer. For each "
           "word that it writes you see which words it looked at."));
    openOwn_->setText(tr("Open your own sentence pairs…"));
    openModel_->setText(tr("Open a model…"));
    openModel_->setToolTip(
        tr("A model that was saved before, to translate and to look at; several of them translate together"));
    openOwn_->setToolTip(tr("One pair a line: a sentence, a tab, its translation. UTF-8 text, either language first."));
    help_->setText(
        QStringLiteral("<a href=\"help:help\">%1</a>").arg(tr("What is attention, and what do the pictures show?")));
    refresh();
}

void WelcomePanel::refresh() {
    note_->setText(startNote());
    const Task task = client_->task();
    for (QWidget* widget : std::initializer_list<QWidget*>{openOwn_, openModel_, recent_})
        widget->setEnabled(task == Task::None || task == Task::OpenCorpus);
    const auto corpus = client_->corpus();
    recent_->setFiles(Opener::recentFiles(), corpus ? QString::fromStdString(corpus->path) : QString());
}

QString WelcomePanel::startNote() const {
    const auto corpus = client_->corpus();
    const Task task = client_->task();
    if (task == Task::Train)
        return tr("The model is learning: see the Training and Attention panels.");
    if (!corpus && task == Task::OpenCorpus && client_->opening().builtIn)
        return tr("The built-in corpus is being made; you may press Start at once.");
    if (!corpus)
        return tr("Open a file of sentence pairs first.");
    if (corpus->builtIn)
        return tr("Trains on the built-in corpus of %L1 sentence pairs. The first patterns show within about a minute.")
            .arg(corpus->pairs);
    return tr("Trains on %1 (%2 sentence pairs).")
        .arg(corpusName(*corpus), QLocale().toString(qlonglong(corpus->pairs)));
}

} // namespace zhuyi
