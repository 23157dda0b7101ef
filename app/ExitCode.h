#pragma once

namespace zhuyi {

constexpr int ExitSuccess = 0, ExitFailure = 1, ExitUsage = 2, ExitInterrupted = 130;

} // namespace zhuyi
