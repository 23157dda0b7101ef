#include "ui/shell/PassingNote.h"

namespace zhuyi {

namespace {
constexpr int shownMilliseconds = 10000;
}

PassingNote::PassingNote(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
    timer_.setSingleShot(true);
    timer_.setInterval(shownMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
}

void PassingNote::say(const QString& sentence) {
    setText(sentence);
    show();
    timer_.start();
}

} // namespace zhuyi
