#include "engine/alignment/WordAligner.h"

#include "engine/alignment/AlignmentHmm.h"
#include "engine/alignment/CooccurrenceTable.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace zhuyi {

namespace {

constexpr int FlatRounds = 5; // all jumps alike, which is IBM Model 1
constexpr int Rounds = 10;
constexpr float NoneProbability = 0.2f;
constexpr double Prior = 0.1; // Dirichlet, of each translation
constexpr float FlatJumps = 0.05f;
constexpr float LeastProbability = 1e-9f;
constexpr float LeastAgreement = 0.05f;
constexpr std::size_t PairsATask = 256;

/// Expected counts as whole numbers of 2⁻³²: their sum is the same in whatever order threads add them.
class Counts {
  public:
    explicit Counts(std::size_t size) : counts_(size) {}
    void add(std::size_t i, float value) {
        if (value > 0)
            counts_[i].fetch_add(static_cast<std::uint64_t>(value * Unit), std::memory_order_relaxed);
    }
    double operator[](std::size_t i) const { return static_cast<double>(counts_[i]) / Unit; }
    std::size_t size() const { return counts_.size(); }
    void clear() {
        for (auto& count : counts_)
            count = 0;
    }

  private:
    static constexpr double Unit = 4294967296.0;
    std::vector<std::atomic<std::uint64_t>> counts_;
};

/// ψ(x), by its recurrence and its asymptotic series.
double digamma(double x) {
    double below = 0;
    for (; x < 6; ++x)
        below += 1 / x;
    const double square = 1 / (x * x);
    return std::log(x) - 0.5 / x - square * (1.0 / 12 - square * (1.0 / 120 - square / 252)) - below;
}

/// exp of the expected log of a probability under its Dirichlet posterior.
float estimate(double count, double total, double kinds) {
    return std::max(LeastProbability, static_cast<float>(std::exp(digamma(count + Prior) - digamma(total + Prior * kinds))));
}

/// What one direction has learnt: how `vocabulary` words are written by entries of the table or by none.
struct Direction {
    std::vector<float> words, none;
    AlignmentHmm::Jumps jumps;
    Counts noneCounts, jumpCounts;

    Direction(std::size_t entries, std::size_t vocabulary, std::size_t longest)
        : words(entries, 1.0f / static_cast<float>(vocabulary)), none(vocabulary, 1.0f / static_cast<float>(vocabulary)),
          jumps(2 * longest + 3, 1), noneCounts(vocabulary), jumpCounts(jumps.size()) {}

    void learnNoneAndJumps(bool learnJumps) {
        double total = 0;
        for (std::size_t i = 0; i < none.size(); ++i)
            total += noneCounts[i];
        for (std::size_t i = 0; i < none.size(); ++i)
            none[i] = estimate(noneCounts[i], total, static_cast<double>(none.size()));
        noneCounts.clear();
        total = 0;
        for (std::size_t i = 0; i < jumps.size(); ++i)
            total += jumpCounts[i];
        if (learnJumps && total > 0)
            for (std::size_t i = 0; i < jumps.size(); ++i)
                jumps[i] = (1 - FlatJumps) * static_cast<float>(jumpCounts[i] / total) + FlatJumps / 21;
        jumpCounts.clear();
    }
};

/// One pair in both directions; a worker has its own.
struct PairPosteriors {
    AlignmentHmm toTarget{NoneProbability}, toSource{NoneProbability};
    std::vector<std::uint64_t> entries; // source × target
    std::vector<float> targetEmissions, sourceEmissions, targetNone, sourceNone, jumps;

    float agreement(std::size_t i, std::size_t j, std::size_t sources, std::size_t targets) const {
        return toTarget.posteriors()[j * sources + i] * toSource.posteriors()[i * targets + j];
    }
};

class WordAligner {
  public:
    WordAligner(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                std::size_t workers, const ProgressFunction& progress)
        : pairs_(pairs), workers_(workers), progress_(progress),
          table_(pairs, sourceVocabulary, targetVocabulary, workers, [&](double share) { progress(share * 0.1); }),
          longest_(longest(pairs)), toTarget_(table_.size(), static_cast<std::size_t>(targetVocabulary), longest_),
          toSource_(table_.size(), static_cast<std::size_t>(sourceVocabulary), longest_), counts_(table_.size()),
          posteriors_(workers) {}

    void learn(int round) {
        forAllPairs(round, [&](PairPosteriors& found, std::size_t pair) { count(found, pair); });
        learnWords();
        const bool learnJumps = round + 1 >= FlatRounds;
        toTarget_.learnNoneAndJumps(learnJumps);
        toSource_.learnNoneAndJumps(learnJumps);
    }

    Alignments links() {
        std::vector<std::vector<AlignmentLink>> links(pairs_.size());
        forAllPairs(Rounds, [&](PairPosteriors& found, std::size_t pair) {
            const auto sources = length(pairs_.source, pair), targets = length(pairs_.target, pair);
            for (std::size_t i = 0; i < sources; ++i)
                for (std::size_t j = 0; j < targets; ++j)
                    if (found.agreement(i, j, sources, targets) > LeastAgreement)
                        links[pair].push_back({static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(j), true});
        });
        Alignments result;
        for (const auto& pair : links)
            result.append(pair);
        return result;
    }

