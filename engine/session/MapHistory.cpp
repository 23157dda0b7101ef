#include "engine/session/MapHistory.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace zhuyi {

namespace {

constexpr float fullWeight = 65535;

std::uint16_t packed(float weight) {
    return weight > 0 ? static_cast<std::uint16_t>(std::lround(std::min(weight, 1.0f) * fullWeight)) : 0; // NaN: 0
}

bool sameWords(const AttentionMap& x, const AttentionMap& y) {
    const auto sameGold = [&] {
        if (x.gold.has_value() != y.gold.has_value())
            return false;
        return !x.gold || std::equal(x.gold->begin(), x.gold->end(), y.gold->begin(), y.gold->end(),
                                     [](const GoldCell& a, const GoldCell& b) {
                                         return a.row == b.row && a.column == b.column && a.sure == b.sure;
                                     });
    };
    return x.sourceTokens == y.sourceTokens && x.targetTokens == y.targetTokens &&
           x.sourceIsChinese == y.sourceIsChinese && sameGold();
}

std::shared_ptr<const AttentionMap> wordsOf(const AttentionMap& map) {
    auto words = std::make_shared<AttentionMap>();
    words->sourceTokens = map.sourceTokens;
    words->targetTokens = map.targetTokens;
    words->sourceIsChinese = map.sourceIsChinese;
    words->gold = map.gold;
    return words;
}

std::size_t bytesOfWords(const AttentionMap& words) {
    std::size_t bytes = sizeof(AttentionMap);
    for (const auto* tokens : {&words.sourceTokens, &words.targetTokens})
        for (const std::string& token : *tokens)
            bytes += sizeof(std::string) + (token.capacity() >= sizeof(std::string) / 2 ? token.capacity() + 1 : 0);
    return bytes + (words.gold ? words.gold->capacity() * sizeof(GoldCell) : 0);
}

} // namespace

MapHistory::MapHistory(std::size_t mostBytes, std::size_t mostMoments)
    : mostBytes_(mostBytes), mostMoments_(std::max<std::size_t>(2, mostMoments)) {}

bool MapHistory::add(const Probe& probe, const AttentionMap& map) {
    const Key key = keyOf(probe);
    Track& track = tracks_[key];
    std::vector<Moment>& moments = track.moments;
    if (!moments.empty() && map.step < moments.back().step)
        return false;
    if (!moments.empty() && map.step == moments.back().step)
        moments.pop_back();
    // The newest so far stays only if it is the first of its stretch of steps.
    const std::size_t count = moments.size();
    if (count > 1 && moments[count - 1].step / track.stride == moments[count - 2].step / track.stride)
        moments.pop_back();
    Moment moment;
    moment.step = map.step;
    moment.words = !moments.empty() && sameWords(*moments.back().words, map) ? moments.back().words : wordsOf(map);
    moment.weights.reserve(map.weights.size());
    std::transform(map.weights.begin(), map.weights.end(), std::back_inserter(moment.weights), packed);
    moments.push_back(std::move(moment));
    track.added = ++additions_;
    while (moments.size() > mostMoments_)
        thin(track);
    changed(track);
    stayWithin(key);
    return true;
}

void MapHistory::forgetFrom(std::int64_t step) {
    for (auto it = tracks_.begin(); it != tracks_.end();) {
        Track& track = it->second;
        const auto first =
            std::find_if(track.moments.begin(), track.moments.end(), [&](const Moment& m) { return m.step >= step; });
        track.moments.erase(first, track.moments.end());
        changed(track);
        it = track.moments.empty() ? tracks_.erase(it) : std::next(it);
    }
}

void MapHistory::clear() {
    tracks_.clear();
    bytes_ = 0;
}

std::vector<std::int64_t> MapHistory::steps(const Probe& probe) const {
    std::vector<std::int64_t> steps;
    if (const auto found = tracks_.find(keyOf(probe)); found != tracks_.end())
        for (const Moment& moment : found->second.moments)
            steps.push_back(moment.step);
    return steps;
}

std::vector<WatchedMap> MapHistory::moments() const {
    std::vector<std::pair<const Key*, const Track*>> tracks;
    for (const auto& [key, track] : tracks_)
        tracks.emplace_back(&key, &track);
    std::sort(tracks.begin(), tracks.end(),
              [](const auto& x, const auto& y) { return x.second->added < y.second->added; });
    std::vector<WatchedMap> all;
    for (const auto& [key, track] : tracks)
        for (const Moment& moment : track->moments)
            all.push_back({{key->first, key->second}, mapOf(moment)});
    return all;
}

AttentionMapPtr MapHistory::mapOf(const Moment& moment) {
    auto map = std::make_shared<AttentionMap>(*moment.words);
    map->step = moment.step;
    map->weights.reserve(moment.weights.size());
    for (const std::uint16_t weight : moment.weights)
        map->weights.push_back(static_cast<float>(weight) / fullWeight);
    return map;
}

AttentionMapPtr MapHistory::nearest(const Probe& probe, std::int64_t step) const {
    const auto found = tracks_.find(keyOf(probe));
    if (found == tracks_.end())
        return nullptr;
    const std::vector<Moment>& moments = found->second.moments;
    auto moment = std::lower_bound(moments.begin(), moments.end(), step,
                                   [](const Moment& m, std::int64_t wanted) { return m.step < wanted; });
    if (moment == moments.end() || (moment != moments.begin() && step - (moment - 1)->step <= moment->step - step))
        --moment;
    return mapOf(*moment);
}

void MapHistory::changed(Track& track) {
    std::size_t bytes = track.moments.capacity() * sizeof(Moment);
    const AttentionMap* before = nullptr;
    for (const Moment& moment : track.moments) {
        bytes += moment.weights.capacity() * sizeof(std::uint16_t);
        if (moment.words.get() != before)
            bytes += bytesOfWords(*moment.words);
        before = moment.words.get();
    }
    bytes_ = bytes_ - track.bytes + bytes;
    track.bytes = bytes;
}

void MapHistory::thin(Track& track) {
    std::vector<Moment>& moments = track.moments;
    const std::size_t before = moments.size();
    while (moments.size() > 2 && moments.size() == before) {
        track.stride *= 2;
        std::size_t kept = 1;
        for (std::size_t i = 1; i < before; ++i)
            if (i + 1 == before || moments[i].step / track.stride != moments[kept - 1].step / track.stride)
                std::swap(moments[kept++], moments[i]);
        moments.resize(kept);
    }
    moments.shrink_to_fit();
}

void MapHistory::stayWithin(const Key& newest) {
    while (bytes_ > mostBytes_ || tracks_.size() > mostProbes) {
        Track* largest = nullptr;
        auto oldest = tracks_.end();
        for (auto it = tracks_.begin(); it != tracks_.end(); ++it) {
            if (it->second.moments.size() > 2 && (!largest || it->second.bytes > largest->bytes))
                largest = &it->second;
            if (it->first != newest && (oldest == tracks_.end() || it->second.added < oldest->second.added))
                oldest = it;
        }
        if (largest && tracks_.size() <= mostProbes) {
            thin(*largest);
            changed(*largest);
        } else if (oldest != tracks_.end()) {
            bytes_ -= oldest->second.bytes;
            tracks_.erase(oldest);
        } else {
            return;
        }
    }
}

} // namespace zhuyi
