#include "ui/translation/WordMarks.h"

#include "ui/training/CurveStyle.h"

#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace zhuyi {

void WordMarks::addSentence(const SentenceSpan& span) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(edit_->document());
    selection.cursor.setPosition(static_cast<int>(span.start));
    selection.cursor.setPosition(static_cast<int>(span.start + span.length), QTextCursor::KeepAnchor);
    QColor colour = edit_->palette().color(QPalette::Highlight);
    colour.setAlpha(46);
    selection.format.setBackground(colour);
    selections_ << selection;
}

QStringList WordMarks::unknownWords(const Translation& translation) {
    QStringList words;
    for (const Message& notice : translation.notices)
        if (notice.code == MessageCode::SentenceUnknownWords && !notice.arguments.empty())
            words << QString::fromStdString(notice.arguments[0]).split(QStringLiteral(", "), Qt::SkipEmptyParts);
    return words;
}

void WordMarks::addUnknown(const SentenceSpan& span, const Translation& translation) {
    const QString sentence = edit_->toPlainText().mid(span.start, span.length);
    for (const QString& word : unknownWords(translation))
        for (qsizetype at = sentence.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = sentence.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            // "cat" is no word of "concatenate".
            const auto joins = [&sentence](qsizetype i) {
                return i >= 0 && i < sentence.size() && sentence[i].isLetterOrNumber() &&
                       sentence[i].script() == QChar::Script_Latin;
            };
            if (!(joins(at) && joins(at - 1)) && !(joins(at + word.size() - 1) && joins(at + word.size())))
                underline(span.start + at, word.size());
        }
}

void WordMarks::addUnknownMarks() {
    static const QString mark = QStringLiteral("‹?›");
    const QString text = edit_->toPlainText();
    for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.size()))
        underline(at, mark.size());
}

void WordMarks::underline(qsizetype start, qsizetype length) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(edit_->document());
    selection.cursor.setPosition(static_cast<int>(start));
    selection.cursor.setPosition(static_cast<int>(start + length), QTextCursor::KeepAnchor);
    selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    selection.format.setUnderlineColor(CurveStyle(*edit_).dev);
    selections_ << selection;
}

void WordMarks::addPointed(const TextSpan& span, double strength) {
    constexpr double strongest = 0.5, least = 0.03; // alpha, and what is too weak to be seen
    if (span.length == 0 || strength < least || span.start + span.length >= edit_->document()->characterCount())
        return;
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(edit_->document());
    selection.cursor.setPosition(span.start);
    selection.cursor.setPosition(span.start + span.length, QTextCursor::KeepAnchor);
    QColor colour = edit_->palette().color(QPalette::Highlight);
    colour.setAlphaF(static_cast<float>(strongest * std::min(1.0, strength)));
    selection.format.setBackground(colour);
    selections_ << selection;
}

void WordMarks::put() const {
    edit_->setExtraSelections(selections_);
}

} // namespace zhuyi
