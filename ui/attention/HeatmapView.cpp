#include "ui/attention/HeatmapView.h"

#include "ui/attention/GoldShare.h"
#include "ui/attention/HeatmapTable.h"
#include "ui/shell/Exporter.h"
#include "ui/shell/Fonts.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace zhuyi {

using namespace Qt::StringLiterals;

namespace {

// Pixels.
constexpr int margin = 8;
constexpr int gap = 6; // between labels and cells
constexpr int footerHeight = 24;
constexpr int leastFont = 9;       // below this neither Chinese nor Latin reads
constexpr double leastCell = 13;   // before zooming, so that each row and column can have its label
constexpr double largestCell = 72; // before zooming
constexpr double gridFrom = 7;     // cells smaller than this have no lines between them

constexpr double zoomStep = 1.25, leastZoom = 0.2, largestZoom = 8;
constexpr double leastValueShown = 0.005; // what would read 0.00

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

bool isHan(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Whether its characters can stand one below the other.
bool stacks(const QString& label) {
    return isHan(label) || (label.size() == 1 && label[0].unicode() >= 0x2000);
}

} // namespace

HeatmapView::HeatmapView(QWidget* parent) : QAbstractScrollArea(parent), exporter_(new Exporter(this)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
    connect(exporter_, &Exporter::finished, this, &HeatmapView::exported);
    recolour();
}

void HeatmapView::setMap(AttentionMapPtr map) {
    if (map == map_)
        return;
    const bool sameTokens =
        map && map_ && map->sourceTokens == map_->sourceTokens && map->targetTokens == map_->targetTokens;
    map_ = std::move(map);
    largest_ = 0;
    if (map_)
        for (float weight : map_->weights)
            largest_ = std::max(largest_, static_cast<double>(weight));
    if (!sameTokens) {
        if (pointedRow_ >= rows() || pointedColumn_ >= columns())
            setPointed(-1, -1);
        readTokens();
        relayout();
    }
    cells_ = {};
    setAccessibleDescription(caption());
    viewport()->update();
}

void HeatmapView::setColours(ColourMap::Scale scale) {
    scale_ = scale;
    recolour();
}

void HeatmapView::setValuesShown(bool shown) {
    valuesShown_ = shown;
    viewport()->update();
}

void HeatmapView::setGoldShown(bool shown) {
    goldShown_ = shown;
    viewport()->update();
}

void HeatmapView::setScaledToLargest(bool scaled) {
    scaledToLargest_ = scaled;
    cells_ = {};
    viewport()->update();
}

void HeatmapView::setEmptyText(const QString& text) {
    emptyText_ = text;
    setAccessibleDescription(caption());
    viewport()->update();
}

void HeatmapView::setZoom(double zoom) {
    zoom_ = std::clamp(zoom, leastZoom, largestZoom);
    relayout();
}

void HeatmapView::setPointed(int row, int column) {
    if (row >= rows())
        row = -1;
    if (column >= columns())
        column = -1;
    if (row == pointedRow_ && column == pointedColumn_)
        return;
    pointedRow_ = row;
    pointedColumn_ = column;
    setAccessibleDescription(readout().isEmpty() ? caption() : readout());
    viewport()->update();
    Q_EMIT pointed(row, column);
}

QString HeatmapView::caption() const {
    if (!map_)
        return emptyText_;
    if (!hasPicture())
        return tr("The model wrote nothing for this sentence.");
    if (!hasWeights())
        return tr("This model has no attention: it squeezes the whole sentence into one vector, so there are no "
                  "weights to show.");
    return {};
}

QString HeatmapView::readout() const {
    if (!hasPicture())
        return {};
    const QString text = labels_.readout(pointedRow_, pointedColumn_);
    const QString gold = goldText(pointedRow_, pointedColumn_);
    return gold.isEmpty() ? text : text + u"  ·  "_s + gold;
}

QString HeatmapView::goldText(int row, int column) const {
    const GoldCell* cell = row >= 0 && column >= 0 ? goldAt(*map_, row, column) : nullptr;
    return !cell ? QString() : cell->sure ? tr("true alignment") : tr("possible alignment");
}

QString HeatmapView::goldSummary() const {
    const auto share = map_ ? goldShare(*map_) : std::nullopt;
    return share ? tr("%1 % of the attention on the true alignment").arg(std::lround(*share * 100)) : QString();
}

QRect HeatmapView::cellRect(int row, int column) const {
    return layout_.cell(row, column);
}

double HeatmapView::value(int row, int column) const {
    return static_cast<double>(map_->at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
}

QByteArray HeatmapView::csv() const {
    return map_ ? heatmapTable(*map_) : QByteArray();
}

void HeatmapView::zoomIn() {
    setZoom(zoom_ * zoomStep);
}
void HeatmapView::zoomOut() {
    setZoom(zoom_ / zoomStep);
}
void HeatmapView::zoomFit() {
    setZoom(1);
}

void HeatmapView::exportPicture() {
    if (hasPicture())
        exporter_->askPicture(
            tr("attention"), [this] { return pictureSize(); }, [this](QPaintDevice& device) { paintPicture(device); });
}

void HeatmapView::exportNumbers() {
    if (hasPicture())
        exporter_->askNumbers(tr("attention"), [this]() -> Exporter::Content {
            const QByteArray table = csv();
            return [table] { return table; };
        });
}

void HeatmapView::copyPicture() {
    if (!hasPicture())
        return;
    constexpr int scale = 2;
    QImage image(pictureSize() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    paintPicture(image);
    QApplication::clipboard()->setImage(image);
}

// Where things stand

int HeatmapView::basePixels() const {
    return std::max(leastFont + 1, QFontInfo(font()).pixelSize());
}

QFont HeatmapView::labelFont(int pixels, bool chinese) const {
    QFont result = chinese ? Fonts::chinese(font()) : Fonts::withChinese(font());
    result.setPixelSize(std::max(1, pixels));
    return result;
}

void HeatmapView::readTokens() {
    labels_ = MapLabels(map_);
    if (!map_)
        return;
    widestSource_ = widestTarget_ = 0;
    const QFontMetrics source(labelFont(basePixels(), sourceIsChinese()));
    const QFontMetrics target(labelFont(basePixels(), !sourceIsChinese()));
    for (const QString& label : labels_.source())
        widestSource_ = std::max(widestSource_, source.horizontalAdvance(label));
    for (const QString& label : labels_.target())
        widestTarget_ = std::max(widestTarget_, target.horizontalAdvance(label));
}

HeatmapView::Layout HeatmapView::layoutFor(const QSize& surface, double zoom) const {
    Layout layout;
    layout.surface = surface;
    layout.footer = QRect(margin, surface.height() - footerHeight, surface.width() - 2 * margin, footerHeight);
    if (!hasPicture())
        return layout;
    const int base = basePixels();
    const bool chinese = sourceIsChinese();

    // Widths, from the target's labels on the left.
    const int labelWidth = std::min(widestTarget_ + 2, surface.width() * 34 / 100);
    const int left = margin + labelWidth + gap;
    const double free = surface.width() - left - margin;
    const double comfortable = widestSource_ + 14.0; // a column whose label lies flat
    double width =
        std::clamp(free / columns(), leastCell, std::max(largestCell, std::min(comfortable, 2 * largestCell)));

    // The height of the source's labels depends on whether they lie flat at this width.
    const auto lay = [&] {
        const double shown = width * zoom;
        layout.columnStride = 1;
        const int flat = widestSource_ > 0 ? static_cast<int>(base * (shown - 4) / widestSource_) : base;
        if (flat >= std::min(base, 11)) {
            layout.columnLabels = ColumnLabels::Flat;
            layout.columnFont = std::min(base, flat);
            layout.columnLabelHeight = QFontMetrics(labelFont(layout.columnFont, chinese)).height();
            return;
        }
        layout.columnLabels = chinese ? ColumnLabels::Stacked : ColumnLabels::Turned;
        layout.columnFont = std::clamp(static_cast<int>(shown * 0.82), leastFont, base);
        const QFontMetrics metrics(labelFont(layout.columnFont, chinese));
        int height = 0;
        for (const QString& label : labels_.source())
            height = std::max(height, stacks(label) && chinese
                                          ? stackPitch(layout.columnFont) * static_cast<int>(label.size())
                                          : metrics.horizontalAdvance(label) + 2);
        layout.columnLabelHeight = std::min(height, std::max(40, surface.height() * 36 / 100));
        layout.columnStride = std::max(1, static_cast<int>(std::ceil(layout.columnFont * 1.1 / shown)));
    };
    lay();
    const auto top = [&] { return margin + layout.columnLabelHeight + gap; };
    const double height = std::clamp((surface.height() - top() - footerHeight - 4.0) / rows(), leastCell,
                                     std::max(leastCell, std::min(largestCell, 1.5 * width)));
    // Long flat bars read badly: no wider than their labels need.
    const double narrower = std::min(width, std::max(3.0 * height, comfortable));
    if (narrower < width) {
        width = narrower;
        lay();
    }

    layout.cellWidth = width * zoom;
    layout.cellHeight = height * zoom;
    layout.rowFont = std::clamp(static_cast<int>(layout.cellHeight * 0.85), leastFont, base);
    layout.rowStride = std::max(1, static_cast<int>(std::ceil(layout.rowFont * 1.1 / layout.cellHeight)));
    layout.rowLabelWidth = std::min(labelWidth, widestTarget_ * layout.rowFont / base + 3);

    const QSize cells(qRound(columns() * layout.cellWidth), qRound(rows() * layout.cellHeight));
    const QSize room(surface.width() - margin - layout.rowLabelWidth - gap - margin,
                     surface.height() - top() - footerHeight - 4);
    layout.origin = QPoint(margin + layout.rowLabelWidth + gap + std::max(0, (room.width() - cells.width()) / 2),
                           top() + std::max(0, (room.height() - cells.height()) / 3));
    layout.window =
        QRect(layout.origin, QSize(std::min(cells.width(), room.width()), std::min(cells.height(), room.height())));
    return layout;
}

void HeatmapView::relayout() {
    layout_ = layoutFor(viewport()->size(), zoom_);
    const QSize cells(qRound(columns() * layout_.cellWidth), qRound(rows() * layout_.cellHeight));
    horizontalScrollBar()->setPageStep(layout_.window.width());
    horizontalScrollBar()->setRange(0, std::max(0, cells.width() - layout_.window.width()));
    verticalScrollBar()->setPageStep(layout_.window.height());
    verticalScrollBar()->setRange(0, std::max(0, cells.height() - layout_.window.height()));
    // Showing a scroll bar resizes the viewport and comes here again, so the layout may be newer now.
    layout_.scrollX = horizontalScrollBar()->value();
    layout_.scrollY = verticalScrollBar()->value();
    cells_ = {};
    viewport()->update();
}

void HeatmapView::recolour() {
    colourMap_ = ColourMap(scale_, palette().color(QPalette::Base).lightness() < 128);
    cells_ = {};
    viewport()->update();
}

int HeatmapView::rowAt(const QPoint& point) const {
    if (!hasPicture() || point.y() < layout_.window.top() || point.y() > layout_.window.bottom() ||
        point.x() > layout_.window.right())
        return -1;
    int row = std::clamp(static_cast<int>((point.y() - layout_.y(0)) / layout_.cellHeight), 0, rows() - 1);
    while (row > 0 && point.y() < layout_.y(row))
        --row;
    while (row + 1 < rows() && point.y() >= layout_.y(row + 1))
        ++row;
    return row;
}

int HeatmapView::columnAt(const QPoint& point) const {
    if (!hasPicture() || point.x() < layout_.window.left() || point.x() > layout_.window.right() ||
        point.y() > layout_.window.bottom())
        return -1;
    int column = std::clamp(static_cast<int>((point.x() - layout_.x(0)) / layout_.cellWidth), 0, columns() - 1);
    while (column > 0 && point.x() < layout_.x(column))
        --column;
    while (column + 1 < columns() && point.x() >= layout_.x(column + 1))
        ++column;
    return column;
}

QString HeatmapView::toolTipAt(const QPoint& point) const {
    const int row = rowAt(point), column = columnAt(point);
    if (row < 0 && column < 0)
        return goldSummary();
    const QString gold = goldText(row, column);
    const QString text = labels_.explanation(row, column);
    return gold.isEmpty() ? text : text + u'\n' + gold;
}

// Events

bool HeatmapView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setPointed(-1, -1);
    return QAbstractScrollArea::viewportEvent(event);
}

void HeatmapView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
        recolour();
        break;
    case QEvent::FontChange:
    case QEvent::LanguageChange:
        readTokens();
        relayout();
        break;
    default:
        break;
    }
}

