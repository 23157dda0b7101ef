#pragma once

#include "engine/session/Event.h"
#include "ui/translation/SentenceSplitter.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace zhuyi {

class BatchDialog;
class DecodingForm;
class EngineClient;
class ExamplesButton;
class MenuButton;
class NBestList;
class Paragraph;
class PointedWords;
class SourceEdit;

/// Translates what is typed, while it is typed and while the model trains: sentence by sentence, a line each.
class TranslationBox : public QWidget {
    Q_OBJECT
  public:
    explicit TranslationBox(EngineClient* client, QWidget* parent = nullptr);

    DecodingOptions options() const;

  public Q_SLOTS:
    /// Puts in a sentence to try.
    void takeExample();
    /// Lights up words of the translation (row) and of its sentence (column); −1 for none.
    void setPointed(int row, int column);

  Q_SIGNALS:
    /// Of the sentence that the caret is in, or the one of its n-best that the user clicked. Null: the box was emptied.
    void translationShown(zhuyi::TranslationPtr translation);
    void optionsChanged(const zhuyi::DecodingOptions& options);
    /// The pointer came to a word of the translation that is shown; −1 for none.
    void pointed(int row, int column);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void layOut();
    void typed();
    void ask();
    void askAgain();                   // the model has changed
    void follow(QPlainTextEdit* edit); // the caret has moved
    int sentenceAtCaret() const;
    void showSentences();
    void mark();
    void placeWords();
    QString text() const;
    void tryExample(const QString& sentence);
    void openBatch();
    void updateTexts();
    bool isOtherLanguage() const;
    QString note() const;
    void retranslate();

    EngineClient* client_;
    QLabel *direction_, *hintIcon_, *note_, *count_;
    ExamplesButton* examples_;
    MenuButton* optionsButton_;
    QToolButton *again_, *file_, *copy_;
    SourceEdit* source_;
    QPlainTextEdit* target_;
    NBestList* nBest_;
    DecodingForm* form_;
    Paragraph* paragraph_;
    PointedWords* pointedWords_;
    QPointer<BatchDialog> batch_;
    QTimer pause_;
    QString asked_;                   // the text that paragraph_ holds
    std::vector<SentenceSpan> spans_; // of its sentences
    TranslationPtr shown_;
    bool isShowing_ = false;   // texts are being put in, not by the user
    bool mustRefresh_ = false; // the model has changed while an input method composed
    bool pasteCut_ = false;
};

} // namespace zhuyi
