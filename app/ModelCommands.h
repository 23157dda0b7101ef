#pragma once

#include <string>

namespace zhuyi {

// The commands that use a file that is there; each answers the exit code and throws Failure.

/// Line n out answers line n in, flushed.
int translate(const std::string& model);
/// `alignments` may be empty.
int evaluate(const std::string& model, const std::string& corpus, const std::string& alignments, bool oneBased);
/// "source ||| target" a line in, "i-j" a link out; line n out answers line n in, flushed.
int align(const std::string& model);
int inspect(const std::string& file);

} // namespace zhuyi
