#include "engine/training/AveragedNetwork.h"

#include "engine/training/AdamSweeps.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::int64_t Every = 4;

} // namespace

AveragedNetwork::AveragedNetwork(std::shared_ptr<Seq2Seq> averages, std::shared_ptr<Seq2Seq> trained, double decay)
    : averages_(std::move(averages)), trained_(std::move(trained)), decay_(decay) {}

void AveragedNetwork::follow(std::int64_t step, Workers& workers) {
    if (step % Every != 0)
        return;
    const auto counted = static_cast<double>(step);
    const double share = 1 - std::pow(std::min(decay_, (1 + counted) / (10 + counted)), Every);
    const auto to = averages_->parameters(), from = trained_->parameters();
    const torch::NoGradGuard noGradient;
    if (!to.front().is_cpu()) {
        for (std::size_t i = 0; i < to.size(); ++i)
            to[i].lerp_(from[i], share);
        return;
    }
    workers.run([&](int worker) {
        for (std::size_t i = 0; i < to.size(); ++i) {
            const auto size = to[i].numel();
            const auto begin = size * worker / workers.size(), end = size * (worker + 1) / workers.size();
            moveTowards(to[i].data_ptr<float>() + begin, from[i].data_ptr<float>() + begin, end - begin, share);
        }
    });
}

} // namespace zhuyi
