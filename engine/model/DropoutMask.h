#pragma once

#include <cstdint>

namespace zhuyi {

/// The places in the network where units are dropped.
enum class DropoutSite : std::uint32_t {
    SourceEmbedding,
    TargetEmbedding,
    DecoderOutput,
    EncoderLayer = 16,     // + layer
    DecoderLayer = 48,     // + layer
    EncoderRecurrent = 64, // + 2 · layer, + 1 for what is read backwards
    DecoderRecurrent = 96, // + layer
};
constexpr DropoutSite operator+(DropoutSite site, std::int64_t layer) {
    return static_cast<DropoutSite>(static_cast<std::uint32_t>(site) + static_cast<std::uint32_t>(layer));
}

/// Which units inverted dropout keeps (Srivastava et al. 2014): a function of the seed, the site and the place in the
/// batch alone. So nothing is drawn in an order, nothing needs to be remembered for the way back, and whoever computes
/// a row in whatever layout drops the same units.
class DropoutMask {
  public:
    /// `p` 0 keeps everything.
    DropoutMask(double p, std::uint64_t seed, DropoutSite site);

    bool keepsAll() const { return dropBelow_ == 0; }
    /// Units are 0 with probability p and 1/(1 − p) times themselves else. `row` counts the rows of the padded batch:
    /// b·S + s on the source's side, t·B + b on the target's; or it is the sentence b, which then loses the same units
    /// at each time step (variational dropout: Gal & Ghahramani 2016). `units` and `dropped` may be the same.
    void apply(const float* units, float* dropped, std::int64_t size, std::int64_t row) const;

  private:
    std::uint64_t key_;
    std::uint32_t dropBelow_;
    float scale_;
};

} // namespace zhuyi
