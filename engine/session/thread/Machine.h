#pragma once

#include "engine/model/Torch.h"
#include "engine/session/Reports.h"

#include <string>

namespace zhuyi {

/// Cores of the processors that this process may run on, two threads of one core counted once.
int physicalCores();

/// "auto", "cpu" or "cuda". Throws Failure (DeviceMissing).
torch::Device deviceOf(const std::string& name);

/// The library behind LibTorch's matrix products, found through the symbol that it calls.
EngineInfo engineInfo();

} // namespace zhuyi
