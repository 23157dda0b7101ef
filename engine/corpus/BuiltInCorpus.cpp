#include "engine/corpus/BuiltInCorpus.h"

#include "engine/corpus/BuiltInGrammar.h"
#include "engine/corpus/GrammarReader.h"
#include "engine/corpus/GrammarSentences.h"
#include "engine/corpus/WholeFile.h"
#include "engine/session/Message.h"

#include <optional>
#include <unordered_set>

namespace zhuyi {

namespace {

constexpr std::size_t LeastWords = 3, MostWords = 25;
constexpr int MostFailures = 20000; // in a row, before the grammar is taken to be exhausted

bool isPunctuation(const std::string& word) {
    return word == "." || word == "," || word == "?" || word == "!" || word == "。" || word == "，" || word == "？" ||
           word == "！";
}

/// FNV-1a of what a sentence says: its characters without spaces and punctuation.
std::uint64_t hashOf(const GrammarSentences& sentences, const std::vector<int>& words) {
    std::uint64_t hash = 14695981039346656037u;
    for (const int number : words)
        if (const std::string& word = sentences.word(number); !isPunctuation(word))
            for (const char c : word)
                hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
}

bool isOfFitLength(const std::vector<int>& words) {
    return words.size() >= LeastWords && words.size() <= MostWords;
}

Corpus::Span append(std::string& text, const GrammarSentences& sentences, const std::vector<int>& words) {
    Corpus::Span span{text.size(), 0};
    for (std::size_t i = 0; i < words.size(); ++i)
        (i > 0 ? text += ' ' : text) += sentences.word(words[i]);
    span.length = static_cast<std::uint32_t>(text.size() - span.offset);
    return span;
}

} // namespace

Corpus makeBuiltInCorpus(const BuiltInCorpusOptions& options, const ProgressFunction& progress) {
    return makeCorpus(readGrammar(builtInGrammarFiles()), options, progress);
}

Corpus makeCorpus(const Grammar& grammar, const BuiltInCorpusOptions& options, const ProgressFunction& progress) {
    GrammarSentences sentences(grammar, options.seed);
    std::unordered_set<std::uint64_t> seen[2];
    Corpus corpus;
    const auto wanted = static_cast<std::size_t>(options.pairs);
    for (int failures = 0; corpus.pairs.size() < wanted;) {
        const auto& pair = sentences.next(corpus.pairs.empty() ? grammar.first : grammar.sentence);
        const std::uint64_t chinese = hashOf(sentences, pair.sides[0]), english = hashOf(sentences, pair.sides[1]);
        if (!isOfFitLength(pair.sides[0]) || !isOfFitLength(pair.sides[1]) || seen[0].count(chinese) != 0 ||
            seen[1].count(english) != 0) {
            if (++failures == MostFailures)
                throw Failure(MessageCode::GrammarExhausted,
                              {std::to_string(wanted), std::to_string(corpus.pairs.size())});
            continue;
        }
        failures = 0;
        seen[0].insert(chinese);
        seen[1].insert(english);
        const auto line = static_cast<std::int64_t>(corpus.pairs.size()) + 1;
        const Corpus::Span chineseSpan = append(corpus.text, sentences, pair.sides[0]);
        corpus.pairs.push_back({chineseSpan, append(corpus.text, sentences, pair.sides[1]), line});
        corpus.alignments.append(pair.links);
        if (corpus.pairs.size() % 2048 == 0 && progress)
            progress(static_cast<double>(corpus.pairs.size()) / static_cast<double>(wanted));
    }
    corpus.testPairs = wanted / 11;
    corpus.columns = 2;
    corpus.lines = options.pairs;
    return corpus;
}

std::int64_t writeBuiltInCorpus(const BuiltInCorpusOptions& options, const std::string& path,
                                const std::string& alignmentsPath, const ProgressFunction& progress) {
    WholeFile file(path); // before the work, which would be lost
    std::optional<WholeFile> alignments;
    if (!alignmentsPath.empty())
        alignments.emplace(alignmentsPath);
    const Corpus corpus = makeBuiltInCorpus(options, progress);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        file.stream << corpus.chinese(i) << '\t' << corpus.english(i) << '\n';
        if (!alignments)
            continue;
        const auto* const begin = corpus.alignments.begin(i);
        for (const auto* link = begin; link != corpus.alignments.end(i); ++link)
            alignments->stream << (link == begin ? "" : " ") << link->source << (link->sure ? '-' : '?')
                               << link->target;
        alignments->stream << '\n';
    }
    file.close();
    if (alignments)
        alignments->close();
    return static_cast<std::int64_t>(corpus.pairs.size());
}

} // namespace zhuyi
