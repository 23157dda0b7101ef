#pragma once

#include <QString>

#include <stdexcept>

namespace zhuyi {

/// The database cannot be opened, or not be written any more. The text is the reason, as the system gave it.
class StoreFailure : public std::runtime_error {
  public:
    enum class Kind { DriverMissing, FolderUnwritable, TooNew, Database };
    StoreFailure(Kind kind, const QString& reason) : std::runtime_error(reason.toStdString()), kind_(kind) {}
    Kind kind() const { return kind_; }

  private:
    Kind kind_;
};

} // namespace zhuyi
