#include "ui/translation/TokenSpans.h"

namespace zhuyi {

namespace {

constexpr int mostSkipped = 40; // characters between two tokens; what lies farther is another place of the same word

/// Character for character, so that places stay: lower case, and Latin letters and signs in their narrow form.
QString folded(const QString& text) {
    QString result = text;
    for (QChar& c : result) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        c = c.toCaseFolded();
    }
    return result;
}

bool isBoundary(const QString& text, qsizetype at) {
    return at <= 0 || at >= text.size() || !text[at - 1].isLetterOrNumber() || !text[at].isLetterOrNumber();
}

/// From here on; behind a word that is unknown rather a whole word than a part of it.
qsizetype find(const QString& text, const QString& token, qsizetype from, bool ratherWhole) {
    const qsizetype first = text.indexOf(token, from);
    for (qsizetype at = first; ratherWhole && at >= 0; at = text.indexOf(token, at + 1))
        if (isBoundary(text, at) && isBoundary(text, at + token.size()))
            return at;
    return first;
}

QString bare(const std::string& token) {
    QString text = QString::fromStdString(token);
    return folded(text.remove(QChar(u'▁')).remove(u' ')); // a space, as some tokenizers write it
}

} // namespace

std::vector<TextSpan> tokenSpans(const QString& text, const std::vector<std::string>& tokens) {
    const QString among = folded(text);
    std::vector<TextSpan> spans(tokens.size());
    qsizetype at = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const QString token = tokens[i] == "<unk>" ? QStringLiteral("‹?›") : bare(tokens[i]); // as shownText() has it
        if (token.isEmpty())
            continue;
        const qsizetype found = find(among, token, at, i > 0 && spans[i - 1].length == 0);
        if (found < 0 || found - at > mostSkipped)
            continue;
        spans[i] = {static_cast<int>(found), static_cast<int>(token.size())};
        at = found + token.size();
    }
    // An unknown word between two that are known is what lies between them.
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] != "<unk>" || spans[i].length > 0)
            continue;
        int from = i == 0 ? 0 : spans[i - 1].start + spans[i - 1].length;
        int to = static_cast<int>(text.size());
        if (i > 0 && spans[i - 1].length == 0)
            continue;
        if (i + 1 < tokens.size() && tokens[i + 1] != "</s>") {
            if (spans[i + 1].length == 0)
                continue;
            to = spans[i + 1].start;
        }
        while (from < to && text[from].isSpace())
            ++from;
        while (to > from && text[to - 1].isSpace())
            --to;
        spans[i] = {from, to - from};
    }
    return spans;
}

} // namespace zhuyi
