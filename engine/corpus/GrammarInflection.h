#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace zhuyi {

/// The forms of English words: told ones, else regular ones.
class GrammarInflection {
  public:
    /// Tells a form, "past" or for one person and number "past-3s".
    void tell(const std::string& word, const std::string& form, const std::string& text) {
        told_[word][form] = text;
    }
    /// Tells whether "an" stands before this word.
    void tellArticle(const std::string& word, bool an) { articles_[word] = an; }

    /// Whether English words have a regular form of this name: present, past, participle, ing, plural, comparative,
    /// superlative or base.
    static bool isForm(const std::string& form);
    /// `agreement` is "1s", "2", "3s", "1p" or "3p".
    std::string inflect(const std::string& word, const std::string& form, const std::string& agreement) const;
    bool takesAn(const std::string& word) const;

  private:
    std::unordered_map<std::string, std::unordered_map<std::string, std::string>> told_;
    std::unordered_map<std::string, bool> articles_;
};

} // namespace zhuyi
