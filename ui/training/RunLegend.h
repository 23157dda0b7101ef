#pragma once

#include "ui/training/DrawnRun.h"

#include <QWidget>

#include <cstddef>
#include <vector>

class QPainter;

namespace zhuyi {

class WrapLayout;

/// The runs drawn over each other, each with a box that hides it. Unless told otherwise it takes no place where there
/// is one run only.
class RunLegend : public QWidget {
    Q_OBJECT
  public:
    explicit RunLegend(QWidget* parent = nullptr);

    void setShowsOne(bool showsOne) { showsOne_ = showsOne; }
    void setRuns(const std::vector<DrawnRun>& runs);

    /// For pictures that leave the window: the visible runs' names above it, in rows; answers their height. Without a
    /// painter it only measures.
    static int paint(QPainter* painter, const std::vector<DrawnRun>& runs, int width, const QWidget& look);

  Q_SIGNALS:
    void toggled(std::size_t run, bool visible);

  private:
    WrapLayout* layout_;
    bool showsOne_ = false;
};

} // namespace zhuyi
