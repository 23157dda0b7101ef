#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace zhuyi {

/// Where English has capitals, to put them back into what a model writes that knows words in lower case: learnt from
/// how a corpus writes each word within its sentences (truecasing: Lita et al. 2003); what it does not tell is as
/// English is commonly written.
class Capitals {
  public:
    Capitals() = default;
    /// As learnt before; `words` maps words in lower case.
    Capitals(bool beginSentences, std::map<std::string, std::string> words)
        : beginSentences_(beginSentences), words_(std::move(words)) {}

    /// From `count` texts (normalised); of very many, from 200,000 of them.
    static Capitals learn(std::size_t count, const std::function<std::string_view(std::size_t)>& text);

    /// Whether sentences begin with a capital.
    bool beginSentences() const { return beginSentences_; }
    /// A word in lower case as it stands within a sentence, and at its beginning.
    std::string within(const std::string& word) const;
    std::string atBeginning(const std::string& word) const;

    /// What differs from common English, word in lower case → word.
    const std::map<std::string, std::string>& words() const { return words_; }

  private:
    bool beginSentences_ = true;
    std::map<std::string, std::string> words_;
};

/// With its first letter as a capital.
std::string capitalised(std::string_view word);

} // namespace zhuyi
