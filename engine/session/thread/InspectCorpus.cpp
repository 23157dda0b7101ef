#include "engine/session/thread/InspectCorpus.h"

#include "engine/corpus/PreparedCorpus.h"

namespace zhuyi {

using Json = nlohmann::json;

namespace {

const char* nameOf(DropReason reason) {
    switch (reason) {
    case DropReason::Malformed:
        return "malformed";
    case DropReason::InvalidUtf8:
        return "invalid_utf8";
    case DropReason::EmptySide:
        return "empty_side";
    case DropReason::Duplicate:
        return "duplicate";
    case DropReason::TooLong:
        return "too_long";
    }
    return "";
}

Json lengthsOf(const std::vector<std::int64_t>& histogram) {
    std::int64_t sentences = 0, tokens = 0, longest = 0;
    for (std::size_t length = 0; length < histogram.size(); ++length) {
        sentences += histogram[length];
        tokens += histogram[length] * static_cast<std::int64_t>(length);
        if (histogram[length] > 0)
            longest = static_cast<std::int64_t>(length);
    }
    return {{"mean", sentences > 0 ? static_cast<double>(tokens) / static_cast<double>(sentences) : 0},
            {"longest", longest},
            {"histogram", histogram}};
}

} // namespace

Json inspectCorpus(const std::string& path, const ProgressFunction& progress) {
    const Corpus corpus = readCorpus(path, [&](double share) { progress(0.3 * share); });
    const auto summary =
        prepareCorpus(corpus, nullptr, Settings{}, [&](double share) { progress(0.3 + 0.7 * share); }).summary;
    Json dropped = Json::object();
    for (const auto& [reason, count] : summary.dropped)
        if (count > 0)
            dropped[nameOf(reason)] = {{"lines", count}, {"first_line", summary.firstDroppedLine.at(reason)}};
    return {{"kind", "corpus"},
            {"format", "tab-separated"},
            {"columns", summary.columns},
            {"chinese_column", summary.chineseColumn + 1},
            {"english_column", summary.englishColumn + 1},
            {"lines", summary.lines},
            {"pairs", summary.pairs},
            {"dropped", dropped},
            {"parts", {{"train", summary.trainPairs}, {"dev", summary.devPairs}, {"test", summary.testPairs}}},
            {"chinese",
             {{"vocabulary", summary.chineseVocabulary},
              {"unknown", summary.chineseUnknown},
              {"lengths", lengthsOf(summary.chineseLengths)}}},
            {"english",
             {{"vocabulary", summary.englishVocabulary},
              {"unknown", summary.englishUnknown},
              {"lengths", lengthsOf(summary.englishLengths)}}}};
}

} // namespace zhuyi
