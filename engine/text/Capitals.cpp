#include "engine/text/Capitals.h"

#include "engine/text/Characters.h"
#include "engine/text/EnglishNames.h"
#include "engine/text/EnglishText.h"
#include "engine/text/EnglishWordTokenizer.h"
#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhuyi {

namespace {

constexpr std::size_t MostTexts = 200000;
constexpr std::size_t MostWords = 20000; // learnt; the frequent ones
constexpr std::int64_t LeastCount = 2;   // within sentences: less is as often a title or a shout

/// Without a corpus to learn from.
std::string commonly(const std::string& word) {
    static const std::set<std::string_view> initials = {"u.s.", "u.k.", "u.n.", "u.s.a.", "d.c.", "tv", "ok",
                                                        "cd",   "dvd",  "uk",   "usa",    "ufo",  "dj"};
    if (initials.count(word) != 0) {
        std::string result = word;
        std::transform(result.begin(), result.end(), result.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        return result;
    }
    // The name may be the first part of a longer word ("i'm", "english-speaking").
    const std::string_view first = std::string_view(word).substr(0, word.find_first_of("'-"));
    return isEnglishName(first) ? capitalised(word) : word;
}

/// Whether a sentence may begin after this sign, whose first word then tells nothing.
bool mayBegin(std::string_view sign) {
    static const std::set<std::string_view> signs = {".", "!", "?", "...", ":", ";", "\"", "'", "``", "''", "(", "-"};
    return signs.count(sign) != 0;
}

bool isWord(std::string_view token) {
    std::size_t position = 0;
    return !token.empty() && isWordCharacter(nextCodePoint(token, position));
}

} // namespace

std::string capitalised(std::string_view word) {
    std::size_t i = 0;
    std::string result;
    if (!word.empty())
        appendCodePoint(result, static_cast<char32_t>(u_toupper(static_cast<UChar32>(nextCodePoint(word, i)))));
    return result.append(word.substr(i));
}

Capitals Capitals::learn(std::size_t count, const std::function<std::string_view(std::size_t)>& text) {
    const EnglishWordTokenizer tokenizer(nullptr);
    std::unordered_map<std::string, std::int64_t> forms; // within sentences
    std::int64_t raised = 0, begun = 0;
    const std::size_t stride = std::max<std::size_t>(1, (count + MostTexts - 1) / MostTexts);
    for (std::size_t i = 0; i < count; i += stride) {
        bool begins = true;
        bool first = true;
        std::string previous;
        for (const auto& token : tokenizer.tokenize(text(i))) {
            if (!isWord(token)) {
                begins = begins || (mayBegin(token) && !isTitle(lowerCase(previous)));
                first = first && mayBegin(token);
                previous = token;
                continue;
            }
            std::size_t position = 0;
            const auto letter = static_cast<UChar32>(nextCodePoint(token, position));
            if (first && u_toupper(letter) != u_tolower(letter)) {
                ++begun;
                raised += u_tolower(letter) != letter;
            }
            if (!begins)
                ++forms[token];
            begins = first = false;
            previous = token;
        }
    }

    struct Form {
        std::string word;
        std::int64_t count = 0, all = 0; // of this form, of all
    };
    std::unordered_map<std::string, Form> best;
    for (const auto& [word, times] : forms) {
        auto& form = best[lowerCase(word)];
        form.all += times;
        if (times > form.count || (times == form.count && word > form.word)) // "word" before "Word"
            form.word = word, form.count = times;
    }
    std::vector<std::pair<std::string, Form>> learnt;
    for (auto& [lower, form] : best)
        if (form.all >= LeastCount && form.word != commonly(lower))
            learnt.emplace_back(lower, std::move(form));
    std::sort(learnt.begin(), learnt.end(), [](const auto& a, const auto& b) {
        return a.second.all != b.second.all ? a.second.all > b.second.all : a.first < b.first;
    });
    std::map<std::string, std::string> words;
    for (std::size_t i = 0; i < std::min(learnt.size(), MostWords); ++i)
        words.emplace(learnt[i].first, learnt[i].second.word);
    return {begun == 0 || 2 * raised > begun, std::move(words)};
}

std::string Capitals::within(const std::string& word) const {
    const auto known = words_.find(word);
    return known != words_.end() ? known->second : commonly(word);
}

std::string Capitals::atBeginning(const std::string& word) const {
    return beginSentences_ ? capitalised(within(word)) : within(word);
}

} // namespace zhuyi
