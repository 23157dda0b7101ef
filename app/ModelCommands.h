#pragma once

#include "engine/session/Command.h"

#include <string>

namespace zhuyi {

// The commands that use a file that is there; each answers the exit code and throws Failure.

/// Line n out answers line n in, flushed. With `listsAll` the n best of each are lines of their own, "n ||| text |||
/// score". Further models of an ensemble come with the first.
int translate(const OpenModel& model, const DecodingOptions& options, bool listsAll);
int evaluate(const OpenModel& model, const Evaluate& command);
/// "source ||| target" a line in, "i-j" a link out; line n out answers line n in, flushed.
int align(const std::string& model);
int inspect(const std::string& file);

} // namespace zhuyi