void HeatmapView::resizeEvent(QResizeEvent*) {
    relayout();
}

void HeatmapView::scrollContentsBy(int, int) {
    layout_.scrollX = horizontalScrollBar()->value();
    layout_.scrollY = verticalScrollBar()->value();
    cells_ = {};
    viewport()->update();
}

void HeatmapView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier) || !hasPicture()) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // The cell under the pointer stays under it.
    const QPointF at = event->position();
    const double column = (at.x() - layout_.x(0)) / layout_.cellWidth,
                 row = (at.y() - layout_.y(0)) / layout_.cellHeight;
    setZoom(zoom_ * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    horizontalScrollBar()->setValue(qRound(layout_.origin.x() + column * layout_.cellWidth - at.x()));
    verticalScrollBar()->setValue(qRound(layout_.origin.y() + row * layout_.cellHeight - at.y()));
    event->accept();
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event) {
    setPointed(rowAt(event->pos()), columnAt(event->pos()));
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
    const auto move = [this](int down, int right) {
        if (!hasPicture())
            return;
        const int row = std::clamp(std::max(pointedRow_, 0) + (pointedRow_ < 0 ? 0 : down), 0, rows() - 1);
        const int column = std::clamp(std::max(pointedColumn_, 0) + (pointedColumn_ < 0 ? 0 : right), 0, columns() - 1);
        setPointed(row, column);
        const QRect cell = layout_.cell(row, column), window = layout_.window;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::min(0, cell.left() - window.left()) +
                                        std::max(0, cell.right() - window.right()));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(0, cell.top() - window.top()) +
                                      std::max(0, cell.bottom() - window.bottom()));
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

