#pragma once

#include "engine/session/Message.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace zhuyi {

/// How a translation is searched for. The defaults are greedy decoding: the most probable token at each step. Penalties
/// say which hypothesis of a beam is the best; these measured best (tests/bench/quality/README.md).
struct DecodingOptions {
    std::int64_t beam_size = 1;
    double length_penalty = 1;     // α of Wu et al. 2016, equation 14
    double coverage_penalty = 0.2; // β of the same, but divided by the length penalty as well
    std::int64_t n_best = 1;     // translations of a sentence; never more than beam_size
    double temperature = 0;      // above 0, tokens are drawn at random instead of searched for
    std::int64_t top_k = 0;      // draw from this many tokens; 0: from all
    std::int64_t seed = 1;       // of drawing
    bool block_unknown = false;  // never write <unk>
    bool replace_unknown = false;
    std::int64_t block_repeats = 0; // no sequence of so many tokens is written twice; 0: any may be
};

/// What the window and the command line know of one option, as SettingInfo does of a setting.
struct DecodingOptionInfo {
    using Member = std::variant<std::int64_t DecodingOptions::*, double DecodingOptions::*, bool DecodingOptions::*>;

    const char* name;
    Member member;
    double least = 0;        // of numbers
    double greatest = 0;     // of numbers
    const char* label;       // translated in context "Settings"
    const char* explanation; // one line, translated in context "Settings"
};

/// Every option, in the order in which people should see them.
const std::vector<DecodingOptionInfo>& decodingOptionInfos();

/// What is wrong with the first option that is out of its range (SettingOutOfRange), or nothing.
std::optional<Message> checkDecodingOptions(const DecodingOptions& options);

} // namespace zhuyi
