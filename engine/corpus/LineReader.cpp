#include "engine/corpus/LineReader.h"

#include "engine/session/Message.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace zhuyi {

namespace {

constexpr std::size_t blockSize = 1 << 20;
constexpr std::size_t headSize = 64 * 1024; // where a zero byte means that this is no text

bool startsLikeText(std::string_view head) {
    const std::string_view mark = head.substr(0, 2);
    return mark != "\xFF\xFE" && mark != "\xFE\xFF" && head.find('\0') == std::string_view::npos;
}

} // namespace

LineReader::LineReader(std::string path) : path_(std::move(path)) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file_ < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            throw Failure(MessageCode::FileMissing, {path_});
        throw Failure(MessageCode::FileUnreadable, {path_, std::strerror(errno)});
    }
    struct stat status = {};
    if (::fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) {
        const char* reason = S_ISDIR(status.st_mode) ? "it is a directory" : "it is not a regular file";
        ::close(file_);
        throw Failure(MessageCode::FileUnreadable, {path_, reason});
    }
    size_ = status.st_size;
}

LineReader::~LineReader() {
    ::close(file_);
}

void LineReader::fill() {
    buffer_.erase(0, position_);
    position_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + blockSize);
    ssize_t count = 0;
    do {
        count = ::read(file_, buffer_.data() + kept, blockSize);
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        throw Failure(MessageCode::FileUnreadable, {path_, std::strerror(errno)});
    buffer_.resize(kept + static_cast<std::size_t>(count));
    if (bytesRead_ == 0) {
        if (!startsLikeText(std::string_view(buffer_).substr(0, headSize)))
            throw Failure(MessageCode::FileBinary, {path_});
        if (buffer_.compare(0, 3, "\xEF\xBB\xBF") == 0)
            position_ = 3;
    }
    bytesRead_ += count;
    atEnd_ = count == 0;
}

bool LineReader::next(Line& line) {
    std::size_t searched = 0; // bytes of this line known to hold no line feed
    bool tooLong = false;
    for (;;) {
        const std::size_t end = buffer_.find('\n', position_ + searched);
        if (end != std::string::npos || (atEnd_ && (position_ < buffer_.size() || tooLong))) {
            const std::size_t stop = std::min(end, buffer_.size());
            line.text = std::string_view(buffer_).substr(position_, stop - position_);
            position_ = std::min(stop + 1, buffer_.size());
            break;
        }
        if (atEnd_)
            return false;
        if (buffer_.size() - position_ > Greatest) {
            tooLong = true;
            position_ = buffer_.size();
        }
        searched = buffer_.size() - position_;
        fill();
    }
    ++number_;
    if (!line.text.empty() && line.text.back() == '\r')
        line.text.remove_suffix(1);
    line.tooLong = tooLong || line.text.size() > Greatest;
    if (line.tooLong)
        line.text = {};
    return true;
}

} // namespace zhuyi
