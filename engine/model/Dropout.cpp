#include "engine/model/Dropout.h"

namespace zhuyi {

namespace {

thread_local std::uint64_t seedOfThread = 0;
thread_local double shareOfThread = 1;

bool isOfSource(DropoutSite site) {
    return site == DropoutSite::SourceEmbedding ||
           (site >= DropoutSite::EncoderLayer && site < DropoutSite::DecoderLayer);
}

} // namespace

void Dropout::begin(std::uint64_t seed, double share) {
    seedOfThread = seed;
    shareOfThread = share;
}

Dropout::Dropout(const Settings& settings, DropoutSite site)
    : p_(settings.dropout), site_(site), perSentence_(settings.dropout_kind != "standard") {}

Dropout Dropout::ofRecurrence(const Settings& settings, DropoutSite site) {
    Dropout dropout(settings, site);
    if (settings.dropout_kind != "recurrent")
        dropout.p_ = 0;
    return dropout;
}

torch::Tensor Dropout::operator()(const torch::Tensor& units, bool training, std::int64_t firstRow) const {
    const double p = p_ * shareOfThread;
    if (!training || p == 0)
        return units;
    if (perSentence_)
        return ofSentences(units);
    if (!units.is_cpu())
        return torch::dropout(units, p, true); // seeded by torch::manual_seed
    const auto size = units.size(-1);
    const auto factors = torch::ones(units.sizes());
    const DropoutMask mask(p, seedOfThread, site_);
    auto* row = factors.data_ptr<float>();
    for (std::int64_t r = 0; r < factors.numel() / size; ++r, row += size)
        mask.apply(row, row, size, firstRow + r);
    return units * factors.to(units.scalar_type());
}

torch::Tensor Dropout::ofSentences(const torch::Tensor& units) const {
    const bool sentencesFirst = units.dim() == 3 && isOfSource(site_);
    const auto sentences = units.size(sentencesFirst ? 0 : -2), size = units.size(-1);
    const auto factors = torch::ones({sentences, size});
    const DropoutMask mask(p_ * shareOfThread, seedOfThread, site_);
    for (std::int64_t sentence = 0; sentence < sentences; ++sentence) {
        auto* row = factors.data_ptr<float>() + sentence * size;
        mask.apply(row, row, size, sentence);
    }
    const auto here = factors.to(units.options());
    return units * (sentencesFirst ? here.unsqueeze(1) : here);
}

} // namespace zhuyi
