#pragma once

#include "engine/session/MapHistory.h"

#include <optional>
#include <string>
#include <string_view>

namespace zhuyi {

/// As much of a timeline as a model file may keep: a megabyte, and 200 moments of a sentence.
inline MapHistory newTimeline() {
    return MapHistory(1 << 20, 200);
}

/// A timeline as CBOR (RFC 8949): `version`, and a list of `probes`, each with its `source`, its `target` ("" for
/// greedy decoding), and its `moments`: `step`; `weights` as 16-bit fractions of 65535, the low byte first; and, unless
/// they are those of the moment before, the `words`: `source` and `target` tokens, `chinese` (whether the source is),
/// and `gold` where it is known, a list of row, column and whether it is sure.
std::string timelineBytes(const MapHistory& timeline);

/// Nothing where they are no such bytes.
std::optional<MapHistory> timelineFromBytes(std::string_view bytes);

} // namespace zhuyi
