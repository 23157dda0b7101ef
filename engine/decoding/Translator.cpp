#include "engine/decoding/Translator.h"

#include "engine/decoding/AttentionAlignment.h"
#include "engine/decoding/ForcedDecoding.h"
#include "engine/model/MakeBatch.h"
#include "engine/text/Normalise.h"
#include "engine/text/VocabularyCut.h"
#include "engine/text/WordsOfTokens.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace zhuyi {

namespace {

constexpr std::ptrdiff_t alignedTogether = 64; // sentences

class EvaluationMode {
  public:
    explicit EvaluationMode(Seq2Seq& network) : network_(network), training_(network.is_training()) { network_.eval(); }
    ~EvaluationMode() { network_.train(training_); }
    EvaluationMode(const EvaluationMode&) = delete;
    EvaluationMode& operator=(const EvaluationMode&) = delete;

  private:
    Seq2Seq& network_;
    bool training_;
};

double millisecondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

Translator::Translator(Model model)
    : model_(std::move(model)), sourceTokenizer_(makeTokenizer(model_.record.settings, Side::Source)),
      targetTokenizer_(makeTokenizer(model_.record.settings, Side::Target)) {}

Translator::Source Translator::encodeSource(const std::string& text) const {
    const auto& settings = model_.record.settings;
    auto tokens = sourceTokenizer_->tokenize(normalise(text));
    if (settings.source_tokenizer == "character")
        return encode(std::move(tokens), model_.record.source);
    std::vector<std::string> words;
    for (auto& token : tokens) {
        std::vector<std::string> cut;
        if (model_.record.source.id(token) == Vocabulary::Unknown)
            cut = cutByVocabulary(token, model_.record.source,
                                  settings.sourceIsChinese() ? Language::Chinese : Language::English);
        if (cut.empty())
            cut.push_back(std::move(token));
        words.insert(words.end(), cut.begin(), cut.end());
    }
    return encode(std::move(words), model_.record.source);
}

Translator::Source Translator::encodeTarget(const std::string& text) const {
    return encode(targetTokenizer_->tokenize(normalise(text)), model_.record.target);
}

Translator::Source Translator::encode(std::vector<std::string> tokens, const Vocabulary& vocabulary) const {
    Source source;
    source.tokens = std::move(tokens);
    const auto limit = static_cast<std::size_t>(model_.record.settings.max_length);
    if (source.tokens.size() > limit) {
        source.tokens.resize(limit);
        source.notices.push_back({MessageCode::SentenceCut, {std::to_string(limit)}});
    }
    std::string unknown;
    for (const auto& token : source.tokens) {
        source.ids.push_back(vocabulary.id(token));
        if (source.ids.back() == Vocabulary::Unknown &&
            (", " + unknown + ", ").find(", " + token + ", ") == std::string::npos)
            unknown += (unknown.empty() ? "" : ", ") + token;
    }
    if (!unknown.empty())
        source.notices.push_back({MessageCode::SentenceUnknownWords, {unknown}});
    return source;
}

std::string Translator::textOf(const std::vector<std::int32_t>& tokens) const {
    std::vector<std::string> words;
    for (const auto token : tokens) {
        if (token == Vocabulary::End)
            break;
        words.push_back(model_.record.target.token(token));
    }
    return targetTokenizer_->detokenize(words);
}

Translation Translator::present(const std::string& text, const Source& source, const Hypothesis& hypothesis,
                                std::vector<std::string> targetTokens) const {
    auto map = std::make_shared<AttentionMap>();
    map->sourceTokens = source.tokens;
    map->targetTokens = std::move(targetTokens);
    map->weights = hypothesis.attention;
    map->step = model_.record.step;
    map->sourceIsChinese = model_.record.settings.sourceIsChinese();
    Translation translation;
    translation.source = text;
    translation.text = textOf(hypothesis.tokens);
    translation.notices = source.notices;
    translation.attention = std::move(map);
    for (const float logProbability : hypothesis.logProbabilities) {
        translation.logProbability += logProbability;
        translation.tokenProbabilities.push_back(std::exp(logProbability));
    }
    return translation;
}

Translation Translator::translate(const std::string& text) const {
    return translate(std::vector<std::string>{text}).front();
}

std::vector<Translation> Translator::translate(const std::vector<std::string>& texts) const {
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Translation> translations(texts.size());
    std::vector<Source> sources;
    std::vector<std::size_t> waiting; // an empty sentence is its own translation
    std::size_t longest = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        sources.push_back(encodeSource(texts[i]));
        translations[i].source = texts[i];
        if (!sources.back().ids.empty())
            waiting.push_back(i);
        longest = std::max(longest, sources.back().ids.size());
    }
    if (!waiting.empty()) {
        const EvaluationMode evaluation(*model_.network);
        auto source = torch::full({static_cast<std::int64_t>(waiting.size()), static_cast<std::int64_t>(longest)},
                                  static_cast<std::int64_t>(Vocabulary::Pad), torch::kInt64);
        auto lengths = torch::empty({static_cast<std::int64_t>(waiting.size())}, torch::kInt64);
        for (std::size_t b = 0; b < waiting.size(); ++b) {
            const auto& ids = sources[waiting[b]].ids;
            std::copy(ids.begin(), ids.end(), source.data_ptr<std::int64_t>() + b * longest);
            lengths.data_ptr<std::int64_t>()[b] = static_cast<std::int64_t>(ids.size());
        }
        // No good translation is longer than this; a weak model would repeat itself for ever.
        std::vector<std::int64_t> limits;
        for (const auto i : waiting)
            limits.push_back(std::min<std::int64_t>(2 * static_cast<std::int64_t>(sources[i].ids.size()) + 10,
                                                    model_.record.settings.max_length + 1));
        const auto hypotheses = greedySearch(*model_.network, source.to(model_.network->device()), lengths, limits);
        for (std::size_t b = 0; b < waiting.size(); ++b) {
            const auto i = waiting[b];
            std::vector<std::string> words;
            for (const auto token : hypotheses[b].tokens)
                words.push_back(model_.record.target.token(token));
            translations[i] = present(texts[i], sources[i], hypotheses[b], std::move(words));
        }
    }
    for (auto& translation : translations)
        translation.milliseconds = millisecondsSince(begin);
    return translations;
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
            const auto encoded = encode(std::move(tokens), vocabulary);
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
            append(texts[i].first, *sourceTokenizer_, model_.record.source, pairs.source, pairs.sourceWords));
        targetWords.push_back(
            append(texts[i].second, *targetTokenizer_, model_.record.target, pairs.target, pairs.targetWords));
        if (pairs.source.length(i) > 0 && pairs.target.length(i) > 0)
            order.push_back(static_cast<std::uint32_t>(i));
    }
    const auto lengths = [&](std::uint32_t i) { return std::pair(pairs.target.length(i), pairs.source.length(i)); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lengths(a) < lengths(b); });
    const EvaluationMode evaluation(*model_.network);
    const torch::NoGradGuard noGradient;
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = begin + std::min<std::ptrdiff_t>(order.end() - begin, alignedTogether);
        const std::vector<std::uint32_t> indices(begin, end);
        begin = end;
        auto batch = makeBatch(pairs, indices, model_.network->device());
        batch.real = batch.real.slice(0, 0, 0); // no logits: what the network would have written does not matter
        batch.tokens = 0;
        const auto found = alignmentsOf(pairs, indices, model_.network->forward(batch, true).weights);
        for (std::size_t b = 0; b < indices.size(); ++b)
            for (const auto& link : found[b])
                alignments[indices[b]].links.emplace_back(sourceWords[indices[b]][link.source],
                                                          targetWords[indices[b]][link.target]);
    }
    return alignments;
}

Translation Translator::force(const std::string& sourceText, const std::string& targetText) const {
    const auto begin = std::chrono::steady_clock::now();
    const auto source = encodeSource(sourceText);
    const auto target = encodeTarget(targetText);
    Translation translation;
    translation.source = sourceText;
    if (!source.ids.empty()) {
        const EvaluationMode evaluation(*model_.network);
        auto words = target.tokens; // as given, not as unknown
        words.push_back(model_.record.target.token(Vocabulary::End));
        translation =
            present(sourceText, source, forcedDecoding(*model_.network, source.ids, target.ids), std::move(words));
        translation.text = targetText;
        translation.notices.insert(translation.notices.end(), target.notices.begin(), target.notices.end());
    }
    translation.milliseconds = millisecondsSince(begin);
    return translation;
}

} // namespace zhuyi
