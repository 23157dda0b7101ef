#pragma once

#include "ui/attention/AttentionView.h"
#include "ui/attention/MapFooter.h"

#include <QPainter>

namespace zhuyi {

/// What the views have in common that are made of a layout (where things stand) and a painter (how they look): drawing
/// on the screen and as a picture. What derives from it says where things are and what the user does.
template <class Layout, class Painter>
class LaidOutView : public AttentionView {
  public:
    Picture picture() const override { return pictureOf(drawing(), layout_); }
    PictureMaker pictureMaker() const override {
        return [](const MapDrawing& drawing, const QSize& surface) { return pictureOf(drawing, surface); };
    }
    /// What a view that is nowhere on the screen would look like: of this size or as large as it needs.
    static Picture pictureOf(const MapDrawing& drawing, const QSize& surface) {
        return pictureOf(drawing, Layout::fit(drawing, surface, 1));
    }

  protected:
    explicit LaidOutView(QWidget* parent) : AttentionView(parent), painter_(drawing()) {}

    void redraw() override {
        painter_.invalidate();
        viewport()->update();
    }
    void paintEvent(QPaintEvent*) override {
        QPainter painter(viewport());
        if (hasPicture())
            painter_.paint(painter, layout_, false);
        MapFooter::paintCaption(painter, drawing(), caption(),
                                hasPicture() ? layout_.window : QRect(QPoint(), layout_.surface), layout_.surface);
    }

    Layout layout_;

  private:
    static Picture pictureOf(const MapDrawing& drawing, const Layout& fitted) {
        if (drawing.map.isEmpty())
            return {};
        MapDrawing shown = drawing;
        shown.pointedRow = shown.pointedColumn = -1;
        const Layout layout = fitted.whole(shown, MapFooter::wordsOfPicture(shown));
        return {layout.surface, [shown, layout](QPaintDevice& device) {
                    QPainter painter(&device);
                    painter.fillRect(QRect(QPoint(), layout.surface), shown.paper());
                    Painter(shown).paint(painter, layout, true);
                }};
    }

    Painter painter_;
};

} // namespace zhuyi
