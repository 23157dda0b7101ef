#pragma once

#include "engine/session/Reports.h"

#include <unistd.h>

namespace zhuyi {

/// Progress for a person: one line that is written over on a terminal, else a line every ten seconds.
class ProgressLine {
  public:
    void show(const StepReport& report);
    void show(const ValidationReport& report);

  private:
    bool terminal_ = isatty(STDERR_FILENO) != 0;
    double shown_ = 0;
};

} // namespace zhuyi
