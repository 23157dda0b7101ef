#pragma once

#include "engine/session/Command.h"

namespace zhuyi {

/// `zhuyi corpus`: answers the exit code; throws Failure.
int writeCorpus(const WriteCorpus& command);

} // namespace zhuyi
