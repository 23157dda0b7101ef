#pragma once

#include "engine/session/Settings.h"

namespace zhuyi {

/// How a decoder begins, see Decoder.
enum class InitialState { Learnt, Copied, Zero };

inline InitialState initialStateOf(const Settings& settings) {
    return settings.initial_state == "copied" ? InitialState::Copied
           : settings.initial_state == "zero" ? InitialState::Zero
                                              : InitialState::Learnt;
}

} // namespace zhuyi
