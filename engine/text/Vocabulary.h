#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhuyi {

class Capitals;

/// Tokens and their ids: four special ones, then the corpus's, most frequent first. One of subwords holds also what
/// cuts text into them, and one of English how the corpus writes capitals.
class Vocabulary {
  public:
    static constexpr std::int32_t Pad = 0, Unknown = 1, Begin = 2, End = 3, Specials = 4;

    Vocabulary();
    /// `tokens` without the special ones.
    explicit Vocabulary(const std::vector<std::string>& tokens);
    /// The `size` most frequent tokens seen at least `minimumCount` times; equal counts in the order of their bytes.
    static Vocabulary fromCounts(const std::unordered_map<std::string, std::int64_t>& counts, std::int64_t size,
                                 std::int64_t minimumCount);

    /// All pieces of a model as SubwordTokenizer::train makes it.
    static Vocabulary fromSubwords(std::string model);

    /// The model of fromSubwords; empty otherwise.
    const std::string& subwordModel() const { return subwordModel_; }

    /// Never null; those of common English where none were learnt.
    const std::shared_ptr<const Capitals>& capitals() const { return capitals_; }
    void setCapitals(std::shared_ptr<const Capitals> capitals) { capitals_ = std::move(capitals); }

    /// Unknown where there is no such token.
    std::int32_t id(std::string_view token) const;
    const std::string& token(std::int32_t id) const { return tokens_[static_cast<std::size_t>(id)]; }
    std::int64_t size() const { return static_cast<std::int64_t>(tokens_.size()); }
    /// Without the special ones: what a model file keeps.
    std::vector<std::string> words() const;

  private:
    std::vector<std::string> tokens_;
    std::unordered_map<std::string, std::int32_t> ids_;
    std::string subwordModel_;
    std::shared_ptr<const Capitals> capitals_;
};

} // namespace zhuyi
