#include "engine/corpus/PharaohFile.h"

#include "engine/corpus/LanguageColumns.h"
#include "engine/corpus/LineReader.h"
#include "engine/text/WordsOfTokens.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace zhuyi {

namespace {

constexpr std::string_view space = " \t\r\v\f";
constexpr std::size_t longestToken = 40; // bytes, of what might be a link

struct Link {
    std::uint32_t first = 0, second = 0; // words of the first and the second column, as the file counts them
    bool sure = true;
};

std::optional<Link> parse(std::string_view token) {
    Link link;
    const char* const end = token.data() + token.size();
    const auto first = std::from_chars(token.data(), end, link.first);
    if (first.ec != std::errc() || first.ptr == end ||
        std::string_view("-?p").find(*first.ptr) == std::string_view::npos)
        return std::nullopt;
    link.sure = *first.ptr == '-';
    const auto second = std::from_chars(first.ptr + 1, end, link.second);
    if (second.ec != std::errc() || second.ptr != end)
        return std::nullopt;
    return link;
}

std::int64_t countLines(const std::string& path) {
    LineReader reader(path);
    LineReader::Line line;
    while (reader.next(line)) {
    }
    return reader.number();
}

/// Reads the lines of one file.
class LinkReader {
  public:
    using Places = std::vector<std::int32_t>;

    LinkReader(const std::string& path, bool oneBased, bool chineseFirst)
        : path_(path), oneBased_(oneBased), chineseFirst_(chineseFirst) {}

    /// The links of line `number`, in ascending order, for a pair whose words stand at these places once normalised.
    std::vector<AlignmentLink> read(std::string_view line, std::int64_t number, const Places& chinese,
                                    const Places& english);

  private:
    /// Throws Failure where the link is none between these words of the first and the second column.
    void check(const Link& link, std::string_view token, std::int64_t number, std::size_t first, std::size_t second);
    std::uint32_t indexOf(std::uint32_t word) const { return word - (oneBased_ ? 1 : 0); }
    [[noreturn]] void fail(MessageCode code, std::int64_t number, std::string_view token,
                           std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments = {path_, std::to_string(number), std::string(token)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        throw Failure(code, std::move(arguments));
    }

    const std::string& path_;
    bool oneBased_, chineseFirst_;
    bool sawZero_ = false; // so it does count from 0
};

void LinkReader::check(const Link& link, std::string_view token, std::int64_t number, std::size_t first,
                       std::size_t second) {
    const bool zero = link.first == 0 || link.second == 0;
    if (zero && oneBased_)
        fail(MessageCode::AlignmentFromZero, number, token);
    sawZero_ = sawZero_ || zero;
    if (indexOf(link.first) < first && indexOf(link.second) < second)
        return;
    const bool fromOne = !oneBased_ && !sawZero_ && link.first <= first && link.second <= second;
    fail(fromOne ? MessageCode::AlignmentFromOne : MessageCode::AlignmentOutside, number, token,
         {std::to_string(first), std::to_string(second)});
}

std::vector<AlignmentLink> LinkReader::read(std::string_view line, std::int64_t number, const Places& chinese,
                                            const Places& english) {
    std::vector<AlignmentLink> links;
    for (auto begin = line.find_first_not_of(space); begin != std::string_view::npos;) {
        const auto end = std::min(line.find_first_of(space, begin), line.size());
        const auto token = line.substr(begin, std::min(end - begin, longestToken));
        begin = line.find_first_not_of(space, end);
        const auto link = parse(token);
        if (!link)
            fail(MessageCode::AlignmentMalformed, number, token);
        check(*link, token, number, (chineseFirst_ ? chinese : english).size(),
              (chineseFirst_ ? english : chinese).size());
        const auto source = chinese[indexOf(chineseFirst_ ? link->first : link->second)];
        const auto target = english[indexOf(chineseFirst_ ? link->second : link->first)];
        if (source >= 0 && target >= 0)
            links.push_back({static_cast<std::uint16_t>(source), static_cast<std::uint16_t>(target), link->sure});
    }
    // One that stands twice is one link, and sure where one of the two is.
    const auto words = [](const AlignmentLink& link) { return std::pair(link.source, link.target); };
    std::sort(links.begin(), links.end(), [&](const AlignmentLink& a, const AlignmentLink& b) {
        return std::pair(words(a), !a.sure) < std::pair(words(b), !b.sure);
    });
    const auto end = std::unique(links.begin(), links.end(),
                                 [&](const AlignmentLink& a, const AlignmentLink& b) { return words(a) == words(b); });
    links.erase(end, links.end());
    return links;
}

} // namespace

void readAlignments(const std::string& path, bool oneBased, Corpus& corpus, const ProgressFunction& progress) {
    const auto lines = countLines(path);
    if (lines != corpus.lines)
        throw Failure(MessageCode::AlignmentLineCount,
                      {path, std::to_string(lines), corpus.path, std::to_string(corpus.lines)});
    const auto chineseColumn = static_cast<std::size_t>(corpus.chineseColumn);
    const auto englishColumn = static_cast<std::size_t>(corpus.englishColumn);
    LineReader linkLines(path);
    LineReader textLines(corpus.path); // the words counted are the file's own: normalising may leave some out
    LineReader::Line linkLine, textLine;
    LinkReader reader(path, oneBased, chineseColumn < englishColumn);
    std::vector<std::string_view> cells;
    Alignments alignments;
    for (const auto& pair : corpus.pairs) {
        bool more = true;
        do {
            more = linkLines.next(linkLine) && textLines.next(textLine);
            if (progress && linkLines.number() % 4096 == 0)
                progress(static_cast<double>(linkLines.number()) / static_cast<double>(lines));
        } while (more && linkLines.number() < pair.line); // lines of pairs that were dropped
        splitColumns(textLine.text, cells);
        if (!more || cells.size() <= std::max(chineseColumn, englishColumn))
            throw Failure(MessageCode::FileUnreadable, {corpus.path, "it has changed since it was opened"});
        if (linkLine.tooLong)
            throw Failure(MessageCode::AlignmentMalformed, {path, std::to_string(pair.line), "…"});
        alignments.append(reader.read(linkLine.text, pair.line, wordsAfterNormalising(cells[chineseColumn]),
                                      wordsAfterNormalising(cells[englishColumn])));
    }
    corpus.alignments = std::move(alignments);
}

} // namespace zhuyi
