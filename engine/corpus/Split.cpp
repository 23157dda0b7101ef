#include "engine/corpus/Split.h"

#include "engine/text/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t greatestPart = 1000;
/// Of pairs: larger components stay in the training part, lest one sentence and its translations fill a part.
constexpr std::size_t greatestComponent = 20;

/// Output function of SplitMix64 (Steele, Lea and Flood 2014). The standard library's generators and shuffles differ
/// between machines.
std::uint64_t mixed(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

bool isCompared(char32_t c) {
    constexpr std::uint32_t lettersAndDigits = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & lettersAndDigits) != 0;
}

/// Equal for sentences that differ in case, white space and punctuation alone. Two that share a key by chance only end
/// in the same part. A sentence of signs alone is compared as it is.
std::uint64_t sentenceKey(std::string_view text) {
    constexpr std::uint64_t start = 0xCBF29CE484222325u;
    std::uint64_t key = start;
    std::uint64_t keyOfAll = start;
    for (std::size_t i = 0; i < text.size();) {
        char32_t c = nextCodePoint(text, i);
        keyOfAll = mixed(keyOfAll ^ c);
        if (c >= 0x4E00 && c <= 0x9FFF)
            key = mixed(key ^ c);
        else if (isCompared(c))
            key = mixed(key ^ static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
    }
    return key == start ? keyOfAll : key;
}

class DisjointSets {
  public:
    explicit DisjointSets(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0u); }

    std::uint32_t find(std::uint32_t i) {
        while (parents_[i] != i) {
            parents_[i] = parents_[parents_[i]];
            i = parents_[i];
        }
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        parents_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parents_;
};

/// Pairs linked through sentences.
struct Component {
    std::uint64_t priority = UINT64_MAX; // the components drawn are those of the least
    std::uint32_t root = 0;
    std::uint32_t size = 0;
};

} // namespace

Split splitCorpus(const Corpus& corpus, std::uint64_t seed) {
    return splitCorpus(corpus, seed, std::vector<bool>(corpus.pairs.size(), true));
}

Split splitCorpus(const Corpus& corpus, std::uint64_t seed, const std::vector<bool>& usable,
                  const TextForm& chineseForm) {
    const auto size = static_cast<std::uint32_t>(corpus.pairs.size());
    const auto heldOut = static_cast<std::uint32_t>(size - std::min<std::size_t>(corpus.testPairs, size));
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys; // of both sides, with their pairs
    std::vector<std::uint64_t> priorities(size);
    keys.reserve(2 * static_cast<std::size_t>(size));
    for (std::uint32_t i = 0; i < heldOut; ++i) {
        if (!usable[i])
            continue;
        const std::uint64_t chinese =
            chineseForm.changes() ? sentenceKey(chineseForm.read(corpus.chinese(i))) : sentenceKey(corpus.chinese(i));
        const std::uint64_t english = sentenceKey(corpus.english(i));
        priorities[i] = mixed(mixed(mixed(seed) ^ chinese) ^ english);
        keys.emplace_back(chinese, i);
        keys.emplace_back(english, i);
    }
    const std::size_t pairs = keys.size() / 2;
    std::sort(keys.begin(), keys.end());
    DisjointSets sets(size);
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (keys[i].first == keys[i - 1].first)
            sets.join(keys[i].second, keys[i - 1].second);
    keys = {};

    std::vector<Component> byRoot(size);
    for (std::uint32_t i = 0; i < heldOut; ++i) {
        if (!usable[i])
            continue;
        Component& component = byRoot[sets.find(i)];
        component.root = sets.find(i);
        component.priority = std::min(component.priority, priorities[i]);
        ++component.size;
    }
    std::vector<Component> components;
    for (const Component& component : byRoot)
        if (component.size > 0 && component.size < pairs)
            components.push_back(component);
    byRoot = {};
    std::sort(components.begin(), components.end(), [](const Component& a, const Component& b) {
        return std::tie(a.priority, a.root) < std::tie(b.priority, b.root);
    });

    enum Part : char { Train, Dev, Test };
    std::vector<Part> partOfRoot(size, Train);
    const auto draw = [&](Part part, std::size_t wanted) {
        std::size_t drawn = 0;
        for (const Component& component : components) {
            if (partOfRoot[component.root] != Train || component.size > std::min(greatestComponent, wanted - drawn))
                continue;
            partOfRoot[component.root] = part;
            drawn += component.size;
            if (drawn == wanted)
                break;
        }
        return drawn;
    };
    const std::size_t wanted = std::min(greatestPart, pairs / 10);
    if (pairs >= 2 && draw(Dev, std::max<std::size_t>(wanted, 1)) == 0 && !components.empty()) {
        const auto smallest = std::min_element(components.begin(), components.end(),
                                               [](const Component& a, const Component& b) { return a.size < b.size; });
        partOfRoot[smallest->root] = Dev;
    }
    if (wanted > 0 && heldOut == size)
        draw(Test, wanted);

    Split split;
    for (std::uint32_t i = 0; i < size; ++i) {
        if (!usable[i])
            continue;
        const Part part = i >= heldOut ? Test : partOfRoot[sets.find(i)];
        (part == Dev ? split.dev : part == Test ? split.test : split.train).push_back(i);
    }
    return split;
}

} // namespace zhuyi
