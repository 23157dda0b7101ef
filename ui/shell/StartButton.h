#pragma once

#include <QToolButton>

namespace zhuyi {

class Actions;
class RunControl;

/// Start, Pause or Continue, painted to stand out while it is what there is to do, and as wide as the widest of them,
/// so that its neighbours keep their places.
class StartButton : public QToolButton {
    Q_OBJECT
  public:
    StartButton(Actions* actions, RunControl* run, QWidget* parent = nullptr);

    /// Whether it is what there is to do now.
    bool standsOut() const { return standsOut_; }
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void refresh();

    Actions* actions_;
    RunControl* run_;
    bool standsOut_ = false;
};

} // namespace zhuyi
