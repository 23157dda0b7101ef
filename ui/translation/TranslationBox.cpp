#include "ui/translation/TranslationBox.h"

#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"
#include "ui/client/ShownText.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/Icons.h"
#include "ui/shell/MenuButton.h"
#include "ui/translation/BatchDialog.h"
#include "ui/translation/DecodingForm.h"
#include "ui/translation/Paragraph.h"
#include "ui/translation/PointedWords.h"
#include "ui/translation/SourceEdit.h"
#include "ui/translation/WordMarks.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
    : QWidget(parent), client_(client), direction_(new QLabel), hintIcon_(new QLabel), note_(new QLabel),
      count_(new QLabel), examples_(new MenuButton), optionsButton_(new MenuButton), again_(new QToolButton),
      file_(new QToolButton), copy_(new QToolButton), exampleMenu_(new QMenu(this)), source_(new SourceEdit),
      target_(new QPlainTextEdit), nBest_(new QListWidget), form_(new DecodingForm(this)),
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
    connect(nBest_, &QListWidget::currentRowChanged, this, [this] {
        if (!isShowing_)
            showSentences();
    });
    connect(copy_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(target_->toPlainText()); });
    connect(exampleMenu_, &QMenu::aboutToShow, this, &TranslationBox::fillExamples);
    connect(optionsButton_, &QToolButton::clicked, this, &TranslationBox::showOptions);
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
    connect(client_, &EngineClient::stateChanged, this, &TranslationBox::updateTexts);
    retranslate();
}

void TranslationBox::layOut() {
    setMinimumSize(320, 110);
    const QFont text = Fonts::withChinese(font());
    for (QWidget* widget : std::initializer_list<QWidget*>{source_, target_, direction_, note_, exampleMenu_, nBest_})
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
    nBest_->setObjectName(QStringLiteral("nBest"));
    nBest_->setMinimumHeight(40);
    nBest_->hide();
    copy_->setAutoRaise(true);
    file_->setAutoRaise(true);
    again_->setAutoRaise(true);
    again_->setObjectName(QStringLiteral("drawAgain"));
    file_->setObjectName(QStringLiteral("translateFile"));
    optionsButton_->setObjectName(QStringLiteral("decodingOptions"));
    for (QToolButton* button : std::initializer_list<QToolButton*>{examples_, optionsButton_, again_, file_, copy_})
        button->setFocusPolicy(Qt::StrongFocus);
    examples_->setMenu(exampleMenu_);
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

bool TranslationBox::sourceIsChinese() const {
    if (client_->hasModel())
        return client_->model().settings.sourceIsChinese();
    return !client_->corpus() || client_->corpus()->settings.sourceIsChinese();
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
    showList(best);
    isShowing_ = false;
    TranslationPtr chosen = best;
    if (const int row = nBest_->currentRow(); best && row > 0 && row <= static_cast<int>(best->others.size()))
        chosen = best->others[static_cast<std::size_t>(row) - 1];
    const bool isNew = chosen && chosen != shown_;
    if (isNew)
        shown_ = chosen;
    placeWords();
    mark();
    updateTexts();
    if (isNew)
        Q_EMIT translationShown(shown_);
}

void TranslationBox::showList(const TranslationPtr& best) {
    if (best == best_)
        return;
    const QString before = nBest_->currentRow() > 0 ? nBest_->currentItem()->data(Qt::UserRole).toString() : QString();
    best_ = best;
    nBest_->clear();
    const bool several = best && !best->others.empty();
    nBest_->setVisible(several);
    if (!several)
        return;
    const auto add = [this](const Translation& translation) {
        const QString text = shownText(translation.text).simplified();
        auto* item =
            new QListWidgetItem(QLocale().toString(translation.score, 'f', 2) + QStringLiteral("   ") + text, nBest_);
        item->setData(Qt::UserRole, text);
    };
    add(*best);
    for (const auto& other : best->others)
        add(*other);
    int row = 0;
    for (int i = 1; i < nBest_->count() && !before.isEmpty(); ++i)
        if (nBest_->item(i)->data(Qt::UserRole) == before)
            row = i;
    nBest_->setCurrentRow(row);
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
    pointedWords_->setTranslation(shown_,
                                  {static_cast<int>(sentence.start), static_cast<int>(sentence.length)},
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
    if (!client_->hasModel())
        return false;
    const QString typed = text();
    const auto han = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    const auto latin =
        std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.script() == QChar::Script_Latin; });
    return sourceIsChinese() ? han == 0 && latin > 0 : han > latin;
}

