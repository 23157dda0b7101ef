#pragma once

#include "ui/attention/MapDrawing.h"
#include "ui/shell/Exporter.h"

#include <QAbstractScrollArea>

#include <functional>

namespace zhuyi {

/// One way to draw an attention map: its rows are target words, its columns source words. What all ways have in common:
/// the map and its style, zoom, the word under the pointer, and export.
class AttentionView : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit AttentionView(QWidget* parent = nullptr);

    /// Zoom and place stay while the tokens do. `isDifference`: of two maps, weights from −1 to 1.
    void setMap(AttentionMapPtr map, bool isDifference = false);
    AttentionMapPtr map() const { return drawing_.map.map(); }

    void setMapStyle(const MapStyle& style);
    const MapStyle& mapStyle() const { return drawing_.style; }
    // Parts of the style.
    void setColours(ColourMap::Scale scale);
    ColourMap::Scale colours() const { return drawing_.style.scale; }
    void setGoldShown(bool shown);
    bool isGoldShown() const { return drawing_.style.gold; }
    void setScaledToLargest(bool scaled);

    /// What to say while there is no map.
    void setEmptyText(const QString& text);

    /// 1: as large as the view lets it be.
    void setZoom(double zoom);
    double zoom() const { return zoom_; }

    /// Which row and column are lit up; -1 for none.
    void setPointed(int row, int column);
    int pointedRow() const { return drawing_.pointedRow; }
    int pointedColumn() const { return drawing_.pointedColumn; }

    /// The words over the picture or in place of it; empty where the picture speaks for itself.
    QString caption() const;
    /// What is under the pointer, such as "today ← 今天 0.93".
    QString readout() const;
    /// How much of the attention lies on the true alignment; empty where it is not known.
    QString goldSummary() const { return drawing_.map.goldSummary(); }
    double value(int row, int column) const { return drawing_.map.value(row, column); }

    /// The tokens with all weights, exactly.
    QByteArray csv() const;
    QByteArray json() const;
    /// The whole map, unscrolled, with labels and colour scale; it can be painted on another thread.
    virtual Picture picture() const = 0;
    /// What draws such a picture of any map, on a surface of this size or as large as it needs; for any thread.
    using PictureMaker = std::function<Picture(const MapDrawing&, const QSize&)>;
    virtual PictureMaker pictureMaker() const = 0;
    const MapDrawing& drawing() const { return drawing_; }
    QSize pictureSize() const { return picture().size; }
    void paintPicture(QPaintDevice& device) const { picture().paint(device); }

    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

  public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomFit();
    void exportPicture();
    void exportNumbers();
    void copyPicture();
    void copyNumbers();

  Q_SIGNALS:
    /// The pointer, or the arrow keys, came to a word or cell; -1 where neither a row nor a column is meant.
    void pointed(int row, int column);
    void exported(const QString& sentence, bool written);

  protected:
    /// A row and a column, of what lies at a point of the viewport; −1 for none.
    struct Place {
        int row = -1, column = -1;
    };
    virtual Place placeAt(const QPoint& point) const = 0;
    virtual QString toolTipAt(const QPoint& point) const;
    /// Where the arrow keys go from here.
    virtual Place neighbour(int down, int right) const;
    virtual void scrollTo(const Place& place) = 0;
    /// What lies at a point, in units that stay as the zoom changes, and back.
    virtual QPointF contentAt(const QPointF& point) const = 0;
    virtual QPointF pointOf(const QPointF& content) const = 0;
    /// Lay out anew: the words, the font, the zoom or the size have changed.
    virtual void relayout() = 0;
    /// Draw anew: weights, style or colours have changed.
    virtual void redraw() = 0;

    int rows() const { return drawing_.map.rows(); }
    int columns() const { return drawing_.map.columns(); }
    bool hasPicture() const { return !drawing_.map.isEmpty(); }

    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void recolour();
    void describe();

    MapDrawing drawing_;
    QString emptyText_;
    double zoom_ = 1;
    Exporter* exporter_;
};

} // namespace zhuyi
