#pragma once

#include "engine/session/AttentionMap.h"
#include "engine/session/Command.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// A probe sentence at one moment of a run.
struct WatchedMap {
    Probe probe;
    AttentionMapPtr map;
};

/// The attention maps of the probe sentences over a whole run, however long: thinned evenly over the training steps, so
/// that what is kept stays within a number of bytes.
///
/// Of each probe the first map of every `stride` steps is kept, and always the newest; whatever the order of events,
/// that is exactly what would have been kept had the stride been so from the start. It begins at 1 and doubles when a
/// probe has too many moments, or, for the largest probe, when all of them together take too many bytes. Weights are
/// kept as 16-bit fractions: they come back within 1/131070, and rows need not sum to 1 beyond that.
class MapHistory {
  public:
    static constexpr std::size_t defaultBytes = 6 << 20;
    static constexpr std::size_t defaultMoments = 1000; // of one probe
    static constexpr std::size_t mostProbes = 24;       // the one that was not added to for the longest time goes first

    explicit MapHistory(std::size_t mostBytes = defaultBytes, std::size_t mostMoments = defaultMoments);

    /// Takes the probe's map at `map.step`. One of the newest step replaces it. One of an older step, such as the best
    /// model's when a run ends, is no news of the run: nothing is kept, and the answer is false.
    bool add(const Probe& probe, const AttentionMap& map);

    /// The run begins again at this step: its moments from there on are forgotten.
    void forgetFrom(std::int64_t step);
    void clear();

    /// The moments of a probe, ascending; none for one that is not known.
    std::vector<std::int64_t> steps(const Probe& probe) const;
    /// The map at the moment nearest to `step`, the earlier of two; null where there is none.
    AttentionMapPtr nearest(const Probe& probe, std::int64_t step) const;
    /// All that is kept: probe by probe, in the order in which they were last added to, each with its moments
    /// ascending. Added to another history in this order, they come out of it as they were.
    std::vector<WatchedMap> moments() const;
    bool isEmpty() const { return tracks_.empty(); }

    /// What is kept, as the allocator was asked for it; at most mostBytes, or what two moments of one probe take where
    /// that is more.
    std::size_t bytes() const { return bytes_; }

  private:
    using Key = std::pair<std::string, std::string>; // source, target

    struct Moment {
        std::int64_t step = 0;
        std::shared_ptr<const AttentionMap> words; // all but the weights; shared with the moment before where equal
        std::vector<std::uint16_t> weights;
    };
    struct Track {
        std::vector<Moment> moments;
        std::int64_t stride = 1;
        std::size_t bytes = 0;
        std::uint64_t added = 0; // when: higher is later
    };

    static AttentionMapPtr mapOf(const Moment& moment);
    static Key keyOf(const Probe& probe) { return {probe.source, probe.target}; }
    void changed(Track& track);
    static void thin(Track& track);
    void stayWithin(const Key& newest);

    std::size_t mostBytes_, mostMoments_;
    std::map<Key, Track> tracks_;
    std::size_t bytes_ = 0;
    std::uint64_t additions_ = 0;
};

} // namespace zhuyi
