#pragma once

#include <QWidget>

namespace zhuyi {

/// A drawing of resources/help in the palette's ink, as large as there is room for.
class ThemedPicture : public QWidget {
    Q_OBJECT
  public:
    explicit ThemedPicture(const QString& fileName, QWidget* parent = nullptr);

    QSize sizeHint() const override { return natural_; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString fileName_;
    QSize natural_;
};

} // namespace zhuyi
