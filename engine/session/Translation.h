#pragma once

#include "engine/session/AttentionMap.h"
#include "engine/session/Message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zhuyi {

struct Alternative {
    std::string token;
    float probability = 0;
};

/// One continuation that a step of the beam search weighed.
struct BeamNode {
    int parent = -1; // place among the last step's nodes, −1 at the first step
    std::string token;
    float probability = 0; // of the token
    double total = 0;      // log probability of the tokens so far, natural log: what the nodes of one step are ranked by
    bool isKept = false;   // else pruned
    bool isEnded = false;  // by End
};

/// A sentence that the model wrote, or (forced) one that it was made to write.
struct Translation {
    std::string source; // as given
    std::string text;   // detokenized
    double logProbability = 0;                 // natural log, summed over the target tokens
    std::vector<float> tokenProbabilities;     // one a row of the map
    double score = 0;                          // what the beam search ranks finished translations by
    AttentionMapPtr attention;
    std::vector<std::vector<Alternative>> alternatives; // of each row the most probable tokens, best first; empty unless asked for
    std::vector<std::shared_ptr<const Translation>> others; // the n-best behind this one
    std::vector<std::vector<BeamNode>> beam;                // step by step, best first; empty unless asked for
    std::vector<Message> notices; // sentence cut, unknown words
    double milliseconds = 0;      // the engine's work alone
};

using TranslationPtr = std::shared_ptr<const Translation>;

} // namespace zhuyi
