#pragma once

#include <string>

namespace zhuyi {

struct DemoOptions {
    std::string folder;
    double minutes = 3;
};

/// `zhuyi demo`: answers the exit code; throws Failure.
int demo(const DemoOptions& options);

} // namespace zhuyi