void HeatmapView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    paintAll(painter, layout_, false);
}

// Painting

QSize HeatmapView::pictureSize() const {
    const Layout layout = pictureLayout();
    return layout.surface;
}

HeatmapView::Layout HeatmapView::pictureLayout() const {
    Layout layout = layout_;
    layout.scrollX = layout.scrollY = 0;
    const QSize cells(qRound(columns() * layout.cellWidth), qRound(rows() * layout.cellHeight));
    layout.origin = QPoint(margin + layout.rowLabelWidth + gap, margin + layout.columnLabelHeight + gap);
    layout.window = QRect(layout.origin, cells);
    const int words = goldShown_ ? QFontMetrics(labelFont(basePixels() - 1, false)).horizontalAdvance(goldSummary()) : 0;
    layout.surface = QSize(std::max(200 + words, layout.window.right() + 1 + margin),
                           layout.window.bottom() + 5 + footerHeight);
    layout.footer =
        QRect(margin, layout.surface.height() - footerHeight, layout.surface.width() - 2 * margin, footerHeight);
    return layout;
}

void HeatmapView::paintPicture(QPaintDevice& device) const {
    if (!hasPicture())
        return;
    const Layout layout = pictureLayout();
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), layout.surface), palette().color(QPalette::Base));
    paintAll(painter, layout, true);
}

