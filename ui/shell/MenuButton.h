#pragma once

#include <QToolButton>

namespace zhuyi {

/// A text button that opens a menu, with an arrow that reads as one: the style's own is a speck in the corner.
class MenuButton : public QToolButton {
    Q_OBJECT
  public:
    explicit MenuButton(QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace zhuyi
