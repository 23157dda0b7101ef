#include "ui/shell/WrapLayout.h"

#include <algorithm>

namespace zhuyi {

WrapLayout::~WrapLayout() {
    for (QLayoutItem* item : items_)
        delete item;
}

void WrapLayout::addItem(QLayoutItem* item) {
    items_.push_back(item);
}

QLayoutItem* WrapLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item)
        items_.erase(items_.begin() + index);
    return item;
}

int WrapLayout::heightForWidth(int width) const {
    return arrange({0, 0, width, 0}, false);
}

QSize WrapLayout::sizeHint() const {
    const QMargins margins = contentsMargins();
    QSize size;
    for (const QLayoutItem* item : items_) {
        size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? spacing() : 0);
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size.grownBy(margins);
}

QSize WrapLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : items_)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void WrapLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect& rect, bool moves) const {
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    int x = inside.left(), y = inside.top(), rowHeight = 0;
    for (QLayoutItem* item : items_) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(inside.width(), item->minimumSize().width())),
                         item->sizeHint().height());
        if (rowHeight > 0 && x + size.width() > inside.right() + 1) {
            x = inside.left();
            y += rowHeight;
            rowHeight = 0;
        }
        if (moves)
            item->setGeometry({QPoint(x, y), size});
        x += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - rect.top() + margins.bottom();
}

} // namespace zhuyi
