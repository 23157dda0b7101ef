#include "engine/model/TimelineBytes.h"

#include "engine/model/ShallowJson.h"

#include <cmath>

namespace zhuyi {

using Json = nlohmann::json;

namespace {

constexpr int TimelineVersion = 1;
constexpr float FullWeight = 65535;
constexpr std::int64_t MostSteps = std::int64_t{1} << 53; // a history doubles its stride until that is enough

Json wordsOf(const AttentionMap& map) {
    Json words = {{"source", map.sourceTokens}, {"target", map.targetTokens}, {"chinese", map.sourceIsChinese}};
    if (map.gold) {
        words["gold"] = Json::array();
        for (const GoldCell& cell : *map.gold)
            words["gold"].push_back({cell.row, cell.column, cell.sure});
    }
    return words;
}

Json::binary_t weightsOf(const AttentionMap& map) {
    Json::binary_t bytes;
    bytes.reserve(2 * map.weights.size());
    for (const float weight : map.weights) {
        const auto fraction = static_cast<unsigned>(std::lround(weight * FullWeight)); // within 0 and 1, see MapHistory
        bytes.push_back(static_cast<std::uint8_t>(fraction & 0xFF));
        bytes.push_back(static_cast<std::uint8_t>(fraction >> 8));
    }
    return bytes;
}

AttentionMap wordsFrom(const Json& words) {
    AttentionMap map;
    map.sourceTokens = words.at("source").get<std::vector<std::string>>();
    map.targetTokens = words.at("target").get<std::vector<std::string>>();
    map.sourceIsChinese = words.at("chinese").get<bool>();
    if (const auto gold = words.find("gold"); gold != words.end()) {
        map.gold.emplace();
        for (const Json& cell : *gold) {
            map.gold->push_back(
                {cell.at(0).get<std::uint32_t>(), cell.at(1).get<std::uint32_t>(), cell.at(2).get<bool>()});
            if (map.gold->back().row >= map.rows() || map.gold->back().column >= map.columns())
                throw std::out_of_range("gold");
        }
    }
    return map;
}

} // namespace

std::string timelineBytes(const MapHistory& timeline) {
    Json probes = Json::array();
    Json wordsBefore;
    for (const auto& [probe, map] : timeline.moments()) {
        if (probes.empty() || probes.back().at("source") != probe.source ||
            probes.back().at("target") != probe.target) {
            probes.push_back({{"source", probe.source}, {"target", probe.target}, {"moments", Json::array()}});
            wordsBefore = nullptr;
        }
        Json moment = {{"step", map->step}, {"weights", weightsOf(*map)}};
        if (Json words = wordsOf(*map); words != wordsBefore) {
            wordsBefore = words;
            moment["words"] = std::move(words);
        }
        probes.back()["moments"].push_back(std::move(moment));
    }
    std::string bytes;
    Json::to_cbor(Json{{"version", TimelineVersion}, {"probes", std::move(probes)}}, bytes);
    return bytes;
}

std::optional<MapHistory> timelineFromBytes(std::string_view bytes) {
    if (!isShallowCbor(bytes))
        return std::nullopt;
    try {
        const Json json = Json::from_cbor(bytes.begin(), bytes.end());
        MapHistory timeline = newTimeline();
        if (json.at("version").get<int>() > TimelineVersion)
            return timeline; // of a later version of this program: it can do without
        for (const Json& each : json.at("probes")) {
            const Probe probe{each.at("source").get<std::string>(), each.at("target").get<std::string>()};
            AttentionMap map;
            for (const Json& moment : each.at("moments")) {
                if (const auto words = moment.find("words"); words != moment.end())
                    map = wordsFrom(*words);
                const auto& weights = moment.at("weights").get_binary();
                if (weights.size() != 2 * map.rows() * map.columns())
                    return std::nullopt;
                map.step = moment.at("step").get<std::int64_t>();
                if (map.step < 0 || map.step > MostSteps)
                    return std::nullopt;
                map.weights.clear();
                for (std::size_t i = 0; i < weights.size(); i += 2)
                    map.weights.push_back(static_cast<float>(weights[i] | weights[i + 1] << 8) / FullWeight);
                timeline.add(probe, map);
            }
        }
        return timeline;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace zhuyi
