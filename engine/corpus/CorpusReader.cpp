#include "engine/corpus/CorpusReader.h"

#include "engine/corpus/HashIndex.h"
#include "engine/corpus/LanguageColumns.h"
#include "engine/corpus/LineReader.h"
#include "engine/text/Normalise.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t sampleLines = 2000;
constexpr std::int64_t sampleBytes = 64 << 20;

/// A line of the sample; the text is kept until the columns are known.
struct SampleLine {
    std::string text;
    std::int64_t number = 0;
    bool tooLong = false;
};

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

bool isText(std::string_view line) {
    return line.find('\0') == std::string_view::npos && findInvalidUtf8(line) == std::string_view::npos;
}

/// Says what is wrong with a file in which no Chinese and English columns were found.
[[noreturn]] void failWithoutColumns(const std::string& path, const std::vector<SampleLine>& sample) {
    std::int64_t invalid = 0;
    std::int64_t firstInvalid = 0;
    std::int64_t firstText = 0;
    bool tabs = false;
    bool tooLong = false;
    for (const SampleLine& line : sample) {
        tooLong = tooLong || line.tooLong;
        if (line.tooLong || isBlank(line.text))
            continue;
        if (findInvalidUtf8(line.text) != std::string_view::npos) {
            if (invalid++ == 0)
                firstInvalid = line.number;
            continue;
        }
        if (firstText == 0)
            firstText = line.number;
        tabs = tabs || line.text.find('\t') != std::string::npos;
    }
    if (invalid * 10 > static_cast<std::int64_t>(sample.size()))
        throw Failure(MessageCode::FileNotUtf8, {path, std::to_string(firstInvalid)});
    if (tabs)
        throw Failure(MessageCode::OneLanguage, {path});
    if (firstText != 0)
        throw Failure(MessageCode::SingleColumn, {path, std::to_string(firstText)});
    throw Failure(tooLong ? MessageCode::NoPairsLeft : MessageCode::FileEmpty, {path});
}

/// Takes in lines of known columns.
class PairCollector {
  public:
    PairCollector(Corpus& corpus, bool keepAll) : corpus_(corpus), keepAll_(keepAll) {}

    void add(std::string_view line, bool tooLong, std::int64_t number) {
        if (const auto reason = tooLong ? DropReason::TooLong : take(line, number)) {
            if (corpus_.dropped[*reason]++ == 0)
                corpus_.firstDroppedLine[*reason] = number;
        }
    }

  private:
    std::optional<DropReason> take(std::string_view line, std::int64_t number) {
        if (findInvalidUtf8(line) != std::string_view::npos)
            return DropReason::InvalidUtf8;
        if (isBlank(line))
            return DropReason::EmptySide;
        splitColumns(line, cells_);
        const auto chineseColumn = static_cast<std::size_t>(corpus_.chineseColumn);
        const auto englishColumn = static_cast<std::size_t>(corpus_.englishColumn);
        if (cells_.size() <= std::max(chineseColumn, englishColumn) || line.find('\0') != std::string_view::npos)
            return DropReason::Malformed;
        const std::string chinese = normalise(cells_[chineseColumn]);
        const std::string english = normalise(cells_[englishColumn]);
        if (chinese.empty() || english.empty())
            return DropReason::EmptySide;

        const std::size_t offset = corpus_.text.size();
        corpus_.text.append(chinese).append(english);
        corpus_.pairs.push_back({{offset, static_cast<std::uint32_t>(chinese.size())},
                                 {offset + chinese.size(), static_cast<std::uint32_t>(english.size())},
                                 number});
        if (keepAll_ || isNew(static_cast<std::uint32_t>(corpus_.pairs.size() - 1)))
            return std::nullopt;
        corpus_.pairs.pop_back();
        corpus_.text.resize(offset);
        return DropReason::Duplicate;
    }

    bool isNew(std::uint32_t pair) {
        const std::hash<std::string_view> hash;
        const auto isEqual = [&](std::uint32_t other) {
            return corpus_.chinese(other) == corpus_.chinese(pair) && corpus_.english(other) == corpus_.english(pair);
        };
        return seen_.findOrInsert(hash(corpus_.chinese(pair)) * 31 + hash(corpus_.english(pair)), pair, isEqual) ==
               pair;
    }

    Corpus& corpus_;
    HashIndex seen_;
    bool keepAll_;
    std::vector<std::string_view> cells_;
};

} // namespace

Corpus readCorpus(const std::string& path, const ProgressFunction& progress, bool keepAll) {
    LineReader reader(path);
    std::int64_t reported = -1;
    const auto report = [&] {
        if (!progress || reader.bytesRead() == reported)
            return;
        reported = reader.bytesRead();
        progress(std::min(1.0, static_cast<double>(reported) /
                                   static_cast<double>(std::max<std::int64_t>(reader.size(), reported + 1))));
    };

    std::vector<SampleLine> sample;
    std::size_t usable = 0;
    LineReader::Line line;
    while (usable < sampleLines && reader.bytesRead() < sampleBytes && reader.next(line)) {
        report();
        sample.push_back({std::string(line.text), reader.number(), line.tooLong});
        usable += line.text.find('\t') != std::string_view::npos && isText(line.text);
    }
    std::vector<std::string_view> texts;
    for (const SampleLine& entry : sample)
        if (isText(entry.text))
            texts.push_back(entry.text);
    const auto columns = findColumns(texts);
    if (!columns)
        failWithoutColumns(path, sample);

    Corpus corpus;
    corpus.path = path;
    corpus.columns = columns->columns;
    corpus.chineseColumn = columns->chinese;
    corpus.englishColumn = columns->english;
    // Untouched pages cost nothing, growing by copies does.
    corpus.text.reserve(static_cast<std::size_t>(std::min<std::int64_t>(reader.size(), 1 << 30)));

    PairCollector collector(corpus, keepAll);
    for (const SampleLine& entry : sample)
        collector.add(entry.text, entry.tooLong, entry.number);
    sample.clear();
    while (reader.next(line)) {
        report();
        collector.add(line.text, line.tooLong, reader.number());
    }
    corpus.lines = reader.number();

    const auto invalid = corpus.dropped.find(DropReason::InvalidUtf8);
    if (invalid != corpus.dropped.end() && invalid->second * 10 > corpus.lines)
        throw Failure(MessageCode::FileNotUtf8,
                      {path, std::to_string(corpus.firstDroppedLine[DropReason::InvalidUtf8])});
    if (corpus.pairs.empty())
        throw Failure(MessageCode::NoPairsLeft, {path});
    if (progress)
        progress(1);
    return corpus;
}

} // namespace zhuyi
