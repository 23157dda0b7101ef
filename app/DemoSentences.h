#pragma once

#include "app/DemoRun.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace zhuyi {

/// What makes a sentence's word order differ between Chinese and English.
enum class Construction { TimeAndPlace, RelativeClause, Ba, Bei, Comparison, Question, Because, MeasureWord, Other };

/// A source word whose translation, one or more words side by side, stands elsewhere in its sentence.
struct Move {
    std::size_t column = 0; // of the map
    std::size_t firstRow = 0;
    std::size_t lastRow = 0;
};

struct DemoExample {
    Construction construction = Construction::TimeAndPlace;
    const DemoSentence* sentence = nullptr;
    std::optional<Move> move; // that of the word that crosses most others
};

/// Held-out pairs to watch while the model trains, by what their text shows.
std::vector<SentencePair> pairsToWatch(const std::vector<SentencePair>& pairs);

/// One sentence a construction, with the most words that cross, in an order to show them in; where some are not found,
/// others whose words cross, up to six. How well the model does on them decides nothing.
std::vector<DemoExample> chooseExamples(const std::vector<DemoSentence>& sentences);

/// How many pairs of links cross: true ones where they are known, else those of each row's largest weight.
std::size_t crossings(const AttentionMap& map);

/// Mean share of a target word's attention that lies on its true source words, 0–1, over the target words that have
/// some.
std::optional<double> shareOnGold(const AttentionMap& map);

} // namespace zhuyi
