// What mouse and keyboard do in the curves.
#include "ui/training/CurvePlot.h"

#include "ui/training/CurvePanel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr double wheelFactor = 0.85;
constexpr double moveShare = 0.1; // of what is in sight, at a key

} // namespace

CurvePanel* CurvePlot::panelAt(const QPoint& position) const {
    for (const auto& panel : panels_)
        if (panel->isShown() && panel->axisRect()->rect().contains(position))
            return panel.get();
    return nullptr;
}

void CurvePlot::choose(double step) {
    if (const auto nearest = runAtHand().data->nearestStep(step))
        Q_EMIT stepChosen(std::llround(runAtHand().data->steps()[*nearest]));
}

void CurvePlot::mousePressEvent(QMouseEvent* event) {
    isPressed_ = event->button() == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier);
    pressedAt_ = event->pos();
    setSelectionRectMode(event->modifiers() & Qt::ShiftModifier ? QCP::srmZoom : QCP::srmNone);
    QCustomPlot::mousePressEvent(event);
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event) {
    // A hand that shakes while it clicks moves nothing.
    if (isPressed_ && (event->pos() - pressedAt_).manhattanLength() < QApplication::startDragDistance())
        return;
    isPressed_ = false;
    QCustomPlot::mouseMoveEvent(event);
    const bool isInside = panelAt(event->pos()) != nullptr;
    setCrosshair(
        isInside ? std::optional(runAtHand().data->stepAt(progressAxis()->pixelToCoord(event->pos().x()), progression_))
                 : std::nullopt);
}

void CurvePlot::mouseReleaseEvent(QMouseEvent* event) {
    QCustomPlot::mouseReleaseEvent(event);
    if (std::exchange(isPressed_, false) && panelAt(event->pos()))
        choose(runAtHand().data->stepAt(progressAxis()->pixelToCoord(event->pos().x()), progression_));
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent* event) {
    isPressed_ = false;
    QCustomPlot::mouseDoubleClickEvent(event);
    showAll();
}

void CurvePlot::wheelEvent(QWheelEvent* event) {
    const QPointF at = event->position();
    for (const auto& panel : panels_) {
        const QRect inside = panel->axisRect()->rect();
        panel->axisRect()->setRangeZoom(at.y() > inside.bottom() || at.y() < inside.top() ? Qt::Horizontal
                                        : at.x() < inside.left()                          ? Qt::Vertical
                                                                 : Qt::Horizontal | Qt::Vertical);
    }
    QCustomPlot::wheelEvent(event);
}

void CurvePlot::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    setCrosshair(std::nullopt);
}

void CurvePlot::showEvent(QShowEvent* event) {
    QCustomPlot::showEvent(event);
    refreshSoon();
}

bool CurvePlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const auto& panel : panels_) {
        const bool isBesideAxis = help->pos().x() < panel->axisRect()->rect().left();
        const bool isOnAxis = isBesideAxis && panel->axisRect()->outerRect().contains(help->pos());
        if (panel->isShown() && (isOnAxis || panel->legend()->outerRect().contains(help->pos()))) {
            QToolTip::showText(help->globalPos(), PanelInfo::text(panel->info().explanation), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void CurvePlot::scaleValues(double factor) {
    for (const PanelInfo::Id id : shown_) {
        QCPAxis* y = panel(id).y();
        y->scaleRange(factor, y->scaleType() == QCPAxis::stLogarithmic ? std::sqrt(y->range().lower * y->range().upper)
                                                                       : y->range().center());
    }
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::moveValues(double share) {
    for (const PanelInfo::Id id : shown_) {
        QCPAxis* y = panel(id).y();
        const QCPRange range = y->range();
        if (y->scaleType() == QCPAxis::stLogarithmic) {
            const double factor = std::pow(range.upper / range.lower, share);
            y->setRange(range.lower * factor, range.upper * factor);
        } else {
            y->setRange(range.lower + share * range.size(), range.upper + share * range.size());
        }
    }
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    QCPAxis* x = progressAxis();
    const RunData& data = *runAtHand().data;
    const int left = panel(shown_.back()).axisRect()->left(), right = panel(shown_.back()).axisRect()->right();
    const bool isControl = event->modifiers() & Qt::ControlModifier, isShift = event->modifiers() & Qt::ShiftModifier;
    const double place = pointed_ ? data.placeOf(*pointed_, progression_) : x->pixelToCoord((left + right) / 2.0);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int sign = event->key() == Qt::Key_Left ? -1 : 1;
        if (isControl) {
            const double pixels = sign * moveShare * (right - left);
            x->setRange(x->pixelToCoord(left + pixels), x->pixelToCoord(right + pixels));
            replot(QCustomPlot::rpQueuedReplot);
            return;
        }
        // At least to the next step, however deep the zoom.
        const double pixel = x->coordToPixel(place) + sign * (isShift ? 25 : 3);
        const double moved = data.stepAt(x->pixelToCoord(std::clamp<double>(pixel, left, right)), progression_);
        const double step = pointed_.value_or(data.stepAt(place, progression_));
        const double wanted = sign < 0 ? std::min(moved, step - 1) : std::max(moved, step + 1);
        setCrosshair(std::clamp(wanted, std::max(0.0, data.stepAt(x->range().lower, progression_)),
                                data.stepAt(x->range().upper, progression_)));
        return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!isControl)
            break; // scrolls where there are more panels than fit
        moveValues(event->key() == Qt::Key_Up ? moveShare : -moveShare);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
        const double factor = event->key() == Qt::Key_Minus ? 1 / wheelFactor : wheelFactor;
        if (isControl) {
            scaleValues(factor);
        } else {
            x->scaleRange(factor, place);
            replot(QCustomPlot::rpQueuedReplot);
        }
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (pointed_)
            choose(*pointed_);
        return;
    case Qt::Key_0:
    case Qt::Key_Home:
        showAll();
        return;
    case Qt::Key_Escape:
        if (pointed_) {
            setCrosshair(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QCustomPlot::keyPressEvent(event);
}

} // namespace zhuyi
