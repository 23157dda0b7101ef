#pragma once

#include "engine/model/DropoutMask.h"
#include "engine/model/Torch.h"
#include "engine/session/Settings.h"

#include <cstdint>

namespace zhuyi {

/// Inverted dropout at one site. On the CPU its masks are DropoutMask's, under the calling thread's own seed, so that
/// threads that share a step stay repeatable.
class Dropout {
  public:
    /// Of the settings' kind.
    Dropout(const Settings& settings, DropoutSite site);
    /// Of the recurrent states, which only one kind drops.
    static Dropout ofRecurrence(const Settings& settings, DropoutSite site);

    /// `units` B×S×U on the source's side, T×B×U or B×U on the target's, whose rows are those of the padded batch from
    /// `firstRow` on (see DropoutMask).
    torch::Tensor operator()(const torch::Tensor& units, bool training, std::int64_t firstRow = 0) const;
    bool keepsAll() const { return p_ == 0; }

    /// Begins the calling thread's randomness anew; from now on it drops `share`, 0–1, of what the settings say.
    static void begin(std::uint64_t seed, double share = 1);

  private:
    torch::Tensor ofSentences(const torch::Tensor& units) const;

    double p_;
    DropoutSite site_;
    bool perSentence_;
};

} // namespace zhuyi
