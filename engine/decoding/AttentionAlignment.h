#pragma once

#include "engine/corpus/EncodedCorpus.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhuyi {

class Vocabulary;

/// Which tokens are punctuation, by their ids.
struct AlignmentSigns {
    std::vector<bool> source, target;
    AlignmentSigns() = default; // none
    AlignmentSigns(const Vocabulary& source, const Vocabulary& target);
};

/// How much of each target token comes from each source token of its pair; row t belongs to target token t.
struct TokenShares {
    const float* shares = nullptr; // row t begins at t · rowStride; its columns are the source tokens
    std::size_t rowStride = 0;
    std::size_t sourceTokens = 0;
    std::size_t targetTokens = 0;
    const std::uint16_t* sourceWords = nullptr; // the word of each source token, ascending
    const std::uint16_t* targetWords = nullptr; // the word of each target token, ascending
    std::vector<bool> sourceSigns, targetSigns; // which tokens are punctuation; empty: none
};

/// The word alignment that the shares show, links in ascending order. Words other than punctuation have no share of the
/// source's punctuation. The share of a source word is the sum over its tokens, and that of a target word the mean over
/// its tokens: P(source | target). Words link where
///   P(source | target) · P(target | source) ≥ 1/5,   P(target | source) = P(source | target) / Σ over all target words
/// so that a word with one partner links to it, and one that shares its partner with up to four others still does. (Two
/// threads pull at each link, as where the alignments of two directions are intersected; Liang et al. 2006.)
std::vector<AlignmentLink> alignmentOf(const TokenShares& shares);

/// The alignments that a heatmap shows, of each pair of a batch, whose tokens' words `pairs` knows, from the weights
/// (T×B×S) of their forced targets: how right the attention is, which is what an alignment error rate is to say.
std::vector<std::vector<AlignmentLink>> attentionAlignments(const EncodedPairs& pairs,
                                                            const std::vector<std::uint32_t>& batch,
                                                            const torch::Tensor& weights, const AlignmentSigns& signs);

/// The best alignments that the network can give, of the same, from the outputs of their forced targets. In evaluation
/// mode alone.
///
/// They come from what the network says of both sides, not of its attention alone. Attention looks before the word is
/// known: it is a prior, and where it spreads over two source tokens the word that was written tells which of them it
/// was:
///   P(source token s | target token y) ∝ √attention(s) · P(y | the decoder had looked at s alone)
/// the posterior of Shankar & Sarawagi (2019), its prior tempered since attention is surer than it is right. The tests'
/// bench/AlignmentStudy measures this choice and others; alignment error rates in %, of preset small after one to two
/// minutes, without | with guided attention:
///   to read                                                 built-in corpus    made corpus    cmn.txt (agreement)
///   attention, argmax (Luong et al. 2015, section 5.4)         25.1 |  5.1    60.0 | 51.1      44.5 | 32.8
///   attention of the step after the word, best threshold       79.8 | 77.0    74.3 | 73.6      78.9 | 84.7
///   attention without that on punctuation, both ways           18.4 |  4.3    54.4 | 45.8      35.3 | 27.2
///   the posterior, both ways, the vocabulary as rivals         20.9 |  3.4    12.9 |  8.3      21.1 | 15.2
///   the posterior without punctuation, 500 rivals: this        16.3 |  3.7    15.0 |  9.0      21.3 | 17.0
std::vector<std::vector<AlignmentLink>> posteriorAlignments(Seq2Seq& network, const EncodedPairs& pairs,
                                                            const std::vector<std::uint32_t>& batch,
                                                            const Seq2Seq::Outputs& outputs,
                                                            const AlignmentSigns& signs);

} // namespace zhuyi
