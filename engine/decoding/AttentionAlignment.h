#pragma once

#include "engine/corpus/EncodedCorpus.h"

#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhuyi {

/// The attention with which a decoder writes a given target: row t is what it looked at for target token t, and the
/// last row, number `targetTokens`, what it looked at for the end of the sentence.
struct ForcedAttention {
    const float* weights = nullptr; // row t begins at t · rowStride; its columns are the source tokens
    std::size_t rowStride = 0;
    std::size_t sourceTokens = 0;
    std::size_t targetTokens = 0;
    const std::uint16_t* sourceWords = nullptr; // the word of each source token, ascending
    const std::uint16_t* targetWords = nullptr; // the word of each target token, ascending
};

/// How attention is read as word alignments.
struct AlignmentMethod {
    /// A target word is linked to the source word it looks at most, where it gives this share of its attention at
    /// least.
    double least = 0.2;
    /// And to every further one that has this share at least.
    double further = 0.4;
};

/// The word alignment that the attention shows, links in ascending order. The attention on a word is the sum over its
/// source tokens, and the mean over its target tokens (Luong et al. 2015, section 5.4, link each target word to the
/// argmax).
std::vector<AlignmentLink> alignmentOf(const ForcedAttention& attention, const AlignmentMethod& method = {});

/// The same of each pair of a batch, whose tokens' words `pairs` knows, from the weights (T×B×S) of their forced
/// targets.
std::vector<std::vector<AlignmentLink>> alignmentsOf(const EncodedPairs& pairs, const std::vector<std::uint32_t>& batch,
                                                     const torch::Tensor& weights);

} // namespace zhuyi
