#pragma once

#include "engine/session/AttentionMap.h"
#include "engine/session/Message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zhuyi {

/// A sentence that the model wrote, or (forced) one that it was made to write.
struct Translation {
    std::string source; // as given
    std::string text;   // detokenized
    double logProbability = 0;                 // natural log, summed over the target tokens
    std::vector<float> tokenProbabilities;     // one a row of the map
    AttentionMapPtr attention;
    std::vector<Message> notices; // sentence cut, unknown words
    double milliseconds = 0;      // the engine's work alone
};

using TranslationPtr = std::shared_ptr<const Translation>;

} // namespace zhuyi