void HeatmapView::paintAll(QPainter& painter, const Layout& layout, bool asPicture) const {
    if (!hasPicture()) {
        paintCaption(painter, QRect(QPoint(), layout.surface));
        return;
    }
    paintCells(painter, layout, asPicture);
    if (valuesShown_ && hasWeights())
        paintValues(painter, layout);
    if (goldShown_ && map_->gold)
        paintGold(painter, layout);
    if (!asPicture)
        paintPointed(painter, layout);
    paintLabels(painter, layout);
    paintFooter(painter, layout, asPicture);
    if (!hasWeights())
        paintCaption(painter, layout.window);
}

QImage HeatmapView::cellImage(const Layout& layout, double ratio) const {
    const auto device = [ratio](int logical) { return static_cast<int>(std::lround(logical * ratio)); };
    const QRect window = layout.window;
    QImage image(device(window.width()), device(window.height()), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    const QRgb line = lineColour().rgb();
    image.fill(line);
    const int thickness = lineWidth(layout) > 0 ? std::max(1, device(lineWidth(layout))) : 0;
    // One line of pixels a row of cells, copied as often as the row is high.
    std::vector<QRgb> pixels(static_cast<std::size_t>(image.width()));
    for (int row = 0; row < rows(); ++row) {
        const int top = std::max(0, device(layout.y(row) - window.top()));
        const int bottom = std::min(image.height(), device(layout.y(row + 1) - window.top()) - thickness);
        if (top >= bottom)
            continue;
        std::fill(pixels.begin(), pixels.end(), line);
        for (int column = 0; column < columns(); ++column) {
            const int left = std::max(0, device(layout.x(column) - window.left()));
            const int right = std::min(image.width(), device(layout.x(column + 1) - window.left()) - thickness);
            if (left < right)
                std::fill(pixels.begin() + left, pixels.begin() + right,
                          colourMap_.colour(value(row, column) / fullColour()));
        }
        for (int y = top; y < bottom; ++y)
            std::memcpy(image.scanLine(y), pixels.data(), pixels.size() * sizeof(QRgb));
    }
    return image;
}

QColor HeatmapView::lineColour() const {
    return mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.13);
}

