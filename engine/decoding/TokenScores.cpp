#include "engine/decoding/TokenScores.h"

#include "engine/text/Vocabulary.h"

#include <algorithm>
#include <array>
#include <limits>

namespace zhuyi {

namespace {

constexpr float never = -std::numeric_limits<float>::infinity();

/// The greatest score. In lanes, so that the compiler compares many at once.
float greatestOf(const float* scores, std::int64_t count) {
    std::array<float, 16> lanes;
    constexpr std::int64_t width = lanes.size();
    lanes.fill(never);
    std::int64_t i = 0;
    for (; i + width <= count; i += width)
        for (std::int64_t lane = 0; lane < width; ++lane) {
            auto& greatest = lanes[static_cast<std::size_t>(lane)];
            greatest = scores[i + lane] > greatest ? scores[i + lane] : greatest;
        }
    for (; i < count; ++i)
        lanes[0] = std::max(lanes[0], scores[i]);
    return *std::max_element(lanes.begin(), lanes.end());
}

} // namespace

TokenScores::TokenScores(const torch::Tensor& logits)
    : owned_(torch::log_softmax(logits, 1).to(torch::kCPU, torch::kFloat32).contiguous()),
      scores_(owned_.data_ptr<float>()), size_(owned_.size(1)) {
    blockForAll(owned_.size(0));
}

TokenScores::TokenScores(const SearchNetwork::Step& step, std::int64_t rows)
    : scores_(step.logProbabilities), size_(step.vocabulary) {
    blockForAll(rows);
}

void TokenScores::blockForAll(std::int64_t rows) {
    for (std::int64_t row = 0; row < rows; ++row) {
        auto* scores = scores_ + row * size_;
        scores[Vocabulary::Pad] = scores[Vocabulary::Begin] = never;
    }
}

void TokenScores::block(std::int64_t row, const std::vector<std::int32_t>& written, const DecodingOptions& options) {
    auto* scores = scores_ + row * size_;
    if (options.block_unknown)
        scores[Vocabulary::Unknown] = never;
    for (const auto token : repeatsAfter(written, options.block_repeats))
        scores[token] = never;
}

std::vector<ScoredToken> TokenScores::best(std::int64_t row, std::int64_t count) const {
    const auto* scores = this->row(row);
    if (count == 1) {
        const float greatest = greatestOf(scores, size());
        const auto* place = greatest == never ? scores + Vocabulary::End : std::find(scores, scores + size(), greatest);
        return {{static_cast<std::int32_t>(place - scores), *place}};
    }
    std::vector<ScoredToken> best;
    const auto most = static_cast<std::size_t>(std::min(count, size()));
    best.reserve(most + 1);
    float least = never; // that a token needs more than
    const auto weigh = [&](std::int64_t token) {
        const float score = scores[token];
        if (!(score > least))
            return;
        auto place = best.end();
        while (place != best.begin() && (place - 1)->logProbability < score)
            --place;
        best.insert(place, {static_cast<std::int32_t>(token), score});
        if (best.size() > most)
            best.pop_back();
        if (best.size() == most)
            least = best.back().logProbability;
    };
    constexpr std::int64_t stretch = 64; // tokens; most stretches hold none of the best
    for (std::int64_t begin = 0; begin < size(); begin += stretch) {
        const auto end = std::min(begin + stretch, size());
        if (greatestOf(scores + begin, end - begin) > least)
            for (auto token = begin; token < end; ++token)
                weigh(token);
    }
    if (best.empty()) // weights that are no numbers any more
        best.push_back({Vocabulary::End, scores[Vocabulary::End]});
    return best;
}

std::vector<std::int32_t> repeatsAfter(const std::vector<std::int32_t>& written, std::int64_t length) {
    std::vector<std::int32_t> repeats;
    const auto size = static_cast<std::int64_t>(written.size());
    if (length <= 0)
        return repeats;
    const auto tail = written.end() - std::min(length - 1, size);
    for (std::int64_t end = length - 1; end < size; ++end)
        if (std::equal(tail, written.end(), written.begin() + (end - length + 1)))
            repeats.push_back(written[static_cast<std::size_t>(end)]);
    return repeats;
}

} // namespace zhuyi
