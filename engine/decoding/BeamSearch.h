#pragma once

#include "engine/decoding/Hypothesis.h"
#include "engine/decoding/SearchDemands.h"
#include "engine/decoding/SearchNetwork.h"
#include "engine/session/DecodingOptions.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// One continuation that a step of the search weighed.
struct BeamCandidate {
    std::int32_t parent = 0; // place among the last step's candidates, −1 at the first step
    std::int32_t token = 0;
    float logProbability = 0; // of the token, natural log
    double total = 0;         // of the tokens so far, natural log: what candidates of one step are ranked by
    bool kept = false;        // among the beam_size best; else pruned
};

/// The beam tree of one sentence: the candidates of each step, best first.
using BeamTree = std::vector<std::vector<BeamCandidate>>;

struct ScoredHypothesis {
    Hypothesis hypothesis;
    double score = 0;
    bool isEnded = false; // by End, not by the limit
};

struct BeamResult {
    std::vector<ScoredHypothesis> best; // at most n_best; those that ended first, then by score
    BeamTree tree;                      // empty unless asked for
};

/// The score of a finished translation Y of X:
///   s = (log P(Y|X) + cp) / lp,  lp = (5 + |Y|)^α / 6^α,  cp = β Σ_i log min(Σ_j p_ij, 1)
/// where p_ij is the attention on source token i for target token j, and |Y| counts End. It is that of Wu et al. 2016
/// ("Google's Neural Machine Translation System", equation 14), but for cp, which they do not divide.
double scoreOf(const Hypothesis& hypothesis, const DecodingOptions& options);

/// Beam search for all sentences at once. A step keeps the beam_size most probable continuations of a sentence; those
/// that end leave the beam. A sentence's search ends when nothing is left in the beam, at its limit of tokens, or when
/// nothing that is left can reach the n_best score any more. With beam_size 1 it is greedy search. `source` B×S,
/// `lengths` B on the CPU. Pad and Begin are never taken, nor is what `options` blocks. The network must be in
/// evaluation mode.
std::vector<BeamResult> beamSearch(const SearchNetworks& network, const torch::Tensor& source,
                                   const torch::Tensor& lengths, const std::vector<std::int64_t>& limits,
                                   const DecodingOptions& options, bool wantTree = false,
                                   const SearchDemands& demands = {});

} // namespace zhuyi
