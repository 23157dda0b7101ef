#pragma once

#include "engine/corpus/GrammarInflection.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// A synchronous context-free grammar of Chinese and English (Chiang 2006): every rule rewrites a category into a
/// Chinese and an English side that share their constituents, so that one derivation yields a sentence, its
/// translation and their alignment. resources/grammar/README.md tells the file format.
struct Grammar {
    static constexpr int None = -1;

    /// A word or a constituent on one side of a rule.
    struct Item {
        int constituent = None;     // index into Rule::constituents, or
        int word = None;            // index into `words`
        int form = None;            // index into `forms`; the head without one takes that of its category
        int agreesWith = None;      // the constituent whose person and number the form follows
        int link = 0;               // words of one rule with the same number link; 0: with nothing
        int linkedHead = None;      // links with the head of this constituent instead
        bool sure = true;
        bool head = false;
    };
    struct Rule {
        std::vector<int> constituents; // categories
        std::vector<Item> sides[2];    // Chinese, English
        int weight = 1;
        /// Forms and features that are told: pairs of form and word.
        std::vector<std::pair<int, int>> attributes;
    };
    struct Category {
        std::string name;
        std::vector<Rule> rules;
        std::vector<std::uint32_t> cumulativeWeights;
    };
    /// Words put around a Chinese head ("le": the head, then 了), which may link to what it links to.
    struct ChineseForm {
        int form = None;
        std::vector<int> before, after;
    };

    std::vector<std::string> words;
    std::vector<std::string> forms; // names of forms and features
    std::vector<Category> categories;
    std::vector<ChineseForm> chineseForms;
    GrammarInflection inflection;
    int first = 0;     // the category of the sentence that comes first, an index into `categories`
    int sentence = 0;  // that of all others
    int agreement = 0; // the feature "agr", an index into `forms`
    int once = 0;      // the feature "once": the rule's Chinese head is in a sentence at most once
};

} // namespace zhuyi
