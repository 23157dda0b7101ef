#pragma once

#include <QLayout>

#include <vector>

namespace zhuyi {

/// Widgets one beside the other, in as many rows as the width asks for.
class WrapLayout : public QLayout {
    Q_OBJECT
  public:
    explicit WrapLayout(QWidget* parent = nullptr) : QLayout(parent) {}
    ~WrapLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

  private:
    int arrange(const QRect& rect, bool moves) const; // answers the height

    std::vector<QLayoutItem*> items_;
};

} // namespace zhuyi
