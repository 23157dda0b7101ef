#pragma once

#include "ui/translation/AskingPage.h"

#include <QStringList>

#include <map>
#include <vector>

class QLabel;
class QToolButton;

namespace zhuyi {

class ElidedLabel;
class PaintableHeatmap;
class RowWeights;

/// What the model would say if it had looked elsewhere: the user paints attention, and the model decodes with it.
class WhatIfPage : public AskingPage {
    Q_OBJECT
  public:
    explicit WhatIfPage(EngineClient* client, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    bool saysTranslation() const override { return true; }
    void setMapStyle(const MapStyle& style) override;
    void setPointed(int row, int column) override;
    AttentionView* view() const override;

    PaintableHeatmap* heatmap() const { return heatmap_; }
    RowWeights* bars() const { return bars_; }

  protected:
    void ask() override;
    void take(const TranslationPtr& translation) override;
    void forget() override;
    void outdate() override;
    QString hint() const override;
    void retranslate() override;

  private:
    void paintRow(int row, const std::vector<float>& weights);
    void giveBack(int row);
    void reset();
    void showMap();
    void showBars();
    void updateTexts();

    PaintableHeatmap* heatmap_;
    RowWeights* bars_;
    QLabel *barsLabel_, *before_, *now_;
    QToolButton *giveBack_, *reset_;
    std::map<int, std::vector<float>> given_; // by row
    TranslationPtr own_, shown_;              // without and with what is given
    bool isOwnStale_ = true;                  // the model has changed since
    bool asksOwn_ = false;                    // the question under way
};

} // namespace zhuyi
