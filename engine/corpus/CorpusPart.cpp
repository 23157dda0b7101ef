#include "engine/corpus/CorpusPart.h"

#include <unordered_set>

namespace zhuyi {

Corpus partOfCorpus(const Corpus& corpus, const std::vector<std::int64_t>& lines) {
    const std::unordered_set<std::int64_t> wanted(lines.begin(), lines.end());
    Corpus part;
    part.path = corpus.path;
    part.columns = corpus.columns;
    part.chineseColumn = corpus.chineseColumn;
    part.englishColumn = corpus.englishColumn;
    part.lines = corpus.lines;
    const auto append = [&part](std::string_view text) {
        const Corpus::Span span{part.text.size(), static_cast<std::uint32_t>(text.size())};
        part.text += text;
        return span;
    };
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        if (wanted.count(corpus.pairs[i].line) == 0)
            continue;
        const auto chinese = append(corpus.chinese(i));
        part.pairs.push_back({chinese, append(corpus.english(i)), corpus.pairs[i].line});
        if (!corpus.alignments.empty())
            part.alignments.append({corpus.alignments.begin(i), corpus.alignments.end(i)});
    }
    return part;
}

} // namespace zhuyi
