#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace zhuyi {

/// Numbers the tokens that it meets, in the order of their first use: a corpus is cut into tokens once, and gets its
/// ids when the vocabulary is known.
class Lexicon {
  public:
    Lexicon() = default;
    Lexicon(Lexicon&&) = default;
    Lexicon& operator=(Lexicon&&) = default;

    std::int32_t number(const std::string& token) {
        const auto [entry, isNew] = numbers_.emplace(token, static_cast<std::int32_t>(tokens_.size()));
        if (isNew)
            tokens_.push_back(&entry->first);
        return entry->second;
    }
    const std::string& token(std::size_t number) const { return *tokens_[number]; }
    std::size_t size() const { return tokens_.size(); }

  private:
    std::unordered_map<std::string, std::int32_t> numbers_;
    std::vector<const std::string*> tokens_; // keys of the map, which stay where they are
};

} // namespace zhuyi
