#pragma once

#include <cstddef>
#include <vector>

namespace zhuyi {

/// The hidden Markov model of word alignment (Vogel et al. 1996): each word of one sentence (a step) is written by a
/// word of the other (a state) or by none, and where it is depends on how far it is from the last such word:
///   p(steps, states) = Π_t (1 − p0) · jump(s_t − s_{t−1}) · p(step t | state s_t),   or   p0 · p(step t | none)
/// A word written by none keeps the place (Och & Ney 2003, section 2.1.2). Posteriors come of one pass forwards and one
/// back.
class AlignmentHmm {
  public:
    /// `noneProbability` p0.
    explicit AlignmentHmm(float noneProbability) : none_(noneProbability) {}

    /// How likely each jump is, not normalised: index distance + (size − 1) / 2.
    using Jumps = std::vector<float>;

    /// `emissions` are p(step | state), steps × states, and `noneEmissions` p(step | none). Jumps go from −states to
    /// states at least.
    void run(const std::vector<float>& emissions, const std::vector<float>& noneEmissions, std::size_t states,
             const Jumps& jumps);

    /// P(step is written by state), steps × states.
    const std::vector<float>& posteriors() const { return posteriors_; }
    /// P(step is written by none).
    const std::vector<float>& nonePosteriors() const { return nonePosteriors_; }
    /// Adds the expected number of each jump to `counts`, indexed as Jumps are; after run().
    void addJumps(const Jumps& jumps, std::vector<float>& counts) const;

  private:
    float none_;
    std::size_t states_ = 0, steps_ = 0;
    // State 0 is the place before the sentence; each row has states + 1 numbers.
    std::vector<float> forward_; // of a word or of none at this place
    std::vector<float> backward_;
    std::vector<float> written_; // emission · backward, for the counts
    std::vector<float> leaving_; // 1 / Σ jumps from each place
    std::vector<float> posteriors_, nonePosteriors_;
};

} // namespace zhuyi
