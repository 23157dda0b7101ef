#include "ui/translation/ChoicesPage.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/client/ShownText.h"
#include "ui/client/WrittenText.h"
#include "ui/shell/Fonts.h"
#include "ui/translation/ChoicesView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace zhuyi {

namespace {

constexpr std::int64_t alternativesShown = 5;

} // namespace

ChoicesPage::ChoicesPage(EngineClient* client, QWidget* parent)
    : AskingPage(client, parent), view_(new ChoicesView), now_(new ElidedLabel), own_(new ElidedLabel),
      probability_(new QLabel), undo_(new QToolButton), reset_(new QToolButton) {
    now_->setFont(Fonts::withChinese(font()));
    own_->setFont(now_->font());
    probability_->setForegroundRole(QPalette::PlaceholderText);
    for (QToolButton* button : {undo_, reset_})
        button->setFocusPolicy(Qt::StrongFocus);
    undo_->setObjectName(QStringLiteral("undoChoice"));
    reset_->setObjectName(QStringLiteral("resetChoices"));

    auto* body = new QWidget;
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(now_);
    lines->addWidget(own_);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 0, 8, 2);
    bottom->addLayout(lines, 1);
    bottom->addWidget(probability_);
    bottom->addWidget(undo_);
    bottom->addWidget(reset_);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(view_, 1);
    column->addLayout(bottom);
    setBody(body);

    connect(view_, &ChoicesView::wordTaken, this, &ChoicesPage::takeWord);
    connect(view_, &ChoicesView::pointed, this, [this](int row) { Q_EMIT pointed(row, -1); });
    connect(undo_, &QToolButton::clicked, this, &ChoicesPage::undo);
    connect(reset_, &QToolButton::clicked, this, &ChoicesPage::reset);
    retranslate();
}

QString ChoicesPage::title() const {
    //: Tab: the words that the model might have written
    return tr("Choices");
}

QString ChoicesPage::explanation() const {
    return tr("For each word the most probable ones; take another, and the model goes on from there.");
}

void ChoicesPage::setPointed(int row, int) {
    const QSignalBlocker blocker(view_);
    view_->setPointed(row, -1);
}

void ChoicesPage::ask() {
    Translate question;
    question.text = source();
    question.options = options();
    question.alternatives = alternativesShown;
    if (!beginnings_.empty())
        question.prefix = beginnings_.back().tokens;
    put(std::move(question));
}

void ChoicesPage::take(const TranslationPtr& translation) {
    shown_ = translation;
    if (beginnings_.empty())
        ownText_ = shownText(translation->text);
    view_->setTranslation(translation, beginnings_.empty() ? std::set<int>() : beginnings_.back().taken);
    updateTexts();
}

void ChoicesPage::forget() {
    beginnings_.clear();
    shown_ = nullptr;
    ownText_.clear();
    view_->setTranslation(nullptr);
    updateTexts();
}

void ChoicesPage::takeWord(int row, const std::string& token) {
    const TranslationPtr& translation = view_->translation();
    if (!translation || !translation->attention)
        return;
    const auto& tokens = translation->attention->targetTokens;
    Beginning beginning;
    beginning.tokens.assign(tokens.begin(), tokens.begin() + row);
    beginning.tokens.push_back(token);
    if (!beginnings_.empty())
        for (const int before : beginnings_.back().taken)
            if (before < row)
                beginning.taken.insert(before);
    beginning.taken.insert(row);
    beginnings_.push_back(std::move(beginning));
    updateTexts();
    askSoon();
}

void ChoicesPage::undo() {
    if (!beginnings_.empty())
        beginnings_.pop_back();
    updateTexts();
    askSoon();
}

void ChoicesPage::reset() {
    beginnings_.clear();
    updateTexts();
    askSoon();
}

void ChoicesPage::updateTexts() {
    const bool steered = !beginnings_.empty();
    undo_->setEnabled(steered);
    reset_->setEnabled(steered);
    now_->setText(!shown_   ? QString()
                  : steered ? tr("With your words: %1").arg(shownText(shown_->text))
                            : WrittenText::pattern(shown_->attention).arg(shownText(shown_->text)));
    own_->setText(steered ? tr("By itself: %1").arg(ownText_) : tr("Click a word to take it instead."));
    //: The natural logarithm of a probability
    probability_->setText(shown_ ? tr("log p %1").arg(QLocale().toString(shown_->logProbability, 'f', 2)) : QString());
    probability_->setToolTip(tr("The natural logarithm of the probability of the whole translation."));
}

void ChoicesPage::retranslate() {
    AskingPage::retranslate();
    view_->setAccessibleName(tr("The most probable words, a row for each word of the translation"));
    undo_->setText(tr("Undo"));
    undo_->setToolTip(tr("Take back the last choice."));
    reset_->setText(tr("Reset"));
    reset_->setToolTip(tr("Let the model write by itself again."));
    updateTexts();
}

} // namespace zhuyi
