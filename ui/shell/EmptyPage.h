#pragma once

#include <QLabel>

namespace zhuyi {

/// What stands in place of a panel's content while there is none: how to come by it.
class EmptyPage : public QLabel {
    Q_OBJECT
  public:
    explicit EmptyPage(QWidget* parent = nullptr) : QLabel(parent) {
        setAlignment(Qt::AlignCenter);
        setWordWrap(true);
        setMargin(24);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Base);
        setForegroundRole(QPalette::PlaceholderText);
    }
};

} // namespace zhuyi
