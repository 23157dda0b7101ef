#pragma once

#include "ui/attention/HeatmapLayout.h"
#include "ui/attention/HeatmapPainter.h"
#include "ui/attention/LaidOutView.h"

namespace zhuyi {

/// Draws one attention map: a row for each target token, a column for each source token, darker (in a dark window:
/// brighter) where the model looked more. Labels stay in sight while the cells scroll.
///
/// Made of HeatmapLayout (where things stand), HeatmapPainter (how they look) and this (what the user does). A view in
/// which cells can be changed derives from it and takes the mouse's buttons; placeAt() tells the cell.
class HeatmapView : public LaidOutView<HeatmapLayout, HeatmapPainter> {
    Q_OBJECT
  public:
    explicit HeatmapView(QWidget* parent = nullptr);

    void setValuesShown(bool shown);

    /// In the viewport's coordinates; may lie outside of it.
    QRect cellRect(int row, int column) const { return layout_.cell(row, column); }
    const HeatmapLayout& cellLayout() const { return layout_; }

  protected:
    Place placeAt(const QPoint& point) const override;
    QString toolTipAt(const QPoint& point) const override;
    void scrollTo(const Place& place) override;
    QPointF contentAt(const QPointF& point) const override;
    QPointF pointOf(const QPointF& content) const override;
    void relayout() override;
    void redraw() override;
    void scrollContentsBy(int dx, int dy) override;
};

} // namespace zhuyi
