#include "app/InputLines.h"

#include "engine/session/Message.h"
#include "engine/session/Reason.h"

#include <unistd.h>

#include <cerrno>

namespace zhuyi {

std::vector<std::string> InputLines::next() {
    constexpr std::size_t blockSize = 1 << 16;
    std::vector<std::string> lines;
    while (lines.empty() && !atEnd_) {
        const auto searched = rest_.size();
        rest_.resize(searched + blockSize);
        const auto count = ::read(STDIN_FILENO, rest_.data() + searched, blockSize);
        if (count < 0 && errno != EINTR)
            throw Failure(MessageCode::FileUnreadable, {"standard input", reason(errno)});
        rest_.resize(searched + static_cast<std::size_t>(count > 0 ? count : 0));
        atEnd_ = count == 0;
        std::size_t start = 0;
        for (auto end = rest_.find('\n', searched); end != std::string::npos; end = rest_.find('\n', start)) {
            lines.push_back(rest_.substr(start, end - start));
            start = end + 1;
        }
        rest_.erase(0, start);
        if (atEnd_ && !rest_.empty())
            lines.push_back(rest_);
    }
    return lines;
}

} // namespace zhuyi
