#include "engine/corpus/GrammarInflection.h"

#include <string_view>

namespace zhuyi {

namespace {

bool endsWith(std::string_view word, std::string_view end) {
    return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

bool isVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool endsInConsonantAndY(const std::string& word) {
    return endsWith(word, "y") && !isVowel(word[word.size() - 2]);
}

std::string withS(const std::string& word) {
    if (endsInConsonantAndY(word))
        return word.substr(0, word.size() - 1) + "ies";
    for (const char* end : {"s", "x", "z", "ch", "sh"})
        if (endsWith(word, end))
            return word + "es";
    return word + "s";
}

/// With an ending that begins with e.
std::string withE(const std::string& word, const std::string& ending) {
    if (endsInConsonantAndY(word))
        return word.substr(0, word.size() - 1) + "i" + ending;
    return endsWith(word, "e") ? word + ending.substr(1) : word + ending;
}

std::string withIng(const std::string& word) {
    const bool silent = endsWith(word, "e") && !endsWith(word, "ee") && !endsWith(word, "ye");
    return (silent ? word.substr(0, word.size() - 1) : word) + "ing";
}

} // namespace

bool GrammarInflection::isForm(const std::string& form) {
    static const std::unordered_set<std::string> forms = {"base", "present", "past",        "participle",
                                                          "ing",  "plural",  "comparative", "superlative"};
    return forms.count(form) != 0;
}

std::string GrammarInflection::inflect(const std::string& word, const std::string& form,
                                       const std::string& agreement) const {
    if (const auto told = told_.find(word); told != told_.end())
        for (const std::string& key : {form + "-" + agreement, form})
            if (const auto text = told->second.find(key); text != told->second.end())
                return text->second;
    if (form == "present")
        return agreement == "3s" ? withS(word) : word;
    if (form == "plural")
        return withS(word);
    if (form == "past" || form == "participle")
        return withE(word, "ed");
    if (form == "ing")
        return withIng(word);
    if (form == "comparative")
        return withE(word, "er");
    if (form == "superlative")
        return withE(word, "est");
    return word;
}

bool GrammarInflection::takesAn(const std::string& word) const {
    const auto told = articles_.find(word);
    return told != articles_.end() ? told->second : !word.empty() && isVowel(word.front());
}

} // namespace zhuyi
