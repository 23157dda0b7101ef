#include "engine/decoding/ForcedDecoding.h"

#include "engine/corpus/EncodedCorpus.h"
#include "engine/model/MakeBatch.h"

namespace zhuyi {

Hypothesis forcedDecoding(Seq2Seq& network, const std::vector<std::int32_t>& source,
                          const std::vector<std::int32_t>& target) {
    const torch::NoGradGuard noGradient;
    EncodedPairs pair;
    pair.source.append(source);
    pair.target.append(target);
    const auto batch = makeBatch(pair, {0}, network.device());
    const auto [logits, weights] = network.forward(batch, true);
    const auto scores = torch::log_softmax(logits, 1)
                            .gather(1, batch.targets.unsqueeze(1))
                            .to(torch::kCPU, torch::kFloat32)
                            .contiguous();
    const auto rows = weights.to(torch::kCPU, torch::kFloat32).contiguous(); // T×1×S
    const auto targets = batch.targets.to(torch::kCPU);
    Hypothesis hypothesis;
    const auto* ids = targets.data_ptr<std::int64_t>();
    hypothesis.tokens.assign(ids, ids + targets.numel());
    hypothesis.logProbabilities.assign(scores.data_ptr<float>(), scores.data_ptr<float>() + scores.numel());
    hypothesis.attention.assign(rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
    return hypothesis;
}

} // namespace zhuyi
