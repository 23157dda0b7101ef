#pragma once

#include <QToolButton>

namespace zhuyi {

class Actions;
class RunControl;

/// Start, Pause or Continue, painted to stand out while it is what there is to do. Not the action's own button, since
/// its icon has another colour than the menu's.
class StartButton : public QToolButton {
    Q_OBJECT
  public:
    StartButton(Actions* actions, RunControl* run, QWidget* parent = nullptr);

    /// As wide as its widest text, so that its neighbours keep their places.
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();

    Actions* actions_;
    RunControl* run_;
    qint64 coloursOf_ = 0; // the palette that its colours were made for
    bool standsOut_ = false;
};

} // namespace zhuyi
