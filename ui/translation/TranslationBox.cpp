#include "ui/translation/TranslationBox.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/MenuButton.h"
#include "ui/client/ShownText.h"
#include "ui/client/MessageText.h"
#include "ui/shell/Fonts.h"
#include "ui/translation/SourceEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int pauseMilliseconds = 250;
constexpr std::size_t examplesShown = 8;

// Languages are named as their speakers name them, in either language of the window.
QString chineseName() {
    return QStringLiteral("中文");
}
QString englishName() {
    return QStringLiteral("English");
}

const QStringList& builtInExamples(bool chinese) {
    static const QStringList inChinese = {QStringLiteral("今天天气很好。"), QStringLiteral("我喜欢喝茶。"),
                                          QStringLiteral("他昨天去了图书馆。"), QStringLiteral("你会说英语吗？")};
    static const QStringList inEnglish = {QStringLiteral("The weather is nice today."), QStringLiteral("I like tea."),
                                          QStringLiteral("He went to the library yesterday."),
                                          QStringLiteral("Can you speak Chinese?")};
    return chinese ? inChinese : inEnglish;
}

} // namespace

TranslationBox::TranslationBox(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), direction_(new QLabel), note_(new QLabel), count_(new QLabel),
      examples_(new MenuButton), copy_(new QToolButton), exampleMenu_(new QMenu(this)), source_(new SourceEdit),
      target_(new QPlainTextEdit) {
    setMinimumSize(320, 110);
    const QFont text = Fonts::withChinese(font());
    for (QWidget* widget : std::initializer_list<QWidget*>{source_, target_, direction_, note_, exampleMenu_})
        widget->setFont(text);
    QFont large = text;
    large.setPointSizeF(text.pointSizeF() > 0 ? text.pointSizeF() * 1.15 : 12);
    source_->setFont(large);
    target_->setFont(large);
    for (QPlainTextEdit* edit : std::initializer_list<QPlainTextEdit*>{source_, target_})
        edit->setMinimumHeight(44);
    target_->setReadOnly(true);
    target_->setTabChangesFocus(true);
    target_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    copy_->setAutoRaise(true);
    for (QToolButton* button : {examples_, copy_})
        button->setFocusPolicy(Qt::StrongFocus);
    examples_->setMenu(exampleMenu_);
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->setMinimumHeight(note_->fontMetrics().height());
    note_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    count_->setForegroundRole(QPalette::PlaceholderText);

    auto* top = new QHBoxLayout;
    top->addWidget(direction_);
    top->addStretch();
    top->addWidget(examples_);
    auto* texts = new QHBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(source_, 1);
    texts->addWidget(target_, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(note_, 1);
    bottom->addWidget(count_);
    bottom->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 2, 6, 2);
    column->setSpacing(2);
    column->addLayout(top);
    column->addLayout(texts, 1);
    column->addLayout(bottom);

    pause_.setSingleShot(true);
    pause_.setInterval(pauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &TranslationBox::ask);
    connect(source_, &QPlainTextEdit::textChanged, this, &TranslationBox::typed);
    connect(source_, &SourceEdit::compositionEnded, this, &TranslationBox::typed);
    connect(source_, &SourceEdit::submitted, this, &TranslationBox::ask);
    connect(source_, &SourceEdit::pasted, this, [this](bool cut) {
        pasteCut_ = cut;
        updateTexts();
    });
    connect(copy_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(target_->toPlainText()); });
    connect(exampleMenu_, &QMenu::aboutToShow, this, &TranslationBox::fillExamples);
    connect(client_, &EngineClient::translated, this, &TranslationBox::take);
    connect(client_, &EngineClient::failed, this, &TranslationBox::takeFailure);
    connect(client_, &EngineClient::trainingStarted, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::validated, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::trainingFinished, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::modelOpened, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::stateChanged, this, &TranslationBox::updateTexts);
    retranslate();
}

QString TranslationBox::text() const {
    return source_->toPlainText().simplified();
}

bool TranslationBox::sourceIsChinese() const {
    if (client_->hasModel())
        return client_->model().settings.sourceIsChinese();
    return !client_->corpus() || client_->corpus()->settings.sourceIsChinese();
}

// Asking

void TranslationBox::typed() {
    if (source_->isComposing()) {
        pause_.stop(); // what is being composed is no text yet
        return;
    }
    if (text().isEmpty()) {
        pasteCut_ = false;
        ask(); // nothing to wait for
    } else if (text() != asked_ || lastId_ == 0) {
        pause_.start();
    } else {
        pause_.stop();
    }
    updateTexts();
}

