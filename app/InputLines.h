#pragma once

#include <string>
#include <vector>

namespace zhuyi {

/// The lines of standard input, as many at a time as have arrived: one from a person or a slow pipe, hundreds from a
/// file.
class InputLines {
  public:
    /// Waits for a line; none at the end. Throws Failure (FileUnreadable).
    std::vector<std::string> next();

  private:
    std::string rest_; // of a line that has not ended yet
    bool atEnd_ = false;
};

} // namespace zhuyi
