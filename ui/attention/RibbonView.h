#pragma once

#include "ui/attention/AttentionView.h"
#include "ui/attention/RibbonLayout.h"
#include "ui/attention/RibbonPainter.h"

namespace zhuyi {

/// Draws one attention map as ribbons between the source words, above, and the words of the translation, below: as
/// thick as the weights.
class RibbonView : public AttentionView {
    Q_OBJECT
  public:
    explicit RibbonView(QWidget* parent = nullptr);

    const RibbonLayout& ribbonLayout() const { return layout_; }
    Picture picture() const override;
    PictureMaker pictureMaker() const override;
    /// What ribbons that are nowhere on the screen would look like, of this size or as wide as they need.
    static Picture pictureOf(const MapDrawing& drawing, const QSize& surface);

  protected:
    Place placeAt(const QPoint& point) const override;
    Place neighbour(int down, int right) const override;
    void scrollTo(const Place& place) override;
    QPointF contentAt(const QPointF& point) const override;
    QPointF pointOf(const QPointF& content) const override;
    void relayout() override;
    void redraw() override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

  private:
    static Picture pictureOf(const MapDrawing& drawing, const RibbonLayout& layout);

    RibbonLayout layout_;
    RibbonPainter painter_;
};

} // namespace zhuyi
