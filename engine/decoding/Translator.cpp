#include "engine/decoding/Translator.h"

#include "engine/corpus/ParallelWork.h"
#include "engine/decoding/AttentionAlignment.h"
#include "engine/decoding/EvaluationMode.h"
#include "engine/decoding/ForcedDecoding.h"
#include "engine/decoding/GivenWeights.h"
#include "engine/decoding/Influence.h"
#include "engine/decoding/Search.h"
#include "engine/model/MakeBatch.h"
#include "engine/text/Normalise.h"
#include "engine/text/WordsOfTokens.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>

namespace zhuyi {

namespace {

constexpr std::ptrdiff_t alignedTogether = 64; // sentences

/// How many sentences are searched together: what makes large products, and keeps the logits in the megabytes.
std::size_t togetherWith(const DecodingOptions& options) {
    constexpr std::int64_t rows = 512, most = 64;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(rows / options.beam_size, 1, most));
}

double millisecondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// What two models that translate together must share and do not; empty where they can.
std::string differenceOf(const ModelRecord& a, const ModelRecord& b) {
    for (const char* name : {"direction", "source_tokenizer", "target_tokenizer", "casing", "simplify"}) {
        const auto& info = *findSetting(name);
        if (settingText(a.settings, info) != settingText(b.settings, info))
            return name;
    }
    if (a.source.words() != b.source.words() || a.source.subwordModel() != b.source.subwordModel())
        return "source_vocabulary";
    if (a.target.words() != b.target.words())
        return "target_vocabulary";
    return {};
}

void check(const DecodingOptions& options) {
    if (const auto wrong = checkDecodingOptions(options))
        throw Failure(wrong->code, wrong->arguments);
}

} // namespace

Translator::Translator(Model model, std::vector<Model> others)
    : model_(std::move(model)), others_(std::move(others)), tokens_(model_.record),
      presentation_(model_.record, tokens_) {
    for (const auto& other : others_)
        if (const auto difference = differenceOf(model_.record, other.record); !difference.empty())
            throw Failure(MessageCode::EnsembleDiffers, {model_.path, other.path, difference});
}

std::vector<std::shared_ptr<Seq2Seq>> Translator::networks() const {
    std::vector<std::shared_ptr<Seq2Seq>> networks{model_.network};
    for (const auto& other : others_)
        networks.push_back(other.network);
    return networks;
}

SearchNetworks Translator::searched() const {
    std::vector<Seq2Seq*> all;
    for (const auto& network : networks())
        all.push_back(network.get());
    return SearchNetworks(all);
}

std::int64_t Translator::limitOf(const TokenisedSentence& source, std::size_t prefix) const {
    return std::min(static_cast<std::int64_t>(prefix + 2 * source.ids.size()) + 10,
                    model_.record.settings.max_length + 1);
}

GivenRows Translator::steering(const std::vector<GivenAttention>& given, const TokenisedSentence& source) const {
    if (!given.empty() && model_.record.settings.attention == "none")
        throw Failure(MessageCode::NothingToSteer);
    return givenRows(given, source.ids.size());
}

Translation Translator::present(const std::string& text, const TokenisedSentence& source, const BeamResult& result,
                                const TokenisedSentence& prefix, const DecodingOptions& options) const {
    const auto each = [&](const ScoredHypothesis& scored) {
        return presentation_.translation(text, source, scored, prefix.tokens, options.replace_unknown);
    };
    auto translation = each(result.best.front());
    translation.notices.insert(translation.notices.end(), prefix.notices.begin(), prefix.notices.end());
    translation.beam = presentation_.beam(result.tree);
    for (auto other = result.best.begin() + 1; other != result.best.end(); ++other)
        translation.others.push_back(std::make_shared<const Translation>(each(*other)));
    return translation;
}

