#pragma once

#include <QWidget>

namespace zhuyi {

/// A drawing of resources/help in the palette's ink, as large as there is room for, down to a third of its size.
class ThemedPicture : public QWidget {
    Q_OBJECT
  public:
    explicit ThemedPicture(const QString& fileName, QWidget* parent = nullptr);

    /// Its least height: it grows, and makes nobody scroll.
    QSize sizeHint() const override { return {natural_.width(), minimumHeight()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString fileName_;
    QSize natural_;
};

} // namespace zhuyi
