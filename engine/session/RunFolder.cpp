#include "engine/session/RunFolder.h"

#include <cstdlib>

namespace zhuyi::RunFolder {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace

std::string parent() {
    if (const auto data = variable("ZHUYI_DATA"); !data.empty())
        return data + "/runs";
    // Relative paths are to be ignored, says the XDG Base Directory Specification.
    if (const auto data = variable("XDG_DATA_HOME"); !data.empty() && data.front() == '/')
        return data + "/zhuyi/runs";
    const auto home = variable("HOME");
    return home.empty() ? "" : home + "/.local/share/zhuyi/runs";
}

} // namespace zhuyi::RunFolder
