#pragma once

#include "engine/corpus/Corpus.h"
#include "engine/text/TextForm.h"

#include <cstdint>
#include <vector>

namespace zhuyi {

/// Indices into Corpus::pairs, each list in ascending order.
struct Split {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> dev;
    std::vector<std::uint32_t> test;
};

/// Cuts dev and test parts of up to 1,000 pairs or 10 % each, seeded, so that no sentence of either language, compared
/// without case, white space and punctuation, stands in two parts. Pairs linked through shared sentences move together;
/// components too large for a part (translations chain into huge ones) stay in the training part. Which pairs are drawn
/// depends on their text and the seed: not on the machine, and hardly on what else the file holds or in which order.
/// Two pairs or more have a dev part wherever sentences are not shared by all. Pairs not `usable` are in no part. Where
/// the corpus holds its last pairs out (Corpus::testPairs), they are the test part, and dev is cut from the others.
/// Chinese sentences are compared in `chineseForm`.
Split splitCorpus(const Corpus& corpus, std::uint64_t seed, const std::vector<bool>& usable,
                  const TextForm& chineseForm = {});
Split splitCorpus(const Corpus& corpus, std::uint64_t seed);

} // namespace zhuyi
