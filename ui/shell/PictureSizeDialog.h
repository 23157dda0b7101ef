#pragma once

#include <QDialog>
#include <QSize>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace zhuyi {

/// Asks how large a picture of pixels is to be: by its width, or how many times finer than on the screen.
class PictureSizeDialog : public QDialog {
    Q_OBJECT
  public:
    /// `size`: on the screen, in device-independent pixels.
    explicit PictureSizeDialog(const QSize& size, QWidget* parent = nullptr);

    static constexpr int mostPixels = 100'000'000; // of one picture: 400 MB while it is drawn
    double scale() const;
    QSize pixels() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void update();
    void retranslate();

    QSize size_;
    QLabel *widthLabel_, *scaleLabel_, *result_;
    QSpinBox* width_;
    QDoubleSpinBox* scale_;
};

} // namespace zhuyi
