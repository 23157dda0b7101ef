#include "engine/corpus/PreparedCorpus.h"

#include "engine/corpus/ParallelWork.h"
#include "engine/corpus/Split.h"
#include "engine/corpus/TokenizedCorpus.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t examplesShown = 8;
constexpr std::size_t devPairsShown = 200;

/// A stretch of a longer progress.
ProgressFunction stretch(const ProgressFunction& progress, double from, double to) {
    return [&progress, from, to](double share) {
        if (progress)
            progress(from + (to - from) * share);
    };
}

/// How many two links of a pair cross.
int crossings(const Alignments& alignments, std::size_t pair) {
    int count = 0;
    if (pair < alignments.size())
        for (auto a = alignments.begin(pair); a != alignments.end(pair); ++a)
            count += static_cast<int>(std::count_if(a + 1, alignments.end(pair), [a](const AlignmentLink& b) {
                return (b.source < a->source && b.target > a->target) || (b.source > a->source && b.target < a->target);
            }));
    return count;
}

/// Up to `count` of the pairs listed, spread evenly.
std::vector<SentencePair> spread(const Corpus& corpus, const std::vector<std::uint32_t>& pairs, std::size_t count) {
    std::vector<SentencePair> result;
    const std::size_t shown = std::min(count, pairs.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const std::uint32_t pair = pairs[i * pairs.size() / shown];
        result.push_back({std::string(corpus.chinese(pair)), std::string(corpus.english(pair)),
                          corpus.pairs[pair].line, crossings(corpus.alignments, pair)});
    }
    return result;
}

std::vector<std::uint32_t> listed(const std::vector<bool>& chosen) {
    std::vector<std::uint32_t> result;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i])
            result.push_back(static_cast<std::uint32_t>(i));
    return result;
}

/// Tokens of one side over all parts.
class SideCount {
  public:
    explicit SideCount(std::int64_t maxLength) : lengths_(static_cast<std::size_t>(maxLength) + 1) {}

    void add(const EncodedSide& side) {
        for (std::size_t i = 0; i < side.size(); ++i)
            ++lengths_[static_cast<std::size_t>(side.length(i))];
        unknown_ += std::count(side.ids.begin(), side.ids.end(), Vocabulary::Unknown);
        tokens_ += static_cast<std::int64_t>(side.ids.size());
    }
    const std::vector<std::int64_t>& lengths() const { return lengths_; }
    double unknownShare() const {
        return tokens_ == 0 ? 0 : static_cast<double>(unknown_) / static_cast<double>(tokens_);
    }

  private:
    std::vector<std::int64_t> lengths_;
    std::int64_t unknown_ = 0;
    std::int64_t tokens_ = 0;
};

void countDropped(const Corpus& corpus, const std::vector<bool>& kept, CorpusSummary& summary) {
    summary.dropped = corpus.dropped;
    summary.firstDroppedLine = corpus.firstDroppedLine;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i])
            continue;
        ++summary.dropped[DropReason::TooLong];
        auto& first = summary.firstDroppedLine[DropReason::TooLong];
        first = first == 0 ? corpus.pairs[i].line : std::min(first, corpus.pairs[i].line);
    }
}

std::int64_t countAligned(const EncodedPairs& pairs) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < pairs.gold.size(); ++i)
        count += pairs.gold.begin(i) != pairs.gold.end(i);
    return count;
}

void countTokens(const PreparedCorpus& prepared, CorpusSummary& summary) {
    const Settings& settings = summary.settings;
    SideCount source(settings.max_length);
    SideCount target(settings.max_length);
    for (const EncodedPairs* part : {&prepared.train, &prepared.dev, &prepared.test}) {
        source.add(part->source);
        target.add(part->target);
    }
    const bool chinese = settings.sourceIsChinese();
    summary.chineseLengths = (chinese ? source : target).lengths();
    summary.englishLengths = (chinese ? target : source).lengths();
    summary.chineseUnknown = (chinese ? source : target).unknownShare();
    summary.englishUnknown = (chinese ? target : source).unknownShare();
    summary.chineseVocabulary = (chinese ? prepared.source : prepared.target).size();
    summary.englishVocabulary = (chinese ? prepared.target : prepared.source).size();
}

} // namespace