void TranslationBox::ask() {
    pause_.stop();
    if (source_->isComposing())
        return;
    asked_ = text();
    failure_.reset();
    if (asked_.isEmpty()) {
        lastId_ = 0;
        if (shown_) {
            shown_ = nullptr;
            Q_EMIT translationShown(nullptr);
        }
        target_->clear();
    } else if (client_->hasModel()) {
        lastId_ = client_->translate(asked_);
    } else {
        lastId_ = 0;
    }
    updateTexts();
}

void TranslationBox::askAgain() {
    if (!text().isEmpty() && !pause_.isActive())
        ask();
    updateTexts();
}

void TranslationBox::take(std::uint64_t id, const TranslationPtr& translation) {
    if (id != lastId_ || !translation)
        return;
    shown_ = translation;
    failure_.reset();
    const QString written = shownText(translation->text);
    if (written != target_->toPlainText()) // a selection stays where nothing changed
        target_->setPlainText(written);
    updateTexts();
    Q_EMIT translationShown(translation);
}

void TranslationBox::takeFailure(const Failed& failure) {
    if (failure.task != Task::Translate || failure.id != lastId_ || lastId_ == 0)
        return;
    failure_ = failure.message;
    updateTexts();
}

// Saying

QString TranslationBox::note() const {
    QStringList sentences;
    if (failure_)
        sentences << messageText(*failure_);
    const QString typed = text();
    const auto han = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    const auto latin =
        std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.script() == QChar::Script_Latin; });
    if (client_->hasModel() && sourceIsChinese() && han == 0 && latin > 0)
        sentences << tr("This model takes Chinese only; the text seems to be in another language.");
    else if (client_->hasModel() && !sourceIsChinese() && han > latin)
        sentences << tr("This model takes English only; the text seems to be in another language.");
    if (!client_->hasModel() && !typed.isEmpty())
        sentences << tr("There is no model yet: train one or open one, and the translation appears here.");
    if (pasteCut_)
        sentences << tr("The pasted text was long; its first %1 characters were taken.")
                         .arg(QLocale().toString(SourceEdit::mostCharacters));
    if (shown_ && !failure_)
        for (const Message& message : shown_->notices)
            sentences << messageText(message);
    return sentences.join(u' ');
}

void TranslationBox::updateTexts() {
    const bool known = client_->hasModel() || client_->corpus();
    direction_->setText(!known              ? tr("Translation")
                        : sourceIsChinese() ? chineseName() + QStringLiteral(" → ") + englishName()
                                            : englishName() + QStringLiteral(" → ") + chineseName());
    note_->setText(note());
    const auto characters = source_->toPlainText().size();
    count_->setText(characters == 0 ? QString() : tr("%1 characters").arg(QLocale().toString(characters)));
    copy_->setEnabled(!target_->toPlainText().isEmpty());
    source_->setPlaceholderText(!client_->hasModel() ? tr("Train a model or open one, then type here.")
                                : sourceIsChinese()  ? tr("Type a Chinese sentence.")
                                                     : tr("Type an English sentence."));
    target_->setPlaceholderText(shown_ && shown_->text.empty() ? tr("The model wrote nothing.")
                                                               : tr("The translation appears here as you type."));
    // Qt 6.4 marks only the frame as changed, not the viewport where the placeholder is drawn.
    source_->viewport()->update();
    target_->viewport()->update();
}

void TranslationBox::fillExamples() {
    exampleMenu_->clear();
    QStringList sentences;
    if (const auto corpus = client_->corpus()) {
        // Sentences that the model was not trained on, spread over those shown.
        const auto& pairs = corpus->devPairsShown.empty() ? corpus->examples : corpus->devPairsShown;
        const std::size_t count = std::min(examplesShown, pairs.size());
        for (std::size_t i = 0; i < count; ++i) {
            const SentencePair& pair = pairs[i * pairs.size() / count];
            sentences << QString::fromStdString(sourceIsChinese() ? pair.chinese : pair.english);
        }
    }
    if (sentences.isEmpty())
        sentences = builtInExamples(sourceIsChinese());
    for (const QString& sentence : sentences) {
        QString label = exampleMenu_->fontMetrics().elidedText(sentence, Qt::ElideRight, 420);
        exampleMenu_->addAction(label.replace(u'&', QStringLiteral("&&")), this, [this, sentence] {
            source_->setPlainText(sentence);
            source_->setFocus();
            ask();
        });
    }
}

void TranslationBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TranslationBox::retranslate() {
    examples_->setText(tr("Examples"));
    examples_->setToolTip(tr("Sentences to try"));
    copy_->setText(tr("Copy"));
    copy_->setToolTip(tr("Copy the translation."));
    source_->setAccessibleName(tr("Text to translate"));
    source_->setToolTip(tr("Translated as you type; Ctrl+Enter translates at once."));
    target_->setAccessibleName(tr("Translation"));
    target_->setToolTip(tr("The likeliest word at each step (greedy search); ‹?› stands for a word outside the vocabulary."));
    updateTexts();
}

} // namespace zhuyi
