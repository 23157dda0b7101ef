#pragma once

#include <QSlider>

namespace zhuyi {

/// A slider over moments that goes to where it is clicked, with a mark for the moment that is held.
class MomentSlider : public QSlider {
    Q_OBJECT
  public:
    explicit MomentSlider(QWidget* parent = nullptr);

    /// −1: none.
    void setMark(int value);
    int mark() const { return mark_; }

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QRect handleAt(int value) const;

    int mark_ = -1;
};

} // namespace zhuyi