Translation Translator::translate(const Translate& request) const {
    const auto begin = std::chrono::steady_clock::now();
    check(request.options);
    const auto source = tokens_.source(request.text);
    Translation translation;
    translation.source = request.text;
    if (!source.ids.empty()) {
        const auto prefix = tokens_.shown(request.prefix);
        const SearchDemands demands{request.alternatives, {{prefix.ids, steering(request.attention, source)}}};
        const EvaluationMode evaluation(*model_.network);
        const auto result = search(searched(), {source.ids}, {limitOf(source, prefix.ids.size())}, request.options,
                                   request.wantBeam, demands)
                                .front();
        translation = present(request.text, source, result, prefix, request.options);
    }
    translation.milliseconds = millisecondsSince(begin);
    return translation;
}

Translation Translator::translate(const std::string& text) const {
    return translate(Translate{0, text});
}

std::vector<Translation> Translator::translate(const std::vector<std::string>& texts, const DecodingOptions& options,
                                               const std::function<void(double)>& tick) const {
    const auto begin = std::chrono::steady_clock::now();
    check(options);
    std::vector<Translation> translations(texts.size());
    std::vector<TokenisedSentence> sources;
    std::vector<std::size_t> waiting; // an empty sentence is its own translation
    for (std::size_t i = 0; i < texts.size(); ++i) {
        sources.push_back(tokens_.source(texts[i]));
        translations[i].source = texts[i];
        if (!sources.back().ids.empty())
            waiting.push_back(i);
    }
    // Alike lengths together, the longest first, so that no thread is left with much at the end.
    std::stable_sort(waiting.begin(), waiting.end(),
                     [&](std::size_t a, std::size_t b) { return sources[a].ids.size() > sources[b].ids.size(); });
    const EvaluationMode evaluation(*model_.network);
    const auto together = togetherWith(options);
    const auto batches = (waiting.size() + together - 1) / together;
    std::vector<BeamResult> results(waiting.size());
    const auto searchBatch = [&](std::size_t batch) {
        const auto first = batch * together, last = std::min(first + together, waiting.size());
        std::vector<std::vector<std::int32_t>> sentences;
        std::vector<std::int64_t> limits;
        for (auto i = first; i < last; ++i) {
            sentences.push_back(sources[waiting[i]].ids);
            limits.push_back(limitOf(sources[waiting[i]]));
        }
        auto found = search(searched(), sentences, limits, options);
        std::move(found.begin(), found.end(), results.begin() + static_cast<std::ptrdiff_t>(first));
    };
    if (batches == 1)
        searchBatch(0); // no thread for a few probes
    else if (batches > 1)
        runParallel(
            model_.network->device().is_cpu() ? workerCount() : 1, batches,
            [&](std::size_t, std::size_t batch) {
                at::set_num_threads(1);
                searchBatch(batch);
            },
            [&](std::size_t done) { tick(static_cast<double>(done) / static_cast<double>(batches)); });
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const auto place = waiting[i];
        translations[place] = present(texts[place], sources[place], results[i], {}, options);
    }
    for (auto& translation : translations)
        translation.milliseconds = millisecondsSince(begin);
    return translations;
}

Translation Translator::force(const Force& request) const {
    const auto begin = std::chrono::steady_clock::now();
    const auto source = tokens_.source(request.source);
    const auto target = tokens_.target(request.target);
    Translation translation;
    translation.source = request.source;
    if (!source.ids.empty()) {
        const auto given = steering(request.attention, source);
        const EvaluationMode evaluation(*model_.network);
        auto hypothesis = forcedDecoding(*model_.network, source.ids, target.ids, request.alternatives, given);
        translation = presentation_.translation(request.source, source, {std::move(hypothesis), 0, true}, target.tokens);
        translation.score = translation.logProbability;
        translation.text = request.target;
        translation.notices.insert(translation.notices.end(), target.notices.begin(), target.notices.end());
    }
    translation.milliseconds = millisecondsSince(begin);
    return translation;
}

