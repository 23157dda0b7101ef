#include "engine/training/Validation.h"

#include "engine/model/MakeBatch.h"

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

void Validation::advance(Seq2Seq& network, const TrainingPasses& passes, Workers& workers) {
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
        const auto score = passes[part]->score(batch, aligns_);
        std::int64_t correct = 0;
        for (std::size_t b = 0; b < score.correct.size(); ++b) {
            correct += score.correct[b];
            correctOfPair_[parts[part][b]] = score.correct[b];
        }
        sums[part] = {
            score.nats, correct, batch.tokens,
            aligns_ ? alignmentErrorRate(pairs_, parts[part],
                                         links_ == Links::OfAttention
                                             ? attentionAlignments(pairs_, parts[part], score.outputs.weights, signs_)
                                             : posteriorAlignments(network, pairs_, parts[part], score.outputs, signs_))
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