QString TranslationBox::note() const {
    QStringList sentences;
    const Paragraph::Sentence* current =
        paragraph_->current() < paragraph_->count() ? &paragraph_->at(paragraph_->current()) : nullptr;
    if (current && current->failure)
        sentences << messageText(*current->failure);
    if (isOtherLanguage())
        sentences << (sourceIsChinese()
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
    direction_->setText(!known              ? tr("Translation")
                        : sourceIsChinese() ? chineseName() + QStringLiteral(" → ") + englishName()
                                            : englishName() + QStringLiteral(" → ") + chineseName());
    note_->setText(note());
    hintIcon_->setVisible(isOtherLanguage());
    const auto characters = source_->toPlainText().size();
    QString count = characters == 0 ? QString() : tr("%1 characters").arg(QLocale().toString(characters));
    if (paragraph_->count() > 1)
        count = tr("sentence %1 of %2").arg(paragraph_->current() + 1).arg(paragraph_->count()) +
                QStringLiteral("  ·  ") + count;
    count_->setText(count);
    optionsButton_->setText(form_->summary());
    again_->setVisible(form_->way() == DecodingForm::Way::Sampling);
    again_->setEnabled(paragraph_->count() > 0 && client_->hasModel());
    file_->setEnabled(client_->hasModel());
    file_->setToolTip(client_->hasModel() ? tr("Translate a text file, line by line, into another file.")
                                          : tr("Train a model or open one first, then translate whole files here."));
    copy_->setEnabled(!target_->toPlainText().isEmpty());
    source_->setPlaceholderText(!client_->hasModel() ? tr("Train a model or open one, then type here.")
                                : sourceIsChinese()  ? tr("Type a Chinese sentence.")
                                                     : tr("Type an English sentence."));
    target_->setPlaceholderText(best_ && best_->text.empty() ? tr("The model wrote nothing.")
                                                             : tr("The translation appears here as you type."));
    // Qt 6.4 marks only the frame as changed, not the viewport where the placeholder is drawn.
    source_->viewport()->update();
    target_->viewport()->update();
}

QStringList TranslationBox::exampleSentences() const {
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
    return sentences.isEmpty() ? builtInExamples(sourceIsChinese()) : sentences;
}

void TranslationBox::tryExample(const QString& sentence) {
    source_->setPlainText(sentence);
    source_->setFocus();
    ask();
}

void TranslationBox::takeExample() {
    tryExample(exampleSentences().front());
}

void TranslationBox::fillExamples() {
    exampleMenu_->clear();
    for (const QString& sentence : exampleSentences()) {
        QString label = exampleMenu_->fontMetrics().elidedText(sentence, Qt::ElideRight, 420);
        exampleMenu_->addAction(label.replace(u'&', QStringLiteral("&&")), this,
                                [this, sentence] { tryExample(sentence); });
    }
}

void TranslationBox::showOptions() {
    form_->adjustSize();
    const QRect button(optionsButton_->mapToGlobal(QPoint()), optionsButton_->size());
    const QRect room = screen()->availableGeometry();
    const QSize size = form_->sizeHint();
    // Below the button; above it where there is no room.
    const bool fits = button.bottom() + size.height() <= room.bottom();
    const int x = std::max(room.left(), std::min(button.left(), room.right() - size.width()));
    form_->move(x, fits ? button.bottom() + 1 : std::max(room.top(), button.top() - size.height()));
    form_->show();
    form_->findChild<QComboBox*>()->setFocus();
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
    examples_->setText(tr("Examples"));
    examples_->setToolTip(tr("Sentences to try"));
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
    nBest_->setAccessibleName(tr("The best translations"));
    nBest_->setToolTip(tr("The best translations with their scores; click one to see its attention."));
    updateTexts();
}

} // namespace zhuyi
