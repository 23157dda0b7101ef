#pragma once

#include "engine/session/Reports.h"

#include <cstdint>
#include <fstream>
#include <string>

namespace zhuyi {

/// `--log`: one JSON object a line, at least every 10 seconds and at each validation.
class TrainingLog {
  public:
    /// No log where `path` is empty. `append` goes on with an earlier one.
    TrainingLog(const std::string& path, bool append) : path_(path), append_(append) {}

    /// To be called once there is something to log, so that a run that never begins leaves an earlier log alone.
    /// Throws Failure (FileUnwritable).
    void open();

    void add(const StepReport& report);
    void add(const ValidationReport& report);

  private:
    void write(const std::string& line);

    std::string path_;
    bool append_;
    std::ofstream file_;
    // Of the training steps since the last line.
    double written_ = 0, spent_ = 0, nats_ = 0;
    std::int64_t tokens_ = 0;
};

} // namespace zhuyi
