#include "ui/translation/AskingPage.h"

#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace zhuyi {

AskingPage::AskingPage(EngineClient* client, QWidget* parent)
    : SentencePage(parent), client_(client), stack_(new QStackedLayout(this)), hint_(new QLabel),
      example_(new QPushButton) {
    hint_->setWordWrap(true);
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setMaximumWidth(400);
    hint_->setObjectName(QStringLiteral("hint"));
    example_->setObjectName(QStringLiteral("example"));
    auto* empty = new QWidget;
    auto* column = new QVBoxLayout(empty);
    column->addStretch();
    column->addWidget(hint_, 0, Qt::AlignCenter);
    column->addWidget(example_, 0, Qt::AlignCenter);
    column->addStretch();
    hint_->setMinimumWidth(280);
    stack_->addWidget(empty);
    connect(example_, &QPushButton::clicked, this, &AskingPage::exampleWanted);
    connect(client_, &EngineClient::translated, this, [this](std::uint64_t id, const TranslationPtr& translation) {
        if (translation && isAnswer(id))
            take(translation);
    });
    connect(client_, &EngineClient::failed, this, &AskingPage::takeFailure);
    connect(client_, &EngineClient::trainingStarted, this, &AskingPage::modelChanged);
    connect(client_, &EngineClient::validated, this, &AskingPage::modelChanged);
    connect(client_, &EngineClient::trainingFinished, this, &AskingPage::modelChanged);
    connect(client_, &EngineClient::modelOpened, this, &AskingPage::modelChanged);
    connect(client_, &EngineClient::stateChanged, this, &AskingPage::updateHint);
}

void AskingPage::setBody(QWidget* body) {
    stack_->addWidget(body);
}

void AskingPage::setSentence(const ShownSentence& sentence) {
    if (sentence.source == source_)
        return;
    source_ = sentence.source;
    lastId_ = 0; // what is under way is about another sentence
    failure_.reset();
    forget();
    askSoon();
    updateHint();
}

void AskingPage::setOptions(const DecodingOptions& options) {
    options_ = options;
    modelChanged();
}

void AskingPage::modelChanged() {
    failure_.reset();
    outdate();
    askSoon();
}

void AskingPage::askSoon() {
    isStale_ = true;
    if (!isVisible() || isWaiting() || !client_->hasModel() || !hint().isEmpty()) {
        updateHint();
        return;
    }
    isStale_ = false;
    ask();
    updateHint();
}

void AskingPage::put(Translate question) {
    question.options.n_best = 1;
    lastId_ = client_->translate(std::move(question));
}

void AskingPage::put(Force question) {
    lastId_ = client_->force(std::move(question));
}

void AskingPage::put(Explain question) {
    lastId_ = client_->explain(std::move(question));
}

bool AskingPage::isAnswer(std::uint64_t id) {
    if (lastId_ == 0 || id != lastId_)
        return false;
    lastId_ = 0;
    failure_.reset();
    if (isStale_) { // by now the question is another one
        askSoon();
        updateHint();
        return false;
    }
    updateHint();
    return true;
}

void AskingPage::takeFailure(const Failed& failure) {
    if (failure.task == Task::Train) // the model from before is back
        return modelChanged();
    if (lastId_ == 0 || failure.id != lastId_ || failure.task != Task::Translate)
        return;
    lastId_ = 0;
    if (isStale_)
        return askSoon();
    failure_ = failure.message;
    updateHint();
}

void AskingPage::updateHint() {
    const QString text = failure_ ? messageText(*failure_) : hint();
    hint_->setText(text);
    example_->setVisible(!failure_ && client_->hasModel() && source_.empty());
    stack_->setCurrentIndex(text.isEmpty() && stack_->count() > 1 ? 1 : 0);
}

QString AskingPage::hint() const {
    if (!client_->hasModel())
        return tr("There is no model yet: press Start to train one, or open one.");
    if (source_.empty())
        return tr("Choose a sentence above, or type one into the translation box.");
    return {};
}

void AskingPage::showEvent(QShowEvent* event) {
    SentencePage::showEvent(event);
    if (isStale_)
        askSoon();
}

void AskingPage::changeEvent(QEvent* event) {
    SentencePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AskingPage::retranslate() {
    example_->setText(tr("Take an example"));
    updateHint();
}

} // namespace zhuyi
