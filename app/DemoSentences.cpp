#include "app/DemoSentences.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <set>
#include <sstream>

namespace zhuyi {

namespace {

using Words = std::vector<std::string>;

bool containsAny(const Words& words, const std::set<std::string>& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return wanted.count(word) > 0; });
}

const std::set<std::string>& timeWords() {
    static const std::set<std::string> words = {"昨天", "今天", "明天", "前天", "后天", "昨晚", "今晚", "上周", "下周",
                                                "上午", "下午", "早上", "晚上", "去年", "今年", "明年", "每天", "周末"};
    return words;
}

const std::set<std::string>& numerals() {
    static const std::set<std::string> words = {"一", "两", "三", "四", "五", "六", "七", "八", "九", "十"};
    return words;
}

/// 把 as what it is before an object, not as the measure word of umbrellas and keys.
bool bringsForward(const Words& chinese) {
    static const std::set<std::string> before = {"几", "这", "那", "每", "哪", "半"};
    for (std::size_t i = 0; i < chinese.size(); ++i)
        if (chinese[i] == "把" &&
            (i == 0 || (numerals().count(chinese[i - 1]) == 0 && before.count(chinese[i - 1]) == 0)))
            return true;
    return false;
}

/// A clause before 的, not the frame 是 … 的 ("it was Tom who"), and "that" as a pronoun, not as in "that book".
bool isRelative(const Words& chinese, const Words& english) {
    return containsAny(chinese, {"的"}) && english.front() != "it" &&
           std::any_of(english.begin() + 1, english.end(), [&](const auto& word) {
               return word == "who" || word == "which" || word == "whose" ||
                      (word == "that" && !containsAny(chinese, {"那"}));
           });
}

/// Whether the sentence shows the construction, as far as its words tell.
bool shows(Construction construction, const Words& chinese, const Words& english) {
    switch (construction) {
    case Construction::TimeAndPlace:
        return containsAny(chinese, timeWords()) && containsAny(chinese, {"在"});
    case Construction::RelativeClause:
        return isRelative(chinese, english);
    case Construction::Ba:
        return bringsForward(chinese);
    case Construction::Bei:
        return containsAny(chinese, {"被"});
    case Construction::Comparison:
        return containsAny(chinese, {"比"}) && containsAny(english, {"than"});
    case Construction::Question:
        return containsAny(chinese,
                           {"吗", "呢", "什么", "谁", "哪里", "哪儿", "几", "多少", "怎么", "为什么", "什么时候"});
    case Construction::Because:
        return containsAny(chinese, {"因为"});
    case Construction::MeasureWord:
        return containsAny(chinese, {"本", "张", "条", "件", "辆", "只", "把", "杯", "棵", "个"}) &&
               containsAny(chinese, numerals());
    case Construction::Other:
        return true;
    }
    return false;
}

/// Whether it is more than punctuation: has a Latin letter, a digit or a Chinese character.
bool isWord(const std::string& token) {
    const auto speaks = [](unsigned char c) { return std::isalnum(c) || (c >= 0xE4 && c <= 0xE9); };
    return token != "</s>" && std::any_of(token.begin(), token.end(), speaks);
}

/// The cells that link words, in the order of rows.
std::vector<GoldCell> linksOf(const AttentionMap& map) {
    if (map.gold)
        return *map.gold;
    std::vector<GoldCell> links;
    for (std::size_t row = 0; row < map.rows(); ++row) {
        const auto* weights = &map.weights[row * map.columns()];
        const auto column = static_cast<std::size_t>(std::max_element(weights, weights + map.columns()) - weights);
        if (isWord(map.targetTokens[row]))
            links.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), true});
    }
    return links;
}

bool cross(const GoldCell& a, const GoldCell& b) {
    return (a.row < b.row && a.column > b.column) || (a.row > b.row && a.column < b.column);
}

