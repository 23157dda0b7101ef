#include "ui/attention/AttentionView.h"

#include "ui/attention/HeatmapTable.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

constexpr double zoomStep = 1.25, leastZoom = 0.2, largestZoom = 8;

} // namespace

AttentionView::AttentionView(QWidget* parent) : QAbstractScrollArea(parent), exporter_(new Exporter(this)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
    connect(exporter_, &Exporter::finished, this, &AttentionView::exported);
    drawing_.map.setFont(font());
    drawing_.palette = palette();
    drawing_.colours = MapColours(drawing_.style.scale, drawing_.paper().lightness() < 128);
}

void AttentionView::setMap(AttentionMapPtr map, bool isDifference) {
    const AttentionMapPtr before = drawing_.map.map();
    if (map == before && isDifference == drawing_.map.isDifference())
        return;
    const bool sameLayout = map && before && map->sourceTokens == before->sourceTokens &&
                            map->targetTokens == before->targetTokens && isDifference == drawing_.map.isDifference();
    drawing_.map.setMap(std::move(map), isDifference);
    drawing_.colours.setDifference(isDifference);
    if (!sameLayout) {
        if (pointedRow() >= rows() || pointedColumn() >= columns())
            setPointed(-1, -1);
        relayout();
    }
    redraw();
    describe();
}

void AttentionView::setMapStyle(const MapStyle& style) {
    const bool recoloured = style.scale != drawing_.style.scale;
    const bool otherRoom = style.statistics != drawing_.style.statistics;
    drawing_.style = style;
    if (recoloured)
        recolour();
    if (otherRoom)
        relayout();
    redraw();
}

void AttentionView::setColours(ColourMap::Scale scale) {
    MapStyle style = drawing_.style;
    style.scale = scale;
    setMapStyle(style);
}

void AttentionView::setGoldShown(bool shown) {
    MapStyle style = drawing_.style;
    style.gold = shown;
    setMapStyle(style);
}

void AttentionView::setScaledToLargest(bool scaled) {
    MapStyle style = drawing_.style;
    style.scaledToLargest = scaled;
    setMapStyle(style);
}

void AttentionView::setEmptyText(const QString& text) {
    emptyText_ = text;
    describe();
    viewport()->update();
}

void AttentionView::setZoom(double zoom) {
    zoom_ = std::clamp(zoom, leastZoom, largestZoom);
    relayout();
    redraw();
}

void AttentionView::setPointed(int row, int column) {
    if (row >= rows())
        row = -1;
    if (column >= columns())
        column = -1;
    if (row == drawing_.pointedRow && column == drawing_.pointedColumn)
        return;
    drawing_.pointedRow = row;
    drawing_.pointedColumn = column;
    describe();
    viewport()->update();
    Q_EMIT pointed(row, column);
}

QString AttentionView::caption() const {
    if (!map())
        return emptyText_;
    if (!hasPicture())
        return tr("The model wrote nothing for this sentence.");
    if (drawing_.map.hasWeights())
        return {};
    return drawing_.map.isDifference() ? tr("The two do not differ.")
                                       : tr("This model has no attention: it squeezes the whole sentence into one "
                                            "vector, so there are no weights to show.");
}

QString AttentionView::readout() const {
    return drawing_.map.readout(pointedRow(), pointedColumn());
}

void AttentionView::describe() {
    const QString text = readout();
    setAccessibleDescription(text.isEmpty() ? caption() : text);
}

QByteArray AttentionView::csv() const {
    return map() ? heatmapTable(*map()) : QByteArray();
}

QByteArray AttentionView::json() const {
    return map() ? heatmapJson(*map()) : QByteArray();
}

void AttentionView::zoomIn() {
    setZoom(zoom_ * zoomStep);
}
void AttentionView::zoomOut() {
    setZoom(zoom_ / zoomStep);
}
void AttentionView::zoomFit() {
    setZoom(1);
}

void AttentionView::exportPicture() {
    if (hasPicture())
        exporter_->askPicture(tr("attention"), [this] { return picture(); });
}

void AttentionView::exportNumbers() {
    if (!hasPicture())
        return;
    const auto table = [](auto write, AttentionMapPtr map) -> Exporter::Content { return [=] { return write(*map); }; };
    exporter_->askNumbers(tr("attention"),
                          {{QStringLiteral("csv"), [this, table] { return table(heatmapTable, map()); }},
                           {QStringLiteral("json"), [this, table] { return table(heatmapJson, map()); }}});
}

void AttentionView::copyPicture() {
    if (!hasPicture())
        return;
    constexpr int scale = 2;
    const Picture shown = picture();
    QImage image(shown.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    shown.paint(image);
    QApplication::clipboard()->setImage(image);
}

void AttentionView::copyNumbers() {
    if (!hasPicture())
        return;
    // A spreadsheet takes cells that tabs separate.
    QApplication::clipboard()->setText(heatmapCells(*map()));
}

// Events

void AttentionView::recolour() {
    drawing_.palette = palette();
    drawing_.colours = MapColours(drawing_.style.scale, drawing_.paper().lightness() < 128);
    drawing_.colours.setDifference(drawing_.map.isDifference());
}

QString AttentionView::toolTipAt(const QPoint& point) const {
    const Place place = placeAt(point);
    return place.row < 0 && place.column < 0 ? goldSummary() : drawing_.map.explanation(place.row, place.column);
}

AttentionView::Place AttentionView::neighbour(int down, int right) const {
    const auto step = [](int at, int by, int count) {
        return std::clamp(std::max(at, 0) + (at < 0 ? 0 : by), 0, count - 1);
    };
    return {step(pointedRow(), down, rows()), step(pointedColumn(), right, columns())};
}

bool AttentionView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setPointed(-1, -1);
    return QAbstractScrollArea::viewportEvent(event);
}

void AttentionView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
        recolour();
        redraw();
        break;
    case QEvent::FontChange:
    case QEvent::LanguageChange:
        drawing_.map.setFont(font());
        relayout();
        redraw();
        break;
    default:
        break;
    }
}

void AttentionView::resizeEvent(QResizeEvent*) {
    relayout();
    redraw();
}

void AttentionView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier) || !hasPicture()) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // What is under the pointer stays under it.
    const QPointF at = event->position(), content = contentAt(at);
    setZoom(zoom_ * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    const QPointF moved = pointOf(content) - at;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    event->accept();
}

void AttentionView::mouseMoveEvent(QMouseEvent* event) {
    const Place place = placeAt(event->pos());
    setPointed(place.row, place.column);
}

void AttentionView::keyPressEvent(QKeyEvent* event) {
    const auto move = [this](int down, int right) {
        if (!hasPicture())
            return;
        const Place place = neighbour(down, right);
        setPointed(place.row, place.column);
        scrollTo(place);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return move(-1, 0);
    case Qt::Key_Down:
        return move(1, 0);
    case Qt::Key_Left:
        return move(0, -1);
    case Qt::Key_Right:
        return move(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomFit();
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy))
        return copyPicture();
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace zhuyi