Translation Translator::force(const std::string& source, const std::string& target) const {
    return force(Force{0, source, target});
}

AttentionMapPtr Translator::explain(const Explain& request) const {
    const auto source = tokens_.source(request.source);
    const auto target = tokens_.shown(request.targetTokens);
    auto map = std::make_shared<AttentionMap>();
    map->sourceTokens = source.tokens;
    map->targetTokens = target.tokens;
    map->step = model_.record.step;
    map->sourceIsChinese = model_.record.settings.sourceIsChinese();
    if (!source.ids.empty() && !target.ids.empty()) {
        const EvaluationMode evaluation(*model_.network);
        const auto influence = request.method == ExplainMethod::LeaveOut ? leaveOut : gradientTimesInput;
        map->weights = influence(*model_.network, source.ids, target.ids);
    }
    return map;
}

std::vector<WordAlignment> Translator::align(const std::vector<std::pair<std::string, std::string>>& texts) const {
    if (model_.record.settings.attention == "none")
        throw Failure(MessageCode::AttentionMissing, {model_.path});
    std::vector<WordAlignment> alignments(texts.size());
    EncodedPairs pairs;
    std::vector<std::vector<int>> sourceWords, targetWords; // as given, of those that normalising keeps
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto append = [&](const std::string& given, const Tokenizer& tokenizer, const Vocabulary& vocabulary,
                                EncodedSide& side, std::vector<std::uint16_t>& words) {
            const auto text = normalise(given);
            auto tokens = tokenizer.tokenize(text);
            const auto tokenWords = wordsOfTokens(text, tokens);
            const auto encoded =
                SentenceTokens::encode(std::move(tokens), vocabulary, model_.record.settings.max_length);
            side.append(encoded.ids);
            words.insert(words.end(), tokenWords.begin(),
                         tokenWords.begin() + static_cast<std::ptrdiff_t>(encoded.ids.size()));
            for (const auto& notice : encoded.notices)
                if (notice.code == MessageCode::SentenceCut)
                    alignments[i].notices.push_back(notice);
            std::vector<int> kept;
            const auto places = wordsAfterNormalising(given);
            for (std::size_t word = 0; word < places.size(); ++word)
                if (places[word] >= 0)
                    kept.push_back(static_cast<int>(word));
            return kept;
        };
        sourceWords.push_back(
            append(texts[i].first, tokens_.sourceTokenizer(), model_.record.source, pairs.source, pairs.sourceWords));
        targetWords.push_back(
            append(texts[i].second, tokens_.targetTokenizer(), model_.record.target, pairs.target, pairs.targetWords));
        if (pairs.source.length(i) > 0 && pairs.target.length(i) > 0)
            order.push_back(static_cast<std::uint32_t>(i));
    }
    const auto lengths = [&](std::uint32_t i) { return std::pair(pairs.target.length(i), pairs.source.length(i)); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lengths(a) < lengths(b); });
    const AlignmentSigns signs(model_.record.source, model_.record.target);
    const EvaluationMode evaluation(*model_.network);
    const torch::NoGradGuard noGradient;
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = begin + std::min<std::ptrdiff_t>(order.end() - begin, alignedTogether);
        const std::vector<std::uint32_t> indices(begin, end);
        begin = end;
        auto batch = makeBatch(pairs, indices, model_.network->device());
        batch.real = batch.real.slice(0, 0, 0); // no logits: what the network would have written does not matter
        batch.tokens = 0;
        const auto found = posteriorAlignments(*model_.network, pairs, indices, model_.network->forward(batch, true), signs);
        for (std::size_t b = 0; b < indices.size(); ++b)
            for (const auto& link : found[b])
                alignments[indices[b]].links.emplace_back(sourceWords[indices[b]][link.source],
                                                          targetWords[indices[b]][link.target]);
    }
    return alignments;
}

} // namespace zhuyi
