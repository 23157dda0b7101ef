#include "engine/text/Vocabulary.h"

#include "engine/text/Capitals.h"
#include "engine/text/SubwordTokenizer.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

const std::vector<std::string> specials = {"<pad>", "<unk>", "<s>", "</s>"};

bool isSpecial(const std::string& token) {
    return std::find(specials.begin(), specials.end(), token) != specials.end();
}

} // namespace

Vocabulary::Vocabulary() : tokens_(specials), capitals_(std::make_shared<const Capitals>()) {}

Vocabulary::Vocabulary(const std::vector<std::string>& tokens) : Vocabulary() {
    tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
    ids_.reserve(tokens_.size());
    // Text never gets the id of a special token, even where it is written like one.
    for (std::size_t i = specials.size(); i < tokens_.size(); ++i)
        if (!isSpecial(tokens_[i]))
            ids_.emplace(tokens_[i], static_cast<std::int32_t>(i));
}

Vocabulary Vocabulary::fromCounts(const std::unordered_map<std::string, std::int64_t>& counts, std::int64_t size,
                                  std::int64_t minimumCount) {
    using Entry = std::pair<const std::string*, std::int64_t>;
    std::vector<Entry> entries;
    for (const auto& [token, count] : counts)
        if (count >= minimumCount && !isSpecial(token))
            entries.emplace_back(&token, count);
    const auto before = [](const Entry& a, const Entry& b) {
        return a.second != b.second ? a.second > b.second : *a.first < *b.first;
    };
    const auto kept = std::min(entries.size(), static_cast<std::size_t>(std::max<std::int64_t>(size, 0)));
    std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(kept), entries.end(), before);
    std::vector<std::string> tokens;
    tokens.reserve(kept);
    for (std::size_t i = 0; i < kept; ++i)
        tokens.push_back(*entries[i].first);
    return Vocabulary(tokens);
}

Vocabulary Vocabulary::fromSubwords(std::string model) {
    Vocabulary vocabulary(SubwordTokenizer(model, Language::English).pieces()); // of either language
    vocabulary.subwordModel_ = std::move(model);
    return vocabulary;
}

std::int32_t Vocabulary::id(std::string_view token) const {
    const auto entry = ids_.find(std::string(token));
    return entry == ids_.end() ? Unknown : entry->second;
}

std::vector<std::string> Vocabulary::words() const {
    return {tokens_.begin() + Specials, tokens_.end()};
}

} // namespace zhuyi
