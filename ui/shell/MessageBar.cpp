#include "ui/shell/MessageBar.h"

#include "ui/shell/Icons.h"

#include <QApplication>
#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <utility>

namespace zhuyi {

namespace {

constexpr int readMilliseconds = 8000, restMilliseconds = 700;

QString iconName(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Failure:
        return QStringLiteral("failure");
    case MessageBar::Kind::Warning:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("information");
    }
}

QColor tint(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Failure:
        return QColor(0xd0, 0x3a, 0x3a);
    case MessageBar::Kind::Warning:
        return QColor(0xd9, 0x92, 0x1a);
    default:
        return QColor(0x3a, 0x84, 0xd6);
    }
}

QColor mixed(const QColor& a, const QColor& b, double shareOfB) {
    const auto mix = [shareOfB](int x, int y) { return static_cast<int>(x + (y - x) * shareOfB); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

MessageBar::MessageBar(Kind kind, Text text, QWidget* parent) : QFrame(parent), kind_(kind), text_(std::move(text)) {
    layout_ = new QHBoxLayout(this);
    layout_->setContentsMargins(10, 4, 6, 4);
    layout_->setSpacing(8);
    auto* picture = new QLabel;
    picture->setPixmap(themedIcon(iconName(kind), QPalette::WindowText).pixmap(18, 18));
    picture->setObjectName(QStringLiteral("picture"));
    label_ = new QLabel;
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout_->addWidget(picture);
    layout_->addWidget(label_, 1);
    if (kind == Kind::Progress) {
        progress_ = new QProgressBar;
        progress_->setRange(0, 1000);
        progress_->setTextVisible(false);
        progress_->setFixedSize(220, 14);
        layout_->addWidget(progress_);
    } else {
        close_ = new QToolButton;
        close_->setObjectName(QStringLiteral("closeMessage"));
        close_->setIcon(themedIcon(QStringLiteral("close"), QPalette::WindowText));
        close_->setAutoRaise(true);
        connect(close_, &QToolButton::clicked, this, &MessageBar::closed);
        layout_->addWidget(close_);
    }
    connect(&leaving_, &QTimer::timeout, this, &MessageBar::leaveIfIdle);
    setAutoFillBackground(true);
    recolour();
    retranslate();
}

void MessageBar::setText(Text text) {
    text_ = std::move(text);
    retranslate();
}

QString MessageBar::text() const {
    return label_->text();
}

void MessageBar::addButton(Text text, std::function<void()> pressed) {
    auto* button = new QToolButton;
    connect(button, &QToolButton::clicked, this, [this, pressed] {
        pressed();
        Q_EMIT closed();
    });
    layout_->insertWidget(layout_->count() - (close_ ? 1 : 0), button);
    buttons_.emplace_back(button, std::move(text));
    retranslate();
}

void MessageBar::setShare(double share) {
    if (progress_)
        progress_->setValue(static_cast<int>(share * 1000));
}

void MessageBar::leaveSoon() {
    pointer_ = QCursor::pos();
    leaving_.start(readMilliseconds);
}

void MessageBar::leaveIfIdle() {
    leaving_.start(restMilliseconds);
    const QPoint before = std::exchange(pointer_, QCursor::pos());
    const bool isBusy = pointer_ != before || QApplication::mouseButtons() != Qt::NoButton || underMouse() ||
                        QApplication::activePopupWidget() || label_->hasSelectedText();
    if (isBusy)
        return;
    leaving_.stop();
    Q_EMIT closed();
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // It comes back from recolour(), too.
    if (event->type() == QEvent::PaletteChange && QApplication::palette().cacheKey() != coloursOf_)
        recolour();
    QFrame::changeEvent(event);
}

void MessageBar::retranslate() {
    label_->setText(text_());
    setAccessibleName(text_());
    for (const auto& [button, text] : buttons_)
        button->setText(text());
    if (close_) {
        close_->setToolTip(tr("Close this message"));
        close_->setAccessibleName(tr("Close this message"));
    }
    if (progress_)
        progress_->setAccessibleName(text_());
}

void MessageBar::recolour() {
    const QPalette application = QApplication::palette();
    coloursOf_ = application.cacheKey();
    QPalette own; // one colour alone, so that a change of the others still comes through
    own.setColor(QPalette::Window, mixed(application.color(QPalette::Window), tint(kind_), 0.2));
    setPalette(own);
    findChild<QLabel*>(QStringLiteral("picture"))
        ->setPixmap(themedIcon(iconName(kind_), QPalette::WindowText).pixmap(18, 18));
}

} // namespace zhuyi
