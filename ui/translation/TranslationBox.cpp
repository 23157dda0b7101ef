#include "ui/translation/TranslationBox.h"

#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"
#include "ui/client/ShownText.h"
#include "ui/client/WrittenText.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/Icons.h"
#include "ui/shell/MenuButton.h"
#include "ui/translation/BatchDialog.h"
#include "ui/translation/DecodingForm.h"
#include "ui/translation/ExamplesButton.h"
#include "ui/translation/NBestList.h"
#include "ui/translation/Paragraph.h"
#include "ui/translation/PointedWords.h"
#include "ui/translation/SourceEdit.h"
#include "ui/translation/TypedLanguage.h"
#include "ui/translation/WordMarks.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr int pauseMilliseconds = 250;

// Languages are named as their speakers name them, in either language of the window.
QString chineseName() {
    return QStringLiteral("中文");
}
QString englishName() {
    return QStringLiteral("English");
}

} // namespace

TranslationBox::TranslationBox(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), direction_(new QLabel), hintIcon_(new QLabel), note_(new QLabel),
      count_(new QLabel), examples_(new ExamplesButton(client)), optionsButton_(new MenuButton),
      again_(new QToolButton), file_(new QToolButton), copy_(new QToolButton), source_(new SourceEdit),
      target_(new QPlainTextEdit), nBest_(new NBestList), form_(new DecodingForm(this)),
      paragraph_(new Paragraph(client, this)), pointedWords_(new PointedWords(source_, target_, this)) {
    layOut();
    paragraph_->setOptions(form_->options());

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
    for (QPlainTextEdit* edit : std::initializer_list<QPlainTextEdit*>{source_, target_})
        connect(edit, &QPlainTextEdit::cursorPositionChanged, this, [this, edit] { follow(edit); });
    connect(nBest_, &NBestList::chosenChanged, this, &TranslationBox::showSentences);
    connect(copy_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(target_->toPlainText()); });
    connect(examples_, &ExamplesButton::chosen, this, &TranslationBox::tryExample);
    connect(optionsButton_, &QToolButton::clicked, form_, [this] { form_->openAt(optionsButton_); });
    connect(again_, &QToolButton::clicked, form_, &DecodingForm::drawAgain);
    connect(file_, &QToolButton::clicked, this, &TranslationBox::openBatch);
    connect(form_, &DecodingForm::optionsChanged, this, [this](const DecodingOptions& options) {
        paragraph_->setOptions(options);
        updateTexts();
        Q_EMIT optionsChanged(options);
    });
    connect(pointedWords_, &PointedWords::changed, this, &TranslationBox::mark);
    connect(pointedWords_, &PointedWords::pointed, this, &TranslationBox::pointed);
    connect(paragraph_, &Paragraph::changed, this, &TranslationBox::showSentences);
    connect(client_, &EngineClient::trainingStarted, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::validated, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::trainingFinished, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::modelOpened, this, &TranslationBox::askAgain);
    connect(client_, &EngineClient::failed, this, [this](const Failed& failure) {
        if (failure.task == Task::Train) // the model from before is back
            askAgain();
    });
    connect(client_, &EngineClient::stateChanged, this, &TranslationBox::updateTexts);
    retranslate();
}

void TranslationBox::layOut() {
    setMinimumSize(320, 110);
    const QFont text = Fonts::withChinese(font());
    for (QWidget* widget : std::initializer_list<QWidget*>{source_, target_, direction_, note_})
        widget->setFont(text);
    QFont large = text;
    large.setPointSizeF(text.pointSizeF() > 0 ? text.pointSizeF() * 1.15 : 12);
    source_->setFont(large);
    target_->setFont(large);
    for (QPlainTextEdit* edit : std::initializer_list<QPlainTextEdit*>{source_, target_})
        edit->setMinimumHeight(44);
    setFocusProxy(source_);
    target_->setReadOnly(true);
    target_->setTabChangesFocus(true);
    target_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    copy_->setAutoRaise(true);
    file_->setAutoRaise(true);
    again_->setAutoRaise(true);
    again_->setObjectName(QStringLiteral("drawAgain"));
    file_->setObjectName(QStringLiteral("translateFile"));
    optionsButton_->setObjectName(QStringLiteral("decodingOptions"));
    for (QToolButton* button : std::initializer_list<QToolButton*>{optionsButton_, again_, file_, copy_})
        button->setFocusPolicy(Qt::StrongFocus);
    const int line = note_->fontMetrics().height();
    hintIcon_->setPixmap(themedIcon(QStringLiteral("warning"), QPalette::WindowText).pixmap(line, line));
    hintIcon_->hide();
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->setMinimumHeight(line);
    note_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    count_->setForegroundRole(QPalette::PlaceholderText);

    auto* top = new QHBoxLayout;
    top->addWidget(direction_);
    top->addStretch();
    for (QToolButton* button : std::initializer_list<QToolButton*>{again_, optionsButton_, examples_})
        top->addWidget(button);
    auto* right = new QVBoxLayout;
    right->setSpacing(3);
    right->addWidget(target_, 3);
    right->addWidget(nBest_, 2);
    auto* texts = new QHBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(source_, 1);
    texts->addLayout(right, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(hintIcon_);
    bottom->addWidget(note_, 1);
    bottom->addWidget(count_);
    bottom->addWidget(file_);
    bottom->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 2, 6, 2);
    column->setSpacing(2);
    column->addLayout(top);
    column->addLayout(texts, 1);
    column->addLayout(bottom);
}

