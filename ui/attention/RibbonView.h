#pragma once

#include "ui/attention/LaidOutView.h"
#include "ui/attention/RibbonLayout.h"
#include "ui/attention/RibbonPainter.h"

namespace zhuyi {

/// Draws one attention map as ribbons between the source words, above, and the words of the translation, below: as
/// thick as the weights.
class RibbonView : public LaidOutView<RibbonLayout, RibbonPainter> {
    Q_OBJECT
  public:
    explicit RibbonView(QWidget* parent = nullptr);

    const RibbonLayout& ribbonLayout() const { return layout_; }

  protected:
    Place placeAt(const QPoint& point) const override;
    Place neighbour(int down, int right) const override;
    void scrollTo(const Place& place) override;
    QPointF contentAt(const QPointF& point) const override;
    QPointF pointOf(const QPointF& content) const override;
    void relayout() override;
    void scrollContentsBy(int dx, int dy) override;
};

} // namespace zhuyi