PreparedCorpus prepareCorpus(const Corpus& corpus, const Corpus* devCorpus, const Settings& settings,
                             const ProgressFunction& progress) {
    const double corpusShare = devCorpus == nullptr ? 0.8 : 0.7;
    TokenizedCorpus tokens(corpus, settings, TokenizedCorpus::LongSentences::Drop, stretch(progress, 0, corpusShare));
    const std::vector<bool>& kept = tokens.kept();
    if (std::find(kept.begin(), kept.end(), true) == kept.end())
        throw Failure(MessageCode::NoPairsLeft, {corpus.path});

    PreparedCorpus prepared;
    CorpusSummary& summary = prepared.summary;
    Split split;
    std::vector<bool> inTrain;
    const auto waiting = [&](std::size_t) { stretch(progress, 0.8, 0.8)(1); };
    std::unique_ptr<TokenizedCorpus> devTokens;
    if (devCorpus != nullptr) {
        devTokens = std::make_unique<TokenizedCorpus>(*devCorpus, settings, TokenizedCorpus::LongSentences::Drop,
                                                      stretch(progress, corpusShare, 0.8));
        if (listed(devTokens->kept()).empty())
            throw Failure(MessageCode::DevFileTooSmall, {devCorpus->path});
        split.train = listed(kept);
        inTrain = kept;
    } else {
        const auto cut = [&](std::size_t, std::size_t) {
            split = splitCorpus(corpus, static_cast<std::uint64_t>(settings.seed), kept);
        };
        runParallel(1, 1, cut, waiting);
        inTrain.resize(kept.size());
        for (const std::uint32_t pair : split.train)
            inTrain[pair] = true;
    }

    const auto count = [&](std::size_t, std::size_t side) {
        const auto which = side == 0 ? TokenizedCorpus::Source : TokenizedCorpus::Target;
        (side == 0 ? prepared.source : prepared.target) =
            Vocabulary::fromCounts(tokens.counts(which, inTrain), settings.vocabulary_size, settings.minimum_count);
    };
    runParallel(2, 2, count, waiting);

    std::vector<EncodedPairs*> parts(kept.size(), &prepared.train);
    for (const std::uint32_t pair : split.dev)
        parts[pair] = &prepared.dev;
    for (const std::uint32_t pair : split.test)
        parts[pair] = &prepared.test;
    tokens.encode(
        prepared.source, prepared.target, [&](std::size_t pair) -> EncodedPairs& { return *parts[pair]; },
        stretch(progress, 0.85, 1));
    if (devTokens)
        devTokens->encode(
            prepared.source, prepared.target, [&](std::size_t) -> EncodedPairs& { return prepared.dev; },
            stretch(progress, 1, 1));

    summary.path = corpus.path;
    summary.builtIn = corpus.path.empty();
    for (const EncodedPairs* part : {&prepared.train, &prepared.dev, &prepared.test})
        summary.alignedPairs += countAligned(*part);
    summary.columns = corpus.columns;
    summary.chineseColumn = corpus.chineseColumn;
    summary.englishColumn = corpus.englishColumn;
    summary.lines = corpus.lines;
    summary.settings = settings;
    countDropped(corpus, kept, summary);
    const std::vector<std::uint32_t> usable = listed(kept);
    summary.pairs = static_cast<std::int64_t>(usable.size());
    summary.trainPairs = static_cast<std::int64_t>(prepared.train.size());
    summary.devPairs = static_cast<std::int64_t>(prepared.dev.size());
    summary.testPairs = static_cast<std::int64_t>(prepared.test.size());
    countTokens(prepared, summary);
    summary.examples = spread(corpus, usable, examplesShown);
    summary.devPairsShown = devTokens ? spread(*devCorpus, listed(devTokens->kept()), devPairsShown)
                                      : spread(corpus, split.dev, devPairsShown);
    return prepared;
}

EncodedPairs encodeCorpus(const Corpus& corpus, const Settings& settings, const Vocabulary& source,
                          const Vocabulary& target, const ProgressFunction& progress) {
    TokenizedCorpus tokens(corpus, settings, TokenizedCorpus::LongSentences::Cut, stretch(progress, 0, 0.9));
    EncodedPairs pairs;
    tokens.encode(
        source, target, [&](std::size_t) -> EncodedPairs& { return pairs; }, stretch(progress, 0.9, 1));
    return pairs;
}

} // namespace zhuyi