int HeatmapView::lineWidth(const Layout& layout) const {
    return std::min(layout.cellWidth, layout.cellHeight) >= gridFrom ? 1 : 0;
}

void HeatmapView::paintCells(QPainter& painter, const Layout& layout, bool asPicture) const {
    if (!asPicture) {
        const double ratio = painter.device()->devicePixelRatioF();
        if (cells_.isNull() || cells_.devicePixelRatioF() != ratio)
            cells_ = cellImage(layout, ratio);
        painter.drawImage(layout.window.topLeft(), cells_);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(layout.window, lineColour());
    const int line = lineWidth(layout);
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < columns(); ++column)
            painter.fillRect(layout.cell(row, column).adjusted(0, 0, -line, -line),
                             QColor::fromRgb(colourMap_.colour(value(row, column) / fullColour())));
    painter.restore();
}

void HeatmapView::paintValues(QPainter& painter, const Layout& layout) const {
    const int pixels = std::min(basePixels() - 1, static_cast<int>(layout.cellHeight * 0.75));
    if (pixels < leastFont)
        return;
    const QFont valueFont = labelFont(pixels, false);
    const QFontMetrics metrics(valueFont);
    const bool whole = metrics.horizontalAdvance("0.00") + 4 <= layout.cellWidth;
    if (!whole && metrics.horizontalAdvance(".00") + 3 > layout.cellWidth)
        return;
    if (valueTexts_.empty() || valuePixels_ != pixels || valuesWhole_ != whole) {
        valueTexts_.clear();
        for (int hundredth = 0; hundredth <= 100; ++hundredth) {
            QString text = QString::number(hundredth / 100.0, 'f', 2);
            if (!whole)
                text = hundredth == 100 ? u"1.0"_s : text.mid(1);
            valueTexts_.emplace_back(text);
            valueTexts_.back().setTextFormat(Qt::PlainText);
            valueTexts_.back().prepare({}, valueFont);
        }
        valuePixels_ = pixels;
        valuesWhole_ = whole;
    }
    painter.save();
    painter.setClipRect(layout.window);
    painter.setFont(valueFont);
    for (const QColor ink : {QColor(Qt::black), QColor(Qt::white)}) {
        painter.setPen(ink);
        for (int row = 0; row < rows(); ++row) {
            if (layout.y(row + 1) < layout.window.top() || layout.y(row) > layout.window.bottom())
                continue;
            for (int column = 0; column < columns(); ++column) {
                const double weight = value(row, column);
                if (!(weight >= leastValueShown) || colourMap_.ink(weight / fullColour()) != ink)
                    continue;
                const QRect cell = layout.cell(row, column);
                if (!cell.intersects(layout.window))
                    continue;
                const QStaticText& text =
                    valueTexts_[static_cast<std::size_t>(std::clamp(std::lround(weight * 100), 0L, 100L))];
                painter.drawStaticText(cell.left() + (cell.width() - qRound(text.size().width())) / 2,
                                       cell.top() + (cell.height() - metrics.height()) / 2, text);
            }
        }
    }
    painter.restore();
}

