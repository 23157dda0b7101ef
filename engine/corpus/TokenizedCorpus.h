#pragma once

#include "engine/corpus/Corpus.h"
#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/EncodedCorpus.h"
#include "engine/corpus/Lexicon.h"
#include "engine/session/Settings.h"
#include "engine/text/Vocabulary.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhuyi {

/// The tokens of a corpus, cut by several threads at once. How they number tokens differs from run to run; nothing that
/// can be asked here does.
class TokenizedCorpus {
  public:
    enum class LongSentences { Drop, Cut };
    enum Side { Source, Target };

    /// `source` and `target` need hold nothing but models of subwords, where the settings ask for these.
    TokenizedCorpus(const Corpus& corpus, const Settings& settings, const Vocabulary& source, const Vocabulary& target,
                    LongSentences longSentences, const ProgressFunction& progress);

    /// Which pairs were not dropped as too long.
    const std::vector<bool>& kept() const { return kept_; }

    /// How often each token stands in the pairs chosen.
    std::unordered_map<std::string, std::int64_t> counts(Side side, const std::vector<bool>& chosen) const;

    /// Appends each pair kept to the part that `partOf` names for it. The tokens are gone afterwards.
    void encode(const Vocabulary& source, const Vocabulary& target,
                const std::function<EncodedPairs&(std::size_t pair)>& partOf, const ProgressFunction& progress);

  private:
    struct Chunk {
        std::size_t worker = 0;
        std::array<EncodedSide, 2> sides;                // numbers of the worker's lexicons; none of a pair dropped
        std::array<std::vector<std::uint16_t>, 2> words; // of each token, where true alignments are known
    };

    std::string_view text(std::size_t pair, Side side) const {
        return (side == Source) == sourceIsChinese_ ? corpus_.chinese(pair) : corpus_.english(pair);
    }
    void appendPair(Chunk& chunk, std::size_t pair, std::array<std::vector<std::string>, 2>& tokens,
                    std::size_t maxLength, LongSentences longSentences);
    void appendGold(std::size_t pair, EncodedPairs& part) const;

    const Corpus& corpus_;
    bool sourceIsChinese_;
    std::vector<bool> kept_;
    std::vector<Chunk> chunks_;
    std::vector<std::array<Lexicon, 2>> lexicons_; // one pair a worker
};

} // namespace zhuyi
