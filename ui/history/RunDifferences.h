#pragma once

#include "ui/history/RunInfo.h"

#include <QTableWidget>

#include <vector>

namespace zhuyi {

/// In what the settings of several runs differ: a row for each setting that is not the same in all, a column for each
/// run.
class RunDifferences : public QTableWidget {
    Q_OBJECT
  public:
    explicit RunDifferences(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunInfo>& runs);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fill();

    std::vector<RunInfo> runs_;
};

} // namespace zhuyi
