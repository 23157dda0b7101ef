#pragma once

#include "engine/session/AttentionMap.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace zhuyi {

class ElidedLabel;
class HeatmapView;

/// A heatmap, and above it which model's it is and how much of the attention lies on the true alignment.
class CaptionedHeatmap : public QWidget {
    Q_OBJECT
  public:
    explicit CaptionedHeatmap(QWidget* parent = nullptr);

    HeatmapView* heatmap() const { return heatmap_; }
    /// Puts a button at the end of the title's line.
    void addButton(QWidget* button);
    /// Whose map it is; empty where only one is shown.
    void setTitle(const QString& title);
    /// `empty`: what to say in place of a map.
    void show(const AttentionMapPtr& map, const QString& empty);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    HeatmapView* heatmap_;
    ElidedLabel* title_;
    QLabel *step_, *gold_;
    QHBoxLayout* head_;
};

} // namespace zhuyi
