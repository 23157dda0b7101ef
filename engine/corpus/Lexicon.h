#pragma once

#include "engine/corpus/HashIndex.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace zhuyi {

/// Numbers the tokens that it meets, in the order of their first use: a corpus is cut into tokens once, and gets its
/// ids when the vocabulary is known.
class Lexicon {
  public:
    std::int32_t number(const std::string& token) {
        const auto isEqual = [&](std::uint32_t index) { return tokens_[index] == token; };
        const std::uint32_t number =
            index_.findOrInsert(std::hash<std::string>()(token), static_cast<std::uint32_t>(tokens_.size()), isEqual);
        if (number == tokens_.size())
            tokens_.push_back(token);
        return static_cast<std::int32_t>(number);
    }
    const std::string& token(std::size_t number) const { return tokens_[number]; }
    std::size_t size() const { return tokens_.size(); }

  private:
    HashIndex index_;
    std::vector<std::string> tokens_;
};

} // namespace zhuyi
