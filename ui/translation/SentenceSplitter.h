#pragma once

#include <QString>

#include <vector>

namespace zhuyi {

/// Where a sentence stands in a text, in UTF-16 units.
struct SentenceSpan {
    qsizetype start = 0;
    qsizetype length = 0;
};

/// The sentences of a Chinese or English text, without the white space around them. A line break ends a sentence, as do
/// 。！？ and a full stop, exclamation or question mark that white space follows, each with the closing quotes and
/// brackets behind it; not the point of "Mr.", of "3.5" or of an initial.
std::vector<SentenceSpan> sentencesOf(const QString& text);

} // namespace zhuyi
