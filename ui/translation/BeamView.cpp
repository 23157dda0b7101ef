#include "ui/translation/BeamView.h"

#include "ui/client/PlainNumber.h"
#include "ui/client/TokenLabel.h"
#include "ui/shell/Fonts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

// Pixels at zoom 1.
constexpr int margin = 10;
constexpr int nodeWidth = 104, linkWidth = 30, nodeGap = 6;
constexpr double zoomStep = 1.2, leastZoom = 0.3, largestZoom = 3, largestFit = 2;

QString number(double value) {
    return QLocale().toString(value, 'f', 2);
}

} // namespace

BeamView::BeamView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFont(Fonts::withChinese(font()));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setSingleStep(20);
}

void BeamView::setTree(BeamTree tree) {
    tree_ = std::move(tree);
    setPointed(-1);
    relayout();
}

double BeamView::columnWidth() const {
    return (nodeWidth + linkWidth) * zoom_;
}

double BeamView::rowHeight() const {
    return (QFontMetrics(font()).height() + 6 + nodeGap) * zoom_;
}

QSize BeamView::contents(double zoom) const {
    const double row = QFontMetrics(font()).height() + 6 + nodeGap;
    return {2 * margin + qRound((nodeWidth + linkWidth) * zoom * tree_.steps()),
            2 * margin + qRound(row * zoom * tree_.rows())};
}

void BeamView::relayout() {
    const QSize size = contents(zoom_), room = viewport()->size();
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - room.width()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setRange(0, std::max(0, size.height() - room.height()));
    viewport()->update();
}

QRect BeamView::nodeRect(int index) const {
    const BeamTree::Node& node = tree_.nodes()[static_cast<std::size_t>(index)];
    const double x = margin + node.step * columnWidth() - horizontalScrollBar()->value();
    const double y = margin + node.slot * rowHeight() - verticalScrollBar()->value();
    return {qRound(x), qRound(y), qRound(nodeWidth * zoom_), std::max(3, qRound(rowHeight() - nodeGap * zoom_))};
}

int BeamView::nodeAt(const QPoint& point) const {
    for (std::size_t i = 0; i < tree_.nodes().size(); ++i)
        if (nodeRect(static_cast<int>(i)).adjusted(-2, -2, 2, 2).contains(point))
            return static_cast<int>(i);
    return -1;
}

void BeamView::setPointed(int index) {
    if (index == pointed_)
        return;
    pointed_ = index;
    setAccessibleDescription(readout());
    viewport()->update();
    Q_EMIT pointed(index);
}

QString BeamView::readout() const {
    if (pointed_ < 0 || pointed_ >= static_cast<int>(tree_.nodes().size()))
        return {};
    const BeamTree::Node& node = tree_.nodes()[static_cast<std::size_t>(pointed_)];
    QStringList words;
    for (const int index : tree_.path(pointed_))
        words << tokenLabel(tree_.nodes()[static_cast<std::size_t>(index)].node.token);
    const QString state = node.node.isEnded && node.node.isKept ? tr("finished")
                          : node.node.isKept                    ? tr("kept")
                                                                : tr("pruned");
    //: %1: words so far; %2: of the last one; %3: sum of logarithms; %4: kept, pruned or finished
    return tr("%1  ·  p %2, log p so far %3  ·  %4")
        .arg(words.join(u' '), plainNumber(static_cast<double>(node.node.probability), 3), number(node.node.total),
             state);
}

// Zooming and moving

void BeamView::setZoom(double zoom) {
    zoom_ = std::clamp(zoom, leastZoom, largestZoom);
    relayout();
}

void BeamView::zoomIn() {
    setZoom(zoom_ * zoomStep);
}

void BeamView::zoomOut() {
    setZoom(zoom_ / zoomStep);
}

void BeamView::zoomFit() {
    if (tree_.isEmpty())
        return;
    const QSize whole = contents(1), room = viewport()->size();
    setZoom(std::min(largestFit, std::min(static_cast<double>(room.width()) / whole.width(),
                                          static_cast<double>(room.height()) / whole.height())));
}

bool BeamView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), readout(), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setPointed(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void BeamView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        relayout();
}

void BeamView::resizeEvent(QResizeEvent*) {
    relayout();
}

void BeamView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // What is under the pointer stays there.
    const QPointF at = event->position();
    const double x = (at.x() - margin + horizontalScrollBar()->value()) / zoom_;
    const double y = (at.y() - margin + verticalScrollBar()->value()) / zoom_;
    setZoom(zoom_ * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    horizontalScrollBar()->setValue(qRound(x * zoom_ + margin - at.x()));
    verticalScrollBar()->setValue(qRound(y * zoom_ + margin - at.y()));
    event->accept();
}

void BeamView::mouseMoveEvent(QMouseEvent* event) {
    setPointed(nodeAt(event->pos()));
}

int BeamView::nearest(int step, int slot) const {
    int best = -1;
    for (std::size_t i = 0; i < tree_.nodes().size(); ++i) {
        const BeamTree::Node& node = tree_.nodes()[i];
        if (node.step == step && (best < 0 || std::abs(node.slot - slot) <
                                                  std::abs(tree_.nodes()[static_cast<std::size_t>(best)].slot - slot)))
            best = static_cast<int>(i);
    }
    return best;
}

