#pragma once

#include "ui/attention/SentencePage.h"

#include <array>
#include <functional>

class QToolButton;

namespace zhuyi {

class CaptionedView;

/// The attention of a sentence as one kind of view draws it; where it is held against another, the two side by side,
/// and between which words they differ.
class MapPage : public SentencePage {
    Q_OBJECT
  public:
    explicit MapPage(const std::function<AttentionView*()>& makeView, QWidget* parent = nullptr);

    void setSentence(const ShownSentence& sentence) override;
    void setMapStyle(const MapStyle& style) override;
    void setPointed(int row, int column) override;
    bool hasTimeline() const override { return true; }
    /// Of the moment that is looked at.
    AttentionView* view() const override;
    /// Of what it is held against; null while it is not.
    AttentionView* viewBefore() const;
    /// Of the difference of the two; null while it is not shown.
    AttentionView* viewOfDifference() const;

  Q_SIGNALS:
    void comparisonEnded();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void setNames();

    CaptionedView *before_, *now_, *difference_;
    QToolButton* end_;
    std::array<CaptionedView*, 3> all() const { return {before_, now_, difference_}; }
};

class HeatmapPage : public MapPage {
    Q_OBJECT
  public:
    explicit HeatmapPage(QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
};

class RibbonPage : public MapPage {
    Q_OBJECT
  public:
    explicit RibbonPage(QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
};

} // namespace zhuyi
