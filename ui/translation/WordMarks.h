#pragma once

#include "engine/session/Translation.h"
#include "ui/translation/SentenceSplitter.h"
#include "ui/translation/TokenSpans.h"

#include <QList>
#include <QPalette>
#include <QTextEdit>

class QPlainTextEdit;

namespace zhuyi {

/// What the translation box marks in its two texts: words outside the vocabulary, the sentence that is looked
/// at, and words that are pointed at.
class WordMarks {
  public:
    explicit WordMarks(QPlainTextEdit* edit) : edit_(edit) {}

    void addSentence(const SentenceSpan& span);
    /// The words that the model did not know.
    void addUnknown(const SentenceSpan& span, const Translation& translation);
    /// Each mark that stands for such a word.
    void addUnknownMarks();
    /// A word that is pointed at (strength 1), or that has so much to do with it.
    void addPointed(const TextSpan& span, double strength);
    void put() const;

    /// The words named by the notices of a translation.
    static QStringList unknownWords(const Translation& translation);

  private:
    void underline(qsizetype start, qsizetype length);

    QPlainTextEdit* edit_;
    QList<QTextEdit::ExtraSelection> selections_;
};

} // namespace zhuyi
