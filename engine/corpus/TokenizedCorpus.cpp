#include "engine/corpus/TokenizedCorpus.h"

#include "engine/corpus/ParallelWork.h"
#include "engine/text/Tokenizer.h"
#include "engine/text/WordsOfTokens.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t chunkPairs = 512;

using Tokenizers = std::array<std::unique_ptr<Tokenizer>, 2>;

} // namespace

TokenizedCorpus::TokenizedCorpus(const Corpus& corpus, const Settings& settings, const Vocabulary& source,
                                 const Vocabulary& target, LongSentences longSentences,
                                 const ProgressFunction& progress)
    : corpus_(corpus), sourceIsChinese_(settings.sourceIsChinese()), kept_(corpus.pairs.size()),
      chunks_((corpus.pairs.size() + chunkPairs - 1) / chunkPairs), lexicons_(workerCount()) {
    std::vector<Tokenizers> tokenizers;
    tokenizers.push_back({makeTokenizer(settings, zhuyi::Side::Source, source),
                          makeTokenizer(settings, zhuyi::Side::Target, target)});
    while (tokenizers.size() < lexicons_.size())
        tokenizers.push_back({tokenizers[0][Source]->clone(), tokenizers[0][Target]->clone()});

    const auto tokenizeChunk = [&](std::size_t worker, std::size_t index) {
        Chunk& chunk = chunks_[index];
        chunk.worker = worker;
        const std::size_t end = std::min((index + 1) * chunkPairs, corpus.pairs.size());
        for (std::size_t pair = index * chunkPairs; pair < end; ++pair) {
            std::array<std::vector<std::string>, 2> tokens;
            for (const Side side : {Source, Target})
                tokens[side] = tokenizers[worker][side]->tokenize(text(pair, side));
            appendPair(chunk, pair, tokens, static_cast<std::size_t>(settings.max_length), longSentences);
        }
    };
    const auto share = [&](std::size_t done) {
        progress(static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(chunks_.size(), 1)));
    };
    runParallel(lexicons_.size(), chunks_.size(), tokenizeChunk, share);

    for (std::size_t pair = 0; pair < kept_.size(); ++pair)
        kept_[pair] = chunks_[pair / chunkPairs].sides[Source].length(pair % chunkPairs) > 0;
}

void TokenizedCorpus::appendPair(Chunk& chunk, std::size_t pair, std::array<std::vector<std::string>, 2>& tokens,
                                 std::size_t maxLength, LongSentences longSentences) {
    const bool tooLong = std::max(tokens[Source].size(), tokens[Target].size()) > maxLength;
    for (const Side side : {Source, Target}) {
        std::vector<std::uint16_t> words;
        if (!corpus_.alignments.empty())
            words = wordsOfTokens(text(pair, side), tokens[side]);
        if (tooLong)
            tokens[side].resize(longSentences == LongSentences::Drop ? 0 : std::min(tokens[side].size(), maxLength));
        EncodedSide& numbers = chunk.sides[side];
        for (const std::string& token : tokens[side])
            numbers.ids.push_back(lexicons_[chunk.worker][side].number(token));
        numbers.offsets.push_back(numbers.ids.size());
        words.resize(std::min(words.size(), tokens[side].size()));
        chunk.words[side].insert(chunk.words[side].end(), words.begin(), words.end());
    }
}

void TokenizedCorpus::appendGold(std::size_t pair, EncodedPairs& part) const {
    std::vector<AlignmentLink> links(corpus_.alignments.begin(pair), corpus_.alignments.end(pair));
    if (!sourceIsChinese_)
        for (auto& link : links)
            std::swap(link.source, link.target);
    part.gold.append(links);
}

std::unordered_map<std::string, std::int64_t> TokenizedCorpus::counts(Side side,
                                                                      const std::vector<bool>& chosen) const {
    std::vector<std::vector<std::int64_t>> counts;
    for (const auto& lexicons : lexicons_)
        counts.emplace_back(lexicons[side].size());
    for (std::size_t pair = 0; pair < chosen.size(); ++pair) {
        if (!chosen[pair])
            continue;
        const Chunk& chunk = chunks_[pair / chunkPairs];
        const EncodedSide& numbers = chunk.sides[side];
        const std::size_t i = pair % chunkPairs;
        std::for_each(numbers.begin(i), numbers.begin(i) + numbers.length(i),
                      [&](std::int32_t number) { ++counts[chunk.worker][static_cast<std::size_t>(number)]; });
    }
    std::unordered_map<std::string, std::int64_t> total;
    for (std::size_t worker = 0; worker < counts.size(); ++worker)
        for (std::size_t number = 0; number < counts[worker].size(); ++number)
            if (counts[worker][number] > 0)
                total[lexicons_[worker][side].token(number)] += counts[worker][number];
    return total;
}

void TokenizedCorpus::encode(const Vocabulary& source, const Vocabulary& target,
                             const std::function<EncodedPairs&(std::size_t)>& partOf,
                             const ProgressFunction& progress) {
    std::vector<std::array<std::vector<std::int32_t>, 2>> ids; // of each lexicon's tokens
    for (const auto& lexicons : lexicons_) {
        ids.emplace_back();
        for (const Side side : {Source, Target}) {
            const Vocabulary& vocabulary = side == Source ? source : target;
            for (std::size_t number = 0; number < lexicons[side].size(); ++number)
                ids.back()[side].push_back(vocabulary.id(lexicons[side].token(number)));
        }
    }
    for (std::size_t index = 0; index < chunks_.size(); ++index) {
        const Chunk chunk = std::move(chunks_[index]);
        for (std::size_t i = 0; i < chunk.sides[Source].size(); ++i) {
            const std::size_t pair = index * chunkPairs + i;
            if (!kept_[pair])
                continue;
            EncodedPairs& part = partOf(pair);
            for (const Side side : {Source, Target}) {
                const EncodedSide& numbers = chunk.sides[side];
                EncodedSide& encoded = side == Source ? part.source : part.target;
                std::for_each(numbers.begin(i), numbers.begin(i) + numbers.length(i), [&](std::int32_t number) {
                    encoded.ids.push_back(ids[chunk.worker][side][static_cast<std::size_t>(number)]);
                });
                encoded.offsets.push_back(encoded.ids.size());
                if (!corpus_.alignments.empty()) {
                    auto& words = side == Source ? part.sourceWords : part.targetWords;
                    const auto* first = chunk.words[side].data() + numbers.offsets[i];
                    words.insert(words.end(), first, first + numbers.length(i));
                }
            }
            if (!corpus_.alignments.empty())
                appendGold(pair, part);
            part.lines.push_back(corpus_.pairs[pair].line);
        }
        progress(static_cast<double>(index + 1) / static_cast<double>(chunks_.size()));
    }
}

} // namespace zhuyi
