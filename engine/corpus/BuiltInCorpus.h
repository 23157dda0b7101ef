#pragma once

#include "engine/corpus/Corpus.h"
#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/Grammar.h"

#include <cstdint>
#include <string>

namespace zhuyi {

/// Which sentence pairs to derive from the grammar under resources/grammar.
struct BuiltInCorpusOptions {
    std::int64_t pairs = 110000;
    std::uint64_t seed = 1;
};

/// Derives pairs with their true alignments, no sentence of either side twice; the last eleventh is the test part. The
/// words of a sentence are separated by spaces. Throws Failure (GrammarExhausted).
Corpus makeBuiltInCorpus(const BuiltInCorpusOptions& options, const ProgressFunction& progress);
/// The same from any grammar.
Corpus makeCorpus(const Grammar& grammar, const BuiltInCorpusOptions& options, const ProgressFunction& progress);

/// Writes it as Chinese TAB English, and the alignments as Pharaoh "i-j" lines where a path is given for them. Throws
/// Failure (FileUnwritable, GrammarExhausted).
std::int64_t writeBuiltInCorpus(const BuiltInCorpusOptions& options, const std::string& path,
                                const std::string& alignmentsPath, const ProgressFunction& progress);

} // namespace zhuyi
