#pragma once

#include <QWidget>

namespace zhuyi {

/// One line of text that gives way: what doesn't fit is elided and stands in the tool tip. Its height never changes, so
/// that nothing around it jumps.
class ElidedLabel : public QWidget {
    Q_OBJECT
  public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString text_;
};

} // namespace zhuyi
