#include "engine/decoding/SearchNetwork.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

class EnsembleSearchNetwork : public SearchNetwork {
  public:
    explicit EnsembleSearchNetwork(std::vector<std::unique_ptr<SearchNetwork>> members)
        : members_(std::move(members)) {}

    Step step(const std::vector<std::int64_t>& tokens, const Given& given) override {
        std::vector<Step> steps;
        for (const auto& member : members_)
            steps.push_back(member->step(tokens, given));
        auto together = steps.front();
        const auto rows = tokens.size();
        const float share = 1 / static_cast<float>(steps.size());
        for (std::size_t i = 0; i < rows * static_cast<std::size_t>(together.vocabulary); ++i) {
            // The logarithm of the mean, which no small probability turns into that of 0.
            float greatest = together.logProbabilities[i], sum = 0;
            for (const auto& step : steps)
                greatest = std::max(greatest, step.logProbabilities[i]);
            for (const auto& step : steps)
                sum += std::exp(step.logProbabilities[i] - greatest);
            together.logProbabilities[i] = greatest + std::log(share * sum);
        }
        attention_.assign(rows * static_cast<std::size_t>(together.sourceLength), 0);
        for (const auto& step : steps)
            for (std::size_t i = 0; i < attention_.size(); ++i)
                attention_[i] += share * step.attention[i];
        together.attention = attention_.data();
        return together;
    }

    void select(const std::vector<std::int64_t>& rows, bool sameSentences) override {
        for (const auto& member : members_)
            member->select(rows, sameSentences);
    }

  private:
    std::vector<std::unique_ptr<SearchNetwork>> members_;
    std::vector<float> attention_;
};

} // namespace

std::unique_ptr<SearchNetwork> ensembleSearchNetwork(std::vector<std::unique_ptr<SearchNetwork>> members) {
    return std::make_unique<EnsembleSearchNetwork>(std::move(members));
}

} // namespace zhuyi
