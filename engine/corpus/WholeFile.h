#pragma once

#include "engine/session/Message.h"
#include "engine/session/Reason.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace zhuyi {

/// A file that takes its place when it is whole; what was there stays until then. A pipe is written at once.
class WholeFile {
  public:
    explicit WholeFile(const std::string& path) : path_(path), written_(path) {
        std::error_code none;
        if (!std::filesystem::exists(path, none) || std::filesystem::is_regular_file(path, none))
            written_ += ".part";
        stream.open(written_, std::ios::binary);
        if (!stream)
            throw Failure(MessageCode::FileUnwritable, {path, reason(errno)});
    }
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;
    ~WholeFile() {
        std::error_code ignored;
        if (!isWhole_ && written_ != path_)
            std::filesystem::remove(written_, ignored);
    }

    void close() {
        stream.close();
        if (!stream || (written_ != path_ && std::rename(written_.c_str(), path_.c_str()) != 0))
            throw Failure(MessageCode::FileUnwritable, {path_, reason(errno)});
        isWhole_ = true;
    }

    std::ofstream stream;

  private:
    std::string path_, written_;
    bool isWhole_ = false;
};

} // namespace zhuyi
