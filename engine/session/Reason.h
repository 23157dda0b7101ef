#pragma once

#include <string>

namespace zhuyi {

/// What an errno value means to the person at the keyboard: an argument of FileUnreadable and FileUnwritable, itself
/// translated in context "Messages".
std::string reason(int error);

} // namespace zhuyi
