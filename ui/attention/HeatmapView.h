#pragma once

#include "engine/session/AttentionMap.h"
#include "ui/attention/ColourMap.h"
#include "ui/attention/MapLabels.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QStaticText>

#include <vector>

namespace zhuyi {

class Exporter;

/// Draws one attention map: a row for each target token, a column for each source token, darker (in a dark window:
/// brighter) where the model looked more. Labels stay in sight while the cells scroll.
class HeatmapView : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit HeatmapView(QWidget* parent = nullptr);

    /// Zoom and place stay while the tokens do.
    void setMap(AttentionMapPtr map);
    AttentionMapPtr map() const { return map_; }

    void setColours(ColourMap::Scale scale);
    ColourMap::Scale colours() const { return scale_; }
    void setValuesShown(bool shown);
    bool valuesShown() const { return valuesShown_; }
    /// Outlines where the true alignment lies, if it is known: solid where it is sure, dashed where it is possible.
    void setGoldShown(bool shown);
    bool isGoldShown() const { return goldShown_; }
    /// How much of the attention lies there; empty where it is not known.
    QString goldSummary() const;
    /// The full colour stands for the largest weight of the map rather than for 1.
    void setScaledToLargest(bool scaled);
    bool isScaledToLargest() const { return scaledToLargest_; }
    /// What to say while there is no map.
    void setEmptyText(const QString& text);

    /// 1: as large as the view lets it be.
    void setZoom(double zoom);
    double zoom() const { return zoom_; }

    /// Which row and column are lit up; -1 for none.
    void setPointed(int row, int column);
    int pointedRow() const { return pointedRow_; }
    int pointedColumn() const { return pointedColumn_; }

    /// The words over the picture or in place of it; empty where the picture speaks for itself.
    QString caption() const;
    /// What is under the pointer, such as "today ← 今天 0.93".
    QString readout() const;
    /// In the viewport's coordinates; may lie outside of it.
    QRect cellRect(int row, int column) const;
    double value(int row, int column) const;

    /// The tokens with all weights, exactly.
    QByteArray csv() const;
    /// The whole map, unscrolled, with labels and colour scale.
    QSize pictureSize() const;
    void paintPicture(QPaintDevice& device) const;

    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

  public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomFit();
    void exportPicture();
    void exportNumbers();
    void copyPicture();

  Q_SIGNALS:
    /// The pointer, or the arrow keys, came to a word or cell; -1 where neither a row nor a column is meant.
    void pointed(int row, int column);
    void exported(const QString& sentence, bool written);

  protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

  private:
    enum class ColumnLabels { Flat, Stacked, Turned };

    /// Where everything stands, in pixels of the surface painted on.
    struct Layout {
        QSize surface;
        double cellWidth = 0, cellHeight = 0;
        QPoint origin; // of the first cell, before scrolling
        QRect window;  // in which cells are seen
        QRect footer;
        int rowFont = 0, columnFont = 0;     // pixels
        int rowStride = 1, columnStride = 1; // of labels, where the cells are too small for each to have one
        int rowLabelWidth = 0, columnLabelHeight = 0;
        ColumnLabels columnLabels = ColumnLabels::Flat;
        int scrollX = 0, scrollY = 0;

        int x(int column) const { return origin.x() - scrollX + qRound(column * cellWidth); }
        int y(int row) const { return origin.y() - scrollY + qRound(row * cellHeight); }
        QRect cell(int row, int column) const {
            return {QPoint(x(column), y(row)), QPoint(x(column + 1) - 1, y(row + 1) - 1)};
        }
    };

    int rows() const { return map_ ? static_cast<int>(map_->rows()) : 0; }
    int columns() const { return map_ ? static_cast<int>(map_->columns()) : 0; }
    bool hasPicture() const { return rows() > 0 && columns() > 0; }
    bool hasWeights() const { return largest_ > 0; }
    double fullColour() const { return scaledToLargest_ && largest_ > 0 ? largest_ : 1; }
    bool sourceIsChinese() const { return map_ && map_->sourceIsChinese; }
    QFont labelFont(int pixels, bool chinese) const;
    int basePixels() const;
    QColor lineColour() const;
    int lineWidth(const Layout& layout) const;
    static int stackPitch(int fontPixels) { return fontPixels + 1; } // of characters one below the other
    Layout layoutFor(const QSize& surface, double zoom) const;
    Layout pictureLayout() const;
    void relayout();
    void recolour();
    void readTokens();
    int rowAt(const QPoint& point) const;
    int columnAt(const QPoint& point) const;
    QString goldText(int row, int column) const;
    QString toolTipAt(const QPoint& point) const;

    // `asPicture`: for a file, as rectangles and text and without what the pointer lights up.
    void paintAll(QPainter& painter, const Layout& layout, bool asPicture) const;
    void paintCells(QPainter& painter, const Layout& layout, bool asPicture) const;
    void paintValues(QPainter& painter, const Layout& layout) const;
    void paintGold(QPainter& painter, const Layout& layout) const;
    void paintLabels(QPainter& painter, const Layout& layout) const;
    void paintColumnLabel(QPainter& painter, const Layout& layout, int column) const;
    void paintPointed(QPainter& painter, const Layout& layout) const;
    void paintFooter(QPainter& painter, const Layout& layout, bool asPicture) const;
    void paintCaption(QPainter& painter, const QRect& rect) const;
    QImage cellImage(const Layout& layout, double pixelRatio) const;

    AttentionMapPtr map_;
    MapLabels labels_;
    int widestSource_ = 0, widestTarget_ = 0;     // labels, in pixels of the base font
    double largest_ = 0;
    ColourMap::Scale scale_ = ColourMap::Scale::Ocean;
    ColourMap colourMap_;
    bool valuesShown_ = false, goldShown_ = false, scaledToLargest_ = false;
    QString emptyText_;
    double zoom_ = 1;
    int pointedRow_ = -1, pointedColumn_ = -1;
    Layout layout_;
    mutable QImage cells_;                        // of layout_.window; null when stale
    mutable std::vector<QStaticText> valueTexts_; // of hundredths
    mutable int valuePixels_ = 0;
    mutable bool valuesWhole_ = true;
    Exporter* exporter_;
};

} // namespace zhuyi
