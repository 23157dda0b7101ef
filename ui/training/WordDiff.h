#pragma once

#include <QString>

#include <vector>

namespace zhuyi {

/// A stretch of a text against an earlier one.
struct DiffPiece {
    enum class Kind { Kept, Added, Removed };
    Kind kind;
    QString text;
    bool hasSpaceBefore; // in the text that it comes from
};

/// What changed from one text to the other, word by word, a Chinese character being a word: their longest common
/// subsequence is kept. What was removed stands before what came in its place.
std::vector<DiffPiece> wordDiff(const QString& before, const QString& after);

} // namespace zhuyi
