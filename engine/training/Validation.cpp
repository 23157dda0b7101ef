#include "engine/training/Validation.h"

#include "engine/model/MakeBatch.h"
#include "engine/training/Loss.h"

#include <vector>

namespace zhuyi {

namespace {

AlignmentErrorRate alignmentErrorRate(const EncodedPairs& pairs, const std::vector<std::uint32_t>& batch,
                                      const std::vector<std::vector<AlignmentLink>>& alignments) {
    AlignmentErrorRate rate;
    for (std::size_t b = 0; b < batch.size(); ++b)
        rate.add(alignments[b], pairs.gold.begin(batch[b]), pairs.gold.end(batch[b]));
    return rate;
}

} // namespace

void Validation::advance(Seq2Seq& network, Workers& workers) {
    network.eval();
    const auto parts = plan_.shares(next_++, workers.size());
    struct Sum {
        double nats = 0;
        std::int64_t correct = 0, tokens = 0;
        AlignmentErrorRate alignment;
    };
    std::vector<Sum> sums(parts.size());
    workers.run([&](int worker) {
        const auto part = static_cast<std::size_t>(worker);
        if (part >= parts.size())
            return;
        const torch::NoGradGuard noGradientHere; // each thread has its own
        const auto batch = makeBatch(pairs_, parts[part], network.device());
        const auto outputs = network.forward(batch, aligns_);
        std::int64_t correct = 0;
        const auto right = outputs.logits.argmax(1).eq(batch.targets).to(torch::kCPU),
                   real = batch.real.to(torch::kCPU);
        for (std::int64_t n = 0; n < batch.tokens; ++n)
            if (right.data_ptr<bool>()[n]) {
                ++correct;
                ++correctOfPair_[parts[part]
                                      [static_cast<std::size_t>(real.data_ptr<std::int64_t>()[n] % batch.size())]];
            }
        sums[part] = {crossEntropy(outputs.logits, batch.targets, 0).nats.item<double>(), correct, batch.tokens,
                      aligns_ ? alignmentErrorRate(
                                    pairs_, parts[part],
                                    links_ == Links::OfAttention
                                        ? attentionAlignments(pairs_, parts[part], outputs.weights, signs_)
                                        : posteriorAlignments(network, pairs_, parts[part], outputs, signs_))
                              : AlignmentErrorRate()};
    });
    for (const auto& sum : sums) {
        nats_ += sum.nats;
        correct_ += sum.correct;
        tokens_ += sum.tokens;
        alignment_.add(sum.alignment);
    }
}

} // namespace zhuyi
