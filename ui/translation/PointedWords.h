#pragma once

#include "engine/session/Translation.h"
#include "ui/translation/TokenSpans.h"

#include <QObject>

#include <vector>

class QPlainTextEdit;

namespace zhuyi {

class WordMarks;

/// The words of a text and of its translation that are lit up: the one that is pointed at, and as strongly as the
/// attention those that it attends to, or that attend to it. Rows are words of the translation, columns source words;
/// −1 stands for none.
class PointedWords : public QObject {
    Q_OBJECT
  public:
    PointedWords(QPlainTextEdit* source, QPlainTextEdit* target, QObject* parent);

    /// Where the sentence and its translation stand in the two texts. Null: they stand there no longer.
    void setTranslation(const TranslationPtr& translation, const TextSpan& inSource = {},
                        const TextSpan& inTarget = {});
    void setPointed(int row, int column);
    bool isEmpty() const { return row_ < 0 && column_ < 0; }
    void addTo(WordMarks& source, WordMarks& target) const;

  Q_SIGNALS:
    /// The pointer came to a word of either text.
    void pointed(int row, int column);
    /// Other words are lit up than before.
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    static int wordAt(const QPlainTextEdit* edit, const std::vector<TextSpan>& spans, const QPoint& point);
    void point(int row, int column);
    double weight(int row, int column) const;

    QPlainTextEdit *source_, *target_;
    AttentionMapPtr map_;
    std::vector<TextSpan> sourceSpans_, targetSpans_;
    int row_ = -1, column_ = -1;
};

} // namespace zhuyi
