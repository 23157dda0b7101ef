#pragma once

#include <QAbstractScrollArea>
#include <QScrollBar>

namespace zhuyi {

/// Of two views side by side, where one is scrolled the other follows, as long as their contents are of one size.
inline void scrollTogether(QAbstractScrollArea* one, QAbstractScrollArea* other) {
    const auto follow = [](QScrollBar* from, QScrollBar* to) {
        QObject::connect(from, &QScrollBar::valueChanged, to, [from, to](int value) {
            if (from->maximum() == to->maximum())
                to->setValue(value);
        });
    };
    follow(one->horizontalScrollBar(), other->horizontalScrollBar());
    follow(one->verticalScrollBar(), other->verticalScrollBar());
    follow(other->horizontalScrollBar(), one->horizontalScrollBar());
    follow(other->verticalScrollBar(), one->verticalScrollBar());
}

} // namespace zhuyi