void HeatmapView::paintGold(QPainter& painter, const Layout& layout) const {
    const double side = std::min(layout.cellWidth, layout.cellHeight);
    const int thickness = side < 18 ? 1 : 2;
    const int inset = std::max(2, static_cast<int>(side / 9)); // so that the cell's own colour lies around the line
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipRect(layout.window);
    painter.setBrush(Qt::NoBrush);
    for (const GoldCell& gold : *map_->gold) {
        const int row = static_cast<int>(gold.row), column = static_cast<int>(gold.column);
        if (row >= rows() || column >= columns())
            continue;
        // In the ink of the cell's own colour: it stands out from any colour map, and to any eye.
        QPen pen(colourMap_.ink(value(row, column) / fullColour()), thickness, gold.sure ? Qt::SolidLine : Qt::CustomDashLine,
                 Qt::FlatCap, Qt::MiterJoin);
        if (!gold.sure)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const int line = lineWidth(layout);
        painter.drawRect(layout.cell(row, column).adjusted(inset, inset, -inset - line, -inset - line));
    }
    painter.restore();
}

void HeatmapView::paintLabels(QPainter& painter, const Layout& layout) const {
    const QColor ink = palette().color(QPalette::Text);
    const QColor faint = mixed(ink, palette().color(QPalette::Base), 0.45);
    painter.save();
    painter.setClipRect(QRect(0, layout.window.top(), layout.window.left(), layout.window.height()));
    const QFont rowFont = labelFont(layout.rowFont, !sourceIsChinese());
    const QFontMetrics metrics(rowFont);
    painter.setFont(rowFont);
    for (int row = 0; row < rows(); ++row) {
        if (row % layout.rowStride != 0)
            continue;
        if (layout.y(row + 1) < layout.window.top() || layout.y(row) > layout.window.bottom())
            continue;
        const QRect place(layout.window.left() - gap - layout.rowLabelWidth, layout.y(row), layout.rowLabelWidth,
                          layout.y(row + 1) - layout.y(row) - lineWidth(layout));
        painter.setPen(labels_.isTargetMark(row) ? faint : ink);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine,
                         metrics.elidedText(labels_.target()[row], Qt::ElideRight, layout.rowLabelWidth));
    }
    painter.setClipRect(QRect(layout.window.left(), 0, layout.window.width(), layout.window.top()));
    painter.setFont(labelFont(layout.columnFont, sourceIsChinese()));
    for (int column = 0; column < columns(); ++column) {
        if (column % layout.columnStride != 0)
            continue;
        if (layout.x(column + 1) < layout.window.left() || layout.x(column) > layout.window.right())
            continue;
        if (layout.columnLabels == ColumnLabels::Stacked && layout.columnStride == 1 && lineWidth(layout) > 0) {
            // Without a line, stacked characters side by side read as words across.
            const int x = layout.x(column + 1) - 1, bottom = layout.window.top();
            painter.fillRect(QRect(x, bottom - gap - layout.columnLabelHeight, 1, layout.columnLabelHeight + gap),
                             lineColour());
        }
        painter.setPen(labels_.isSourceMark(column) ? faint : ink);
        paintColumnLabel(painter, layout, column);
    }
    painter.restore();
}