void BeamView::go(Qt::Key key) {
    if (tree_.isEmpty())
        return;
    int to = pointed_;
    if (pointed_ < 0) {
        to = 0;
        for (std::size_t i = 0; i < tree_.nodes().size(); ++i)
            if (tree_.nodes()[i].isBest && tree_.nodes()[i].step == 0)
                to = static_cast<int>(i);
    } else {
        const BeamTree::Node& node = tree_.nodes()[static_cast<std::size_t>(pointed_)];
        if (key == Qt::Key_Left && node.parent >= 0) {
            to = node.parent;
        } else if (key == Qt::Key_Right) {
            const std::vector<int> children = tree_.children(pointed_);
            if (!children.empty())
                to = *std::max_element(children.begin(), children.end(), [this](int a, int b) {
                    const auto& x = tree_.nodes()[static_cast<std::size_t>(a)];
                    const auto& y = tree_.nodes()[static_cast<std::size_t>(b)];
                    return std::make_pair(x.isBest, x.node.total) < std::make_pair(y.isBest, y.node.total);
                });
        } else if (key == Qt::Key_Up && node.slot > 0) {
            to = nearest(node.step, node.slot - 1);
        } else if (key == Qt::Key_Down) {
            to = nearest(node.step, node.slot + 1);
        }
    }
    setPointed(to);
    reveal(to);
}

void BeamView::reveal(int index) {
    const QRect rect = nodeRect(index), room = viewport()->rect();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::min(0, rect.left() - margin) +
                                    std::max(0, rect.right() + margin - room.right()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(0, rect.top() - margin) +
                                  std::max(0, rect.bottom() + margin - room.bottom()));
}

void BeamView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return go(static_cast<Qt::Key>(event->key()));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomFit();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// Painting

void BeamView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<bool> onPath(tree_.nodes().size(), false);
    if (pointed_ >= 0)
        for (const int index : tree_.path(pointed_))
            onPath[static_cast<std::size_t>(index)] = true;
    const QRect room = viewport()->rect().adjusted(-qRound(columnWidth()), -10, qRound(columnWidth()), 10);
    const auto each = [&](auto paint) {
        for (std::size_t i = 0; i < tree_.nodes().size(); ++i) {
            const QRect rect = nodeRect(static_cast<int>(i));
            if (rect.right() >= room.left() && rect.left() <= room.right())
                paint(static_cast<int>(i));
        }
    };
    each([&](int i) {
        if (!tree_.nodes()[static_cast<std::size_t>(i)].isBest)
            paintLine(painter, i, onPath[static_cast<std::size_t>(i)]);
    });
    each([&](int i) { // over the others
        if (tree_.nodes()[static_cast<std::size_t>(i)].isBest)
            paintLine(painter, i, onPath[static_cast<std::size_t>(i)]);
    });
    each([&](int i) { paintNode(painter, i, onPath[static_cast<std::size_t>(i)]); });
}

void BeamView::paintLine(QPainter& painter, int index, bool onPath) const {
    const BeamTree::Node& node = tree_.nodes()[static_cast<std::size_t>(index)];
    if (node.parent < 0)
        return;
    const QRect from = nodeRect(node.parent), to = nodeRect(index);
    QColor colour = palette().color(node.isBest || onPath ? QPalette::Highlight : QPalette::Text);
    if (!node.isBest && !onPath)
        colour.setAlpha(node.node.isKept ? 130 : 70);
    QPen pen(colour, node.isBest ? 3 : onPath ? 2 : 1);
    if (!node.node.isKept)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPointF a(from.right() + 1, from.center().y() + 0.5), b(to.left(), to.center().y() + 0.5);
    const double bend = (b.x() - a.x()) * 0.6;
    QPainterPath path(a);
    path.cubicTo(a + QPointF(bend, 0), b - QPointF(bend, 0), b);
    painter.drawPath(path);
}

void BeamView::paintNode(QPainter& painter, int index, bool onPath) const {
    const BeamTree::Node& node = tree_.nodes()[static_cast<std::size_t>(index)];
    const QRect rect = nodeRect(index);
    const QColor ink = palette().color(QPalette::Text), accent = palette().color(QPalette::Highlight);
    const bool ended = node.node.isEnded && node.node.isKept;
    QColor fill = palette().color(QPalette::Base), border = ink, words = ink;
    if (node.isBest || onPath) {
        border = accent;
        QColor tint = accent;
        tint.setAlpha(node.isBest ? 60 : 34);
        painter.fillRect(rect, fill);
        fill = tint;
    } else {
        border.setAlpha(node.node.isKept ? 140 : 80);
    }
    if (!node.node.isKept)
        words.setAlpha(140);
    QPen pen(border, node.isBest || index == pointed_ ? 2 : 1);
    if (!node.node.isKept)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(fill);
    const double radius = ended ? rect.height() / 2.0 : 3; // a finished one is round
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    QFont text = font();
    text.setPixelSize(std::max(1, qRound(QFontInfo(font()).pixelSize() * zoom_)));
    if (text.pixelSize() < 7)
        return;
    text.setBold(node.isBest);
    QFont small = text;
    small.setBold(false);
    small.setPixelSize(std::max(6, text.pixelSize() - 1));
    const int side = qRound((ended ? 8 : 5) * zoom_);
    const QRect inside = rect.adjusted(side, 0, -side, 0);
    const QString total = (ended ? QStringLiteral("■ ") : QString()) + number(node.node.total);
    painter.setPen(words);
    painter.setFont(small);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, total);
    painter.setFont(text);
    const int room = inside.width() - QFontMetrics(small).horizontalAdvance(total) - 4;
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(text).elidedText(tokenLabel(node.node.token), Qt::ElideRight, room));
}

} // namespace zhuyi
