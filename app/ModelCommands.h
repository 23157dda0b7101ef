#pragma once

#include "engine/session/Command.h"

#include <string>

namespace zhuyi {

// The commands that use a file that is there; each answers the exit code and throws Failure.

/// Line n out answers line n in, flushed. With `listsAll` the n best of each are lines of their own, "n ||| text |||
/// score".
int translate(const std::string& model, const DecodingOptions& options, bool listsAll);
int evaluate(const std::string& model, const Evaluate& command);
/// "source ||| target" a line in, "i-j" a link out; line n out answers line n in, flushed.
int align(const std::string& model);
int inspect(const std::string& file);

} // namespace zhuyi
