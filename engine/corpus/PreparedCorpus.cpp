#include "engine/corpus/PreparedCorpus.h"

#include "engine/corpus/ParallelWork.h"
#include "engine/corpus/Split.h"
#include "engine/corpus/TokenizedCorpus.h"
#include "engine/session/TokenizerKind.h"
#include "engine/text/Capitals.h"
#include "engine/text/SubwordTokenizer.h"
#include "engine/text/TextForm.h"

#include <algorithm>
#include <array>
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
        result.push_back({std::string(corpus.chinese(pair)), std::string(corpus.english(pair)), corpus.pairs[pair].line,
                          crossings(corpus.alignments, pair)});
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

/// Of all pairs, before any is known to be too long: what cuts them is learnt from the training part alone.
Split splitOf(const Corpus& corpus, bool hasDevCorpus, const Settings& settings, const std::vector<bool>& usable) {
    if (!hasDevCorpus)
        return splitCorpus(corpus, static_cast<std::uint64_t>(settings.seed), usable,
                           TextForm(settings, Language::Chinese));
    Split split;
    split.train = listed(usable);
    return split;
}

Vocabulary learnSubwords(const Corpus& corpus, const std::vector<std::uint32_t>& train,
                         const std::vector<Language>& languages, const Settings& settings) {
    std::vector<SubwordTokenizer::Text> texts;
    for (const auto language : languages)
        texts.push_back({language, train.size(), [&, language, form = TextForm(settings, language)](std::size_t i) {
                             return form.read(language == Language::Chinese ? corpus.chinese(train[i])
                                                                            : corpus.english(train[i]));
                         }});
    return Vocabulary::fromSubwords(SubwordTokenizer::train(texts, settings.subword_kind, settings.vocabulary_size));
}

/// The texts of the pairs, as the subwords of one side are cut from them.
std::vector<std::string> subwordTexts(const Corpus& corpus, const std::vector<std::uint32_t>& pairs, bool chinese,
                                      const Settings& settings) {
    const auto language = chinese ? Language::Chinese : Language::English;
    const TextForm form(settings, language);
    std::vector<std::string> texts;
    for (const auto pair : pairs)
        texts.push_back(
            SubwordTokenizer::folded(form.read(chinese ? corpus.chinese(pair) : corpus.english(pair)), language));
    return texts;
}

/// Whether the model is to put capitals into what it writes, knowing words without them.
bool writesCapitals(const Settings& settings) {
    if (!settings.sourceIsChinese())
        return false;
    return settings.casing == "auto" ? targetTokenizerKind(settings) == "word" : settings.casing != "kept";
}

} // namespace

PreparedCorpus prepareCorpus(const Corpus& corpus, const Corpus* devCorpus, const Settings& settings,
                             const ProgressFunction& progress) {
    PreparedCorpus prepared;
    CorpusSummary& summary = prepared.summary;
    const bool hasDevCorpus = devCorpus != nullptr;
    const std::array<bool, 2> subwords = {sourceTokenizerKind(settings) == "subword",
                                          targetTokenizerKind(settings) == "subword"};
    const bool learns = subwords[0] || subwords[1], joint = hasJointVocabulary(settings);
    const double learnt = learns ? 0.3 : 0;
    const double cut = 0.8;
    const auto waitingAt = [&](double share) {
        return [&progress, share](std::size_t) { stretch(progress, share, share)(1); };
    };
    if (learns) {
        const auto learn = [&](std::size_t, std::size_t side) {
            if (!subwords[side] || (joint && side == 1))
                return;
            const auto split = splitOf(corpus, hasDevCorpus, settings, std::vector<bool>(corpus.pairs.size(), true));
            std::vector<Language> languages = {Language::Chinese, Language::English};
            if (!joint)
                languages = {settings.sourceIsChinese() == (side == 0) ? Language::Chinese : Language::English};
            (side == 0 ? prepared.source : prepared.target) = learnSubwords(corpus, split.train, languages, settings);
        };
        runParallel(2, 2, learn, waitingAt(0));
        if (joint)
            prepared.target = prepared.source;
    }

    const double corpusCut = hasDevCorpus ? cut - 0.1 : cut;
    TokenizedCorpus tokens(corpus, settings, prepared.source, prepared.target, TokenizedCorpus::LongSentences::Drop,
                           stretch(progress, learnt, corpusCut));
    const std::vector<bool>& kept = tokens.kept();
    if (std::find(kept.begin(), kept.end(), true) == kept.end())
        throw Failure(MessageCode::NoPairsLeft, {corpus.path});
    std::unique_ptr<TokenizedCorpus> devTokens;
    if (hasDevCorpus) {
        devTokens =
            std::make_unique<TokenizedCorpus>(*devCorpus, settings, prepared.source, prepared.target,
                                              TokenizedCorpus::LongSentences::Drop, stretch(progress, corpusCut, cut));
        if (listed(devTokens->kept()).empty())
            throw Failure(MessageCode::DevFileTooSmall, {devCorpus->path});
    }
    Split split;
    runParallel(
        1, 1,
        [&](std::size_t, std::size_t) {
            if (!learns) {
                split = splitOf(corpus, hasDevCorpus, settings, kept);
                return;
            }
            // The same parts as those learnt from, without what is too long.
            split = splitOf(corpus, hasDevCorpus, settings, std::vector<bool>(corpus.pairs.size(), true));
            for (auto* part : {&split.train, &split.dev, &split.test})
                part->erase(std::remove_if(part->begin(), part->end(), [&](auto pair) { return !kept[pair]; }),
                            part->end());
        },
        waitingAt(cut));
    std::vector<bool> inTrain(kept.size());
    for (const std::uint32_t pair : split.train)
        inTrain[pair] = true;

    const auto count = [&](std::size_t, std::size_t side) {
        const auto which = side == 0 ? TokenizedCorpus::Source : TokenizedCorpus::Target;
        if (!subwords[side])
            (side == 0 ? prepared.source : prepared.target) =
                Vocabulary::fromCounts(tokens.counts(which, inTrain), settings.vocabulary_size, settings.minimum_count);
    };
    runParallel(2, 2, count, waitingAt(cut));
    if (writesCapitals(settings))
        runParallel(
            1, 1,
            [&](std::size_t, std::size_t) {
                prepared.target.setCapitals(std::make_shared<const Capitals>(Capitals::learn(
                    split.train.size(), [&](std::size_t i) { return corpus.english(split.train[i]); })));
            },
            waitingAt(cut));

    if (settings.subword_sampling > 0) {
        const auto train = listed(inTrain); // in the order in which they are encoded
        runParallel(
            2, 2,
            [&](std::size_t, std::size_t side) {
                if (subwords[side])
                    (side == 0 ? prepared.trainSource : prepared.trainTarget) =
                        subwordTexts(corpus, train, settings.sourceIsChinese() == (side == 0), settings);
            },
            waitingAt(cut));
    }

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
    TokenizedCorpus tokens(corpus, settings, source, target, TokenizedCorpus::LongSentences::Cut,
                           stretch(progress, 0, 0.9));
    EncodedPairs pairs;
    tokens.encode(
        source, target, [&](std::size_t) -> EncodedPairs& { return pairs; }, stretch(progress, 0.9, 1));
    return pairs;
}

} // namespace zhuyi
