#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zhuyi {

/// A file's lines, read in blocks; a line feed or both CR and LF end one, and a byte order mark is left out. Of a line
/// longer than Greatest only that is told.
class LineReader {
  public:
    static constexpr std::size_t Greatest = 64 * 1024; // bytes

    /// Throws Failure (FileMissing, FileUnreadable).
    explicit LineReader(std::string path);
    ~LineReader();
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    struct Line {
        std::string_view text; // until the next call
        bool tooLong = false;
    };
    /// False at the end. Throws Failure (FileUnreadable, and FileBinary where the file begins like no text).
    bool next(Line& line);

    std::int64_t number() const { return number_; } // of the last line, 1-based
    std::int64_t bytesRead() const { return bytesRead_; }
    std::int64_t size() const { return size_; } // as the system tells; 0 where it can't

  private:
    void fill();

    std::string path_;
    int file_ = -1;
    std::int64_t size_ = 0;
    std::int64_t bytesRead_ = 0;
    std::int64_t number_ = 0;
    std::string buffer_;
    std::size_t position_ = 0;
    bool atEnd_ = false;
};

} // namespace zhuyi