void HeatmapView::paintColumnLabel(QPainter& painter, const Layout& layout, int column) const {
    const QString& label = labels_.source()[column];
    const int left = layout.x(column), width = layout.x(column + 1) - left - lineWidth(layout);
    const int bottom = layout.window.top() - gap;
    if (layout.columnLabels == ColumnLabels::Flat) {
        painter.drawText(QRect(left, bottom - layout.columnLabelHeight, width, layout.columnLabelHeight),
                         Qt::AlignHCenter | Qt::AlignBottom | Qt::TextDontClip | Qt::TextSingleLine, label);
        return;
    }
    const QFontMetrics metrics = painter.fontMetrics();
    if (layout.columnLabels == ColumnLabels::Stacked && stacks(label)) {
        const int pitch = stackPitch(layout.columnFont);
        const auto fitting = std::max<qsizetype>(1, layout.columnLabelHeight / pitch);
        const bool whole = label.size() <= fitting;
        const auto shown = whole ? label.size() : fitting;
        for (qsizetype i = 0; i < shown; ++i) {
            const QString character = !whole && i + 1 == shown ? u"⋮"_s : label.mid(i, 1);
            painter.drawText(QRect(left, bottom - static_cast<int>(shown - i) * pitch, width, pitch),
                             Qt::AlignCenter | Qt::TextDontClip, character);
        }
        return;
    }
    // As books on their shelf: Latin words among Chinese lean right, as in vertical Chinese setting; else they climb.
    const bool leanRight = layout.columnLabels == ColumnLabels::Stacked;
    const QString text = metrics.elidedText(label, Qt::ElideRight, layout.columnLabelHeight);
    painter.save();
    painter.translate(left + width / 2.0, bottom);
    painter.rotate(leanRight ? 90 : -90);
    const QRect place(leanRight ? -layout.columnLabelHeight : 0, -width / 2, layout.columnLabelHeight, width);
    painter.drawText(
        place, (leanRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine,
        text);
    painter.restore();
}

void HeatmapView::paintPointed(QPainter& painter, const Layout& layout) const {
    if (pointedRow_ < 0 && pointedColumn_ < 0)
        return;
    const QColor mark = palette().color(QPalette::Highlight);
    QColor band = mark;
    band.setAlpha(60);
    painter.save();
    if (pointedRow_ >= 0) {
        painter.setClipRect(QRect(0, layout.window.top() - 1, layout.window.right() + 2, layout.window.height() + 2));
        const int top = layout.y(pointedRow_), height = layout.y(pointedRow_ + 1) - top - lineWidth(layout);
        painter.fillRect(
            QRect(layout.window.left() - gap - layout.rowLabelWidth - 2, top, layout.rowLabelWidth + gap + 2, height),
            band);
        painter.setPen(mark);
        painter.drawRect(QRect(layout.window.left() - 1, top - 1, layout.window.width() + 1, height + 1));
    }
    if (pointedColumn_ >= 0) {
        painter.setClipRect(QRect(layout.window.left() - 1, 0, layout.window.width() + 2, layout.window.bottom() + 2));
        const int left = layout.x(pointedColumn_), width = layout.x(pointedColumn_ + 1) - left - lineWidth(layout);
        painter.fillRect(QRect(left, layout.window.top() - gap - layout.columnLabelHeight - 2, width,
                               layout.columnLabelHeight + gap + 2),
                         band);
        painter.setPen(mark);
        painter.drawRect(QRect(left - 1, layout.window.top() - 1, width + 1, layout.window.height() + 1));
    }
    if (pointedRow_ >= 0 && pointedColumn_ >= 0) {
        painter.setClipRect(layout.window.adjusted(-2, -2, 2, 2));
        painter.setPen(QPen(mark, 2));
        painter.drawRect(
            layout.cell(pointedRow_, pointedColumn_).adjusted(0, 0, -lineWidth(layout), -lineWidth(layout)));
    }
    painter.restore();
}

void HeatmapView::paintFooter(QPainter& painter, const Layout& layout, bool asPicture) const {
    const QFont small = labelFont(basePixels() - 1, false);
    const QFontMetrics metrics(small);
    painter.save();
    painter.setFont(small);
    const QColor ink = palette().color(QPalette::Text);
    // The colour scale, at the right.
    const QString greatest = scaledToLargest_ && hasWeights() ? QString::number(largest_, 'f', 2) : u"1"_s;
    const int barWidth = std::clamp(layout.footer.width() / 5, 48, 110), barHeight = 9;
    int x = layout.footer.right() - metrics.horizontalAdvance(greatest);
    painter.setPen(mixed(ink, palette().color(QPalette::Base), 0.25));
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine;
    painter.drawText(QRect(x, layout.footer.top(), 60, layout.footer.height()), flags, greatest);
    const QRect bar(x - 5 - barWidth, layout.footer.center().y() - barHeight / 2, barWidth, barHeight);
    for (int i = 0; i < barWidth; ++i)
        painter.fillRect(QRect(bar.left() + i, bar.top(), 1, barHeight),
                         QColor::fromRgb(colourMap_.colour(i / (barWidth - 1.0))));
    painter.setPen(lineColour());
    painter.drawRect(bar.adjusted(-1, -1, 0, 0));
    x = bar.left() - 5 - metrics.horizontalAdvance(u'0');
    painter.setPen(mixed(ink, palette().color(QPalette::Base), 0.25));
    painter.drawText(QRect(x, layout.footer.top(), 60, layout.footer.height()), flags, u"0"_s);
    // What is under the pointer, at the left; in a picture, what the outlines say.
    const QString words = !asPicture ? readout() : goldShown_ ? goldSummary() : QString();
    const int room = x - 10 - layout.footer.left();
    painter.setPen(ink);
    painter.drawText(QRect(layout.footer.left(), layout.footer.top(), room, layout.footer.height()), flags,
                     metrics.elidedText(words, Qt::ElideRight, room));
    painter.restore();
}

void HeatmapView::paintCaption(QPainter& painter, const QRect& rect) const {
    const QString text = caption();
    if (text.isEmpty())
        return;
    painter.save();
    painter.setFont(labelFont(basePixels(), false));
    const QRect room = QRect(QPoint(), layout_.surface).adjusted(2 * margin, 2 * margin, -2 * margin, -2 * margin);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    QRect words = painter.fontMetrics().boundingRect(QRect(0, 0, std::min(360, room.width()), 10000), flags, text);
    words.moveCenter(rect.center());
    if (words.left() < room.left())
        words.moveLeft(room.left());
    if (hasPicture()) {
        const QRect box = words.adjusted(-12, -8, 12, 8);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(lineColour());
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(box, 6, 6);
        painter.setPen(palette().color(QPalette::Text));
    } else {
        painter.setPen(palette().color(QPalette::PlaceholderText));
    }
    painter.drawText(words.adjusted(-1, -1, 1, 1), flags, text);
    painter.restore();
}

} // namespace zhuyi