/// The word that crosses most others, among those whose translation is theirs alone.
std::optional<Move> greatestMove(const AttentionMap& map) {
    const auto links = linksOf(map);
    std::optional<Move> greatest;
    double most = 1; // a word that changes places with its neighbour alone needs no mention
    for (std::size_t column = 0; column < map.columns(); ++column) {
        std::vector<GoldCell> own;
        std::copy_if(links.begin(), links.end(), std::back_inserter(own),
                     [&](const auto& link) { return link.sure && link.column == column; });
        if (own.empty() || !isWord(map.sourceTokens[column]))
            continue;
        const Move move{column, own.front().row, own.back().row};
        const bool apart = move.lastRow - move.firstRow + 1 != own.size();
        const bool shared = std::any_of(links.begin(), links.end(), [&](const auto& link) {
            return link.sure && link.column != column && link.row >= move.firstRow && link.row <= move.lastRow;
        });
        const bool moved = std::max(column, move.firstRow) - std::min(column, move.firstRow) >= 2;
        if (!moved || apart || shared || !isWord(map.targetTokens[move.firstRow]))
            continue;
        const auto crossed = std::count_if(links.begin(), links.end(),
                                           [&](const auto& link) { return link.sure && cross(own.front(), link); });
        if (static_cast<double>(crossed) > most) {
            greatest = move;
            most = static_cast<double>(crossed);
        }
    }
    return greatest;
}

/// Large where many words cross in a sentence that is easily taken in.
double worth(const AttentionMap& map) {
    const double length = static_cast<double>(std::max(map.rows(), map.columns()));
    return std::min(static_cast<double>(crossings(map)), 15.0) - std::max(0.0, length - 11) * 2 -
           std::max(0.0, 7 - length) * 2;
}

Words wordsOf(const std::string& text) {
    std::istringstream stream(text);
    Words words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

} // namespace

std::vector<SentencePair> pairsToWatch(const std::vector<SentencePair>& pairs) {
    constexpr std::size_t most = 6;
    std::vector<SentencePair> watched;
    for (const bool strict : {true, false})
        for (const auto& pair : pairs) {
            const auto chinese = wordsOf(pair.chinese), english = wordsOf(pair.english);
            const bool fits =
                chinese.size() >= 6 && chinese.size() <= 10 && english.size() >= 6 && english.size() <= 10;
            if (watched.size() < most && (strict ? fits && containsAny(chinese, timeWords()) : watched.empty()))
                watched.push_back(pair);
        }
    return watched;
}

std::vector<DemoExample> chooseExamples(const std::vector<DemoSentence>& sentences) {
    constexpr std::array constructions = {
        Construction::TimeAndPlace, Construction::RelativeClause, Construction::Ba,      Construction::Bei,
        Construction::Comparison,   Construction::Question,       Construction::Because, Construction::MeasureWord};
    constexpr std::size_t least = 6;
    std::vector<DemoExample> examples;
    const auto choose = [&](Construction construction) {
        const DemoSentence* best = nullptr;
        for (const auto& sentence : sentences) {
            const auto& map = *sentence.attention;
            const bool taken = std::any_of(examples.begin(), examples.end(),
                                           [&](const auto& example) { return example.sentence == &sentence; });
            if (!taken && shows(construction, map.sourceTokens, map.targetTokens) &&
                (!best || worth(map) > worth(*best->attention)))
                best = &sentence;
        }
        if (best)
            examples.push_back({construction, best, greatestMove(*best->attention)});
        return best != nullptr;
    };
    for (const auto construction : constructions)
        choose(construction);
    while (examples.size() < least && choose(Construction::Other)) {
    }
    return examples;
}

std::size_t crossings(const AttentionMap& map) {
    const auto links = linksOf(map);
    std::size_t count = 0;
    for (const auto& a : links)
        for (const auto& b : links)
            count += a.row < b.row && cross(a, b);
    return count;
}

std::optional<double> shareOnGold(const AttentionMap& map) {
    if (!map.gold)
        return std::nullopt;
    std::set<std::size_t> rows;
    double sum = 0;
    for (const auto& cell : *map.gold) {
        rows.insert(cell.row);
        sum += static_cast<double>(map.at(cell.row, cell.column));
    }
    if (rows.empty())
        return std::nullopt;
    return sum / static_cast<double>(rows.size());
}

} // namespace zhuyi
