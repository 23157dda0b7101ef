#include "engine/alignment/CooccurrenceTable.h"

#include "engine/corpus/ParallelWork.h"

#include <algorithm>

namespace zhuyi {

namespace {

constexpr std::int32_t RowsATask = 64;
constexpr std::uint32_t Frequent = 4; // occurrences from which a single meeting says nothing

/// The pairs in which each source word stands, one word after another, each pair once.
struct PairsOfWords {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> pairs;

    PairsOfWords(const EncodedSide& side, std::int32_t vocabulary) : offsets(static_cast<std::size_t>(vocabulary) + 1) {
        for (const auto id : side.ids)
            ++offsets[static_cast<std::size_t>(id) + 1];
        for (std::size_t word = 1; word < offsets.size(); ++word)
            offsets[word] += offsets[word - 1];
        pairs.resize(side.ids.size());
        auto next = offsets;
        for (std::size_t pair = 0; pair < side.size(); ++pair)
            for (std::int32_t i = 0; i < side.length(pair); ++i)
                pairs[next[static_cast<std::size_t>(side.begin(pair)[i])]++] = static_cast<std::uint32_t>(pair);
    }
};

} // namespace

CooccurrenceTable::CooccurrenceTable(const EncodedPairs& pairs, std::int32_t sourceVocabulary,
                                     std::int32_t targetVocabulary, std::size_t workers,
                                     const std::function<void(double)>& tick)
    : offsets_(static_cast<std::size_t>(sourceVocabulary) + 1) {
    const PairsOfWords places(pairs.source, sourceVocabulary);
    std::vector<std::uint32_t> frequency(static_cast<std::size_t>(targetVocabulary));
    for (const auto id : pairs.target.ids)
        ++frequency[static_cast<std::size_t>(id)];

    const auto tasks = static_cast<std::size_t>((sourceVocabulary + RowsATask - 1) / RowsATask);
    std::vector<std::vector<std::int32_t>> parts(tasks);
    std::vector<std::vector<std::uint32_t>> meetings(workers, std::vector<std::uint32_t>(frequency.size()));
    const auto collect = [&](std::size_t worker, std::size_t task) {
        auto& met = meetings[worker];
        std::vector<std::int32_t> row;
        const auto first = static_cast<std::size_t>(task) * RowsATask;
        const auto last = std::min(first + RowsATask, static_cast<std::size_t>(sourceVocabulary));
        for (auto word = first; word < last; ++word) {
            row.clear();
            for (auto place = places.offsets[word]; place < places.offsets[word + 1]; ++place) {
                const auto pair = places.pairs[place];
                if (place > places.offsets[word] && places.pairs[place - 1] == pair)
                    continue; // the word stands there twice
                for (std::int32_t j = 0; j < pairs.target.length(pair); ++j) {
                    const auto target = pairs.target.begin(pair)[j];
                    if (met[static_cast<std::size_t>(target)]++ == 0)
                        row.push_back(target);
                }
            }
            const bool frequent = places.offsets[word + 1] - places.offsets[word] >= Frequent;
            std::sort(row.begin(), row.end());
            for (const auto target : row) {
                auto& count = met[static_cast<std::size_t>(target)];
                if (count > 1 || !frequent || frequency[static_cast<std::size_t>(target)] < Frequent) {
                    parts[task].push_back(target);
                    ++offsets_[word + 1];
                }
                count = 0;
            }
        }
    };
    runParallel(workers, tasks, collect,
                [&](std::size_t done) { tick(static_cast<double>(done) / static_cast<double>(tasks)); });

    for (std::size_t word = 1; word < offsets_.size(); ++word)
        offsets_[word] += offsets_[word - 1];
    targets_.reserve(offsets_.back());
    for (auto& part : parts) {
        targets_.insert(targets_.end(), part.begin(), part.end());
        part = {};
    }
}

std::uint64_t CooccurrenceTable::find(std::int32_t source, std::int32_t target) const {
    const auto begin = targets_.begin() + static_cast<std::ptrdiff_t>(rowBegin(source));
    const auto end = targets_.begin() + static_cast<std::ptrdiff_t>(rowEnd(source));
    const auto found = std::lower_bound(begin, end, target);
    return found != end && *found == target ? static_cast<std::uint64_t>(found - targets_.begin()) : Absent;
}

} // namespace zhuyi
