#pragma once

#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/EncodedCorpus.h"
#include "engine/session/CorpusSummary.h"
#include "engine/session/Settings.h"
#include "engine/text/Vocabulary.h"

#include <functional>
#include <string>
#include <vector>

namespace zhuyi {

/// A corpus ready to train on: split, tokenised, counted (vocabularies from the training part alone), encoded.
struct PreparedCorpus {
    CorpusSummary summary;
    Vocabulary source;
    Vocabulary target;
    EncodedPairs train;
    EncodedPairs dev;
    EncodedPairs test;
    /// What the training part's subwords were cut from (SubwordTokenizer::folded), where they are to be cut anew (the
    /// setting subword_sampling); of a side of other tokens, nothing.
    std::vector<std::string> trainSource;
    std::vector<std::string> trainTarget;
};

/// Prepares `corpus` under `settings`, on both processors where there are two. With `devCorpus` no part of `corpus` is
/// cut off: dev is that one, and there is no test part. Pairs with a side over max_length tokens are dropped and
/// counted (in `corpus` and the parts cut from it alike). Throws Failure (NoPairsLeft, DevFileTooSmall).
PreparedCorpus prepareCorpus(const Corpus& corpus, const Corpus* devCorpus, const Settings& settings,
                             const ProgressFunction& progress);

/// Encodes with given vocabularies, as evaluation does; sentences over max_length tokens are cut, none is dropped.
EncodedPairs encodeCorpus(const Corpus& corpus, const Settings& settings, const Vocabulary& source,
                          const Vocabulary& target, const ProgressFunction& progress);

} // namespace zhuyi
