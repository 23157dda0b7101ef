#pragma once

#include <string>

namespace zhuyi {

// The commands that use a file that is there; each answers the exit code and throws Failure.

/// Line n out answers line n in, flushed.
int translate(const std::string& model);
int evaluate(const std::string& model, const std::string& corpus);
int inspect(const std::string& file);

} // namespace zhuyi