  private:
    static std::size_t length(const EncodedSide& side, std::size_t pair) {
        return static_cast<std::size_t>(side.length(pair));
    }
    static std::size_t longest(const EncodedPairs& pairs) {
        std::size_t result = 0;
        for (std::size_t pair = 0; pair < pairs.size(); ++pair)
            result = std::max({result, length(pairs.source, pair), length(pairs.target, pair)});
        return result;
    }

    template <typename Work>
    void forAllPairs(int round, Work work) {
        const auto tasks = (pairs_.size() + PairsATask - 1) / PairsATask;
        runParallel(
            workers_, tasks,
            [&](std::size_t worker, std::size_t task) {
                const auto end = std::min(pairs_.size(), (task + 1) * PairsATask);
                for (auto pair = task * PairsATask; pair < end; ++pair) {
                    expect(posteriors_[worker], pair);
                    work(posteriors_[worker], pair);
                }
            },
            [&](std::size_t done) {
                const double share = tasks > 0 ? static_cast<double>(done) / static_cast<double>(tasks) : 1;
                progress_(0.1 + 0.9 * (round + share) / (Rounds + 1));
            });
    }

    void expect(PairPosteriors& found, std::size_t pair) const {
        const auto sources = length(pairs_.source, pair), targets = length(pairs_.target, pair);
        const auto* source = pairs_.source.begin(pair);
        const auto* target = pairs_.target.begin(pair);
        found.entries.resize(sources * targets);
        found.targetEmissions.resize(sources * targets);
        found.sourceEmissions.resize(sources * targets);
        found.targetNone.resize(targets);
        found.sourceNone.resize(sources);
        for (std::size_t i = 0; i < sources; ++i)
            for (std::size_t j = 0; j < targets; ++j) {
                const auto entry = found.entries[i * targets + j] = table_.find(source[i], target[j]);
                const bool known = entry != CooccurrenceTable::Absent;
                found.targetEmissions[j * sources + i] = known ? toTarget_.words[entry] : LeastProbability;
                found.sourceEmissions[i * targets + j] = known ? toSource_.words[entry] : LeastProbability;
            }
        for (std::size_t j = 0; j < targets; ++j)
            found.targetNone[j] = toTarget_.none[static_cast<std::size_t>(target[j])];
        for (std::size_t i = 0; i < sources; ++i)
            found.sourceNone[i] = toSource_.none[static_cast<std::size_t>(source[i])];
        found.toTarget.run(found.targetEmissions, found.targetNone, sources, toTarget_.jumps);
        found.toSource.run(found.sourceEmissions, found.sourceNone, targets, toSource_.jumps);
    }

    void count(PairPosteriors& found, std::size_t pair) {
        const auto sources = length(pairs_.source, pair), targets = length(pairs_.target, pair);
        for (std::size_t i = 0; i < sources; ++i)
            for (std::size_t j = 0; j < targets; ++j)
                if (found.entries[i * targets + j] != CooccurrenceTable::Absent)
                    counts_.add(found.entries[i * targets + j], found.agreement(i, j, sources, targets));
        countOne(found.toTarget, toTarget_, pairs_.target.begin(pair), targets, found.jumps);
        countOne(found.toSource, toSource_, pairs_.source.begin(pair), sources, found.jumps);
    }

    static void countOne(const AlignmentHmm& hmm, Direction& direction, const std::int32_t* words, std::size_t length,
                         std::vector<float>& jumps) {
        for (std::size_t i = 0; i < length; ++i)
            direction.noneCounts.add(static_cast<std::size_t>(words[i]), hmm.nonePosteriors()[i]);
        jumps.assign(direction.jumps.size(), 0);
        hmm.addJumps(direction.jumps, jumps);
        for (std::size_t i = 0; i < jumps.size(); ++i)
            direction.jumpCounts.add(i, jumps[i]);
    }

    void learnWords() {
        std::vector<double> totals(toTarget_.none.size()), kinds(totals.size()); // of the target words
        for (std::int32_t source = 0; source < table_.rows(); ++source) {
            double total = 0;
            for (auto entry = table_.rowBegin(source); entry < table_.rowEnd(source); ++entry) {
                const auto target = static_cast<std::size_t>(table_.target(entry));
                total += counts_[entry];
                totals[target] += counts_[entry];
                ++kinds[target];
            }
            const auto size = static_cast<double>(table_.rowEnd(source) - table_.rowBegin(source));
            for (auto entry = table_.rowBegin(source); entry < table_.rowEnd(source); ++entry)
                toTarget_.words[entry] = estimate(counts_[entry], total, size);
        }
        for (std::uint64_t entry = 0; entry < table_.size(); ++entry) {
            const auto target = static_cast<std::size_t>(table_.target(entry));
            toSource_.words[entry] = estimate(counts_[entry], totals[target], kinds[target]);
        }
        counts_.clear();
    }

    const EncodedPairs& pairs_;
    std::size_t workers_;
    const ProgressFunction& progress_;
    CooccurrenceTable table_;
    std::size_t longest_;
    Direction toTarget_, toSource_;
    Counts counts_; // what both directions expect
    std::vector<PairPosteriors> posteriors_;
};

} // namespace

Alignments alignWords(const EncodedPairs& pairs, std::int32_t sourceVocabulary, std::int32_t targetVocabulary,
                      const ProgressFunction& progress, std::size_t workers) {
    WordAligner aligner(pairs, sourceVocabulary, targetVocabulary, workers, progress);
    for (int round = 0; round < Rounds; ++round)
        aligner.learn(round);
    return aligner.links();
}

} // namespace zhuyi
