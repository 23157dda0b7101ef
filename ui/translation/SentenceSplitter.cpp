#include "ui/translation/SentenceSplitter.h"

#include <QSet>
#include <QStringList>

namespace zhuyi {

namespace {

bool isLineBreak(QChar c) {
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator;
}

/// Ends a sentence whatever follows.
bool isFullWidthEnd(QChar c) {
    return c == u'。' || c == u'！' || c == u'？' || c == u'｡';
}

bool isEnd(QChar c) {
    return isFullWidthEnd(c) || c == u'.' || c == u'!' || c == u'?' || c == u'…';
}

bool isClosing(QChar c) {
    return QStringLiteral("\"'”’」』）)]】》").contains(c);
}

bool isAbbreviation(const QString& word) {
    static const QSet<QString> known = {QStringLiteral("mr"),  QStringLiteral("mrs"), QStringLiteral("ms"),
                                        QStringLiteral("dr"),  QStringLiteral("st"),  QStringLiteral("prof"),
                                        QStringLiteral("sr"),  QStringLiteral("jr"),  QStringLiteral("vs"),
                                        QStringLiteral("etc"), QStringLiteral("no"),  QStringLiteral("e.g"),
                                        QStringLiteral("i.e"), QStringLiteral("mt"),  QStringLiteral("fig")};
    const bool isInitial = word.size() == 1 && word[0].isUpper() && word[0] != u'I';
    // "No." is a number only before a digit; alone it is an answer. The caller sees to that.
    const bool isInitials = word.size() >= 3 && word[1] == u'.' && word[0].isUpper(); // U.S
    return isInitial || isInitials || known.contains(word.toLower());
}

/// Whether the half-width marks that end before `next` end a sentence. `mark`: the first of them.
bool endsHere(const QString& text, qsizetype start, qsizetype mark, qsizetype next) {
    if (next >= text.size())
        return true;
    const bool spaced = text[next].isSpace();
    const bool beforeChinese = text[next].script() == QChar::Script_Han;
    if (!spaced && !beforeChinese)
        return false;
    if (text[mark] == u'…') {
        // Often only a pause: a new sentence has to begin visibly.
        qsizetype i = next;
        while (i < text.size() && text[i].isSpace())
            ++i;
        return spaced && i < text.size() && text[i].isUpper();
    }
    if (text[mark] != u'.')
        return true;
    qsizetype first = mark;
    while (first > start && !text[first - 1].isSpace() && !isClosing(text[first - 1]) &&
           !QStringLiteral("(\"“‘").contains(text[first - 1]))
        --first;
    const QString word = text.mid(first, mark - first);
    qsizetype i = next;
    while (i < text.size() && text[i].isSpace())
        ++i;
    if (i < text.size() && text[i].isLower())
        return false;
    if (word.compare(QLatin1String("no"), Qt::CaseInsensitive) == 0)
        return i >= text.size() || !text[i].isDigit();
    return !isAbbreviation(word);
}

} // namespace

std::vector<SentenceSpan> sentencesOf(const QString& text) {
    std::vector<SentenceSpan> spans;
    qsizetype start = 0;
    const auto close = [&](qsizetype end) {
        qsizetype first = start, last = end;
        while (first < last && text[first].isSpace())
            ++first;
        while (last > first && text[last - 1].isSpace())
            --last;
        if (first < last)
            spans.push_back({first, last - first});
        start = end;
    };
    for (qsizetype i = 0; i < text.size();) {
        if (isLineBreak(text[i])) {
            close(i);
            ++i;
            continue;
        }
        if (!isEnd(text[i])) {
            ++i;
            continue;
        }
        const qsizetype mark = i;
        bool fullWidth = false;
        for (; i < text.size() && isEnd(text[i]); ++i)
            fullWidth = fullWidth || isFullWidthEnd(text[i]);
        while (i < text.size() && isClosing(text[i]))
            ++i;
        if (fullWidth || endsHere(text, start, mark, i))
            close(i);
    }
    close(text.size());
    return spans;
}

} // namespace zhuyi