DecodingOptions TranslationBox::options() const {
    return form_->options();
}

QString TranslationBox::text() const {
    return source_->toPlainText().trimmed();
}

// Asking

void TranslationBox::typed() {
    if (isShowing_)
        return;
    if (!pointedWords_->isEmpty() && source_->toPlainText() != asked_) {
        placeWords(); // they stand elsewhere now
        mark();
    }
    if (source_->isComposing()) {
        pause_.stop(); // what is being composed is no text yet
        return;
    }
    if (text().isEmpty()) {
        pasteCut_ = false;
        ask(); // nothing to wait for
    } else if (source_->toPlainText() != asked_ || mustRefresh_) {
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
    asked_ = source_->toPlainText();
    spans_ = sentencesOf(asked_);
    QStringList sentences;
    for (const SentenceSpan& span : spans_)
        sentences << asked_.mid(span.start, span.length).simplified();
    if (std::exchange(mustRefresh_, false))
        paragraph_->outdate();
    paragraph_->setSentences(sentences, sentenceAtCaret());
    if (sentences.isEmpty() && shown_) {
        shown_ = nullptr;
        Q_EMIT translationShown(nullptr);
    }
    updateTexts();
}

void TranslationBox::askAgain() {
    if (source_->isComposing())
        mustRefresh_ = true; // once it is done
    else if (!text().isEmpty() && !pause_.isActive())
        paragraph_->refresh();
    updateTexts();
}

void TranslationBox::follow(QPlainTextEdit* edit) {
    if (isShowing_ || source_->toPlainText() != asked_)
        return;
    if (edit == target_) {
        paragraph_->setCurrent(target_->textCursor().blockNumber());
        return;
    }
    paragraph_->setCurrent(sentenceAtCaret());
}

int TranslationBox::sentenceAtCaret() const {
    const int caret = source_->textCursor().position();
    int index = 0;
    for (std::size_t i = 0; i < spans_.size(); ++i)
        if (spans_[i].start <= caret)
            index = static_cast<int>(i);
    return index;
}

void TranslationBox::showSentences() {
    const int current = paragraph_->current();
    QStringList lines;
    for (int i = 0; i < paragraph_->count(); ++i) {
        const TranslationPtr& translation = paragraph_->at(i).translation;
        lines << (translation               ? shownText(translation->text).simplified()
                  : paragraph_->count() > 1 ? QStringLiteral("…")
                                            : QString());
    }
    isShowing_ = true;
    const QString written = lines.join(u'\n');
    if (written != target_->toPlainText()) { // a selection stays where nothing changed
        target_->setPlainText(written);
        target_->setTextCursor(QTextCursor(target_->document()->findBlockByNumber(current)));
    }
    const TranslationPtr best = current < paragraph_->count() ? paragraph_->at(current).translation : nullptr;
    isShowing_ = false;
    nBest_->setBest(best);
    const TranslationPtr chosen = nBest_->chosen();
    const bool isNew = chosen && chosen != shown_;
    if (isNew)
        shown_ = chosen;
    placeWords();
    mark();
    updateTexts();
    if (isNew)
        Q_EMIT translationShown(shown_);
}

/// Where the words of the translation that is shown stand, and those of its sentence.
void TranslationBox::placeWords() {
    const int current = paragraph_->current();
    if (!shown_ || source_->toPlainText() != asked_ || current >= static_cast<int>(spans_.size()) ||
        paragraph_->at(current).source.toStdString() != shown_->source)
        return pointedWords_->setTranslation(nullptr);
    const SentenceSpan& sentence = spans_[static_cast<std::size_t>(current)];
    const QTextBlock line = target_->document()->findBlockByNumber(current);
    // Another of the n-best stands in the list alone.
    const bool stands = line.text() == shownText(shown_->text).simplified();
    pointedWords_->setTranslation(shown_, {static_cast<int>(sentence.start), static_cast<int>(sentence.length)},
                                  {line.position(), stands ? static_cast<int>(line.text().size()) : 0});
}

void TranslationBox::setPointed(int row, int column) {
    pointedWords_->setPointed(row, column);
}

void TranslationBox::mark() {
    WordMarks source(source_), target(target_);
    const int current = paragraph_->current();
    if (source_->toPlainText() == asked_)
        for (std::size_t i = 0; i < spans_.size() && static_cast<int>(i) < paragraph_->count(); ++i) {
            const Paragraph::Sentence& sentence = paragraph_->at(static_cast<int>(i));
            if (spans_.size() > 1 && static_cast<int>(i) == current)
                source.addSentence(spans_[i]);
            if (sentence.translation && sentence.translation->source == sentence.source.toStdString())
                source.addUnknown(spans_[i], *sentence.translation);
        }
    if (paragraph_->count() > 1) {
        const QTextBlock block = target_->document()->findBlockByNumber(current);
        target.addSentence({block.position(), std::max(0, block.length() - 1)});
    }
    target.addUnknownMarks();
    pointedWords_->addTo(source, target);
    source.put();
    target.put();
}

// Saying

bool TranslationBox::isOtherLanguage() const {
    return client_->hasModel() && isInOtherLanguage(text(), client_->sourceIsChinese());
}

QString TranslationBox::note() const {
    QStringList sentences;
    const Paragraph::Sentence* current =
        paragraph_->current() < paragraph_->count() ? &paragraph_->at(paragraph_->current()) : nullptr;
    if (current && current->failure)
        sentences << messageText(*current->failure);
    if (isOtherLanguage())
        sentences << (client_->sourceIsChinese()
                          ? tr("This model takes Chinese only; the text seems to be in another language.")
                          : tr("This model takes English only; the text seems to be in another language."));
    if (!client_->hasModel() && !text().isEmpty())
        sentences << tr("There is no model yet: train one or open one, and the translation appears here.");
    if (pasteCut_)
        sentences << tr("The pasted text was long; its first %1 characters were taken.")
                         .arg(QLocale().toString(SourceEdit::mostCharacters));
    if (current && current->translation && !current->failure)
        for (const Message& message : current->translation->notices)
            sentences << messageText(message);
    return sentences.join(u' ');
}

void TranslationBox::updateTexts() {
    const bool known = client_->hasModel() || client_->corpus();
    QString direction = !known                       ? tr("Translation")
                        : client_->sourceIsChinese() ? chineseName() + QStringLiteral(" → ") + englishName()
                                                     : englishName() + QStringLiteral(" → ") + chineseName();
    if (const auto others = client_->model().together.size(); client_->hasModel() && others > 0)
        direction += QStringLiteral(" · ") + tr("%n models together", nullptr, static_cast<int>(others) + 1);
    direction_->setText(direction);
    note_->setText(note());
    hintIcon_->setVisible(isOtherLanguage());
    const auto characters = source_->toPlainText().size();
    QString count = characters == 0 ? QString() : tr("%1 characters").arg(QLocale().toString(characters));
    if (paragraph_->count() > 1)
        count = tr("sentence %1 of %2").arg(paragraph_->current() + 1).arg(paragraph_->count()) +
                QStringLiteral("  ·  ") + count;
    if (client_->task() == Task::Train && shown_ && shown_->attention) // which may be older than what others show
        count =
            tr("translated at step %1").arg(WrittenText::stepText(shown_->attention)) + QStringLiteral("  ·  ") + count;
    count_->setText(count);
    optionsButton_->setText(form_->summary());
    again_->setVisible(form_->way() == DecodingForm::Way::Sampling);
    again_->setEnabled(paragraph_->count() > 0 && client_->hasModel());
    file_->setEnabled(client_->hasModel());
    file_->setToolTip(client_->hasModel() ? tr("Translate a text file, line by line, into another file.")
                                          : tr("Train a model or open one first, then translate whole files here."));
    copy_->setEnabled(!target_->toPlainText().isEmpty());
    source_->setPlaceholderText(!client_->hasModel()         ? tr("Train a model or open one, then type here.")
                                : client_->sourceIsChinese() ? tr("Type a Chinese sentence.")
                                                             : tr("Type an English sentence."));
    target_->setPlaceholderText(nBest_->best() && nBest_->best()->text.empty()
                                    ? tr("The model wrote nothing.")
                                    : tr("The translation appears here as you type."));
    // Qt 6.4 marks only the frame as changed, not the viewport where the placeholder is drawn.
    source_->viewport()->update();
    target_->viewport()->update();
}

void TranslationBox::tryExample(const QString& sentence) {
    source_->setPlainText(sentence);
    source_->setFocus();
    ask();
}

void TranslationBox::takeExample() {
    tryExample(examples_->sentences().front());
}

void TranslationBox::openBatch() {
    if (!batch_) {
        batch_ = new BatchDialog(client_, form_->options(), this);
        batch_->setAttribute(Qt::WA_DeleteOnClose);
    }
    batch_->show();
    batch_->raise();
    batch_->activateWindow();
}

void TranslationBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        mark();
}

void TranslationBox::retranslate() {
    copy_->setText(tr("Copy"));
    copy_->setToolTip(tr("Copy the translation."));
    source_->setAccessibleName(tr("Text to translate"));
    source_->setToolTip(tr("Translated as you type; Ctrl+Enter translates at once."));
    target_->setAccessibleName(tr("Translation"));
    target_->setToolTip(tr("One line a sentence; ‹?› stands for a word outside the vocabulary."));
    //: Button: draw the translation anew
    again_->setText(tr("Again"));
    again_->setToolTip(tr("Draw another translation, with the next seed."));
    optionsButton_->setToolTip(tr("How the translation is searched for: beam size, sampling, penalties."));
    optionsButton_->setAccessibleName(tr("Options of decoding"));
    file_->setText(tr("File…"));
    updateTexts();
}

} // namespace zhuyi
