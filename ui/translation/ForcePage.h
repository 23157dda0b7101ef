#pragma once

#include "ui/translation/AskingPage.h"

#include <QTimer>

class QLabel;

namespace zhuyi {

class ElidedLabel;
class HeatmapView;
class SourceEdit;
class WordStrip;

/// Forced decoding: a translation that the user types, how probable each of its words is to the model, and where the
/// model looks for it.
class ForcePage : public AskingPage {
    Q_OBJECT
  public:
    explicit ForcePage(EngineClient* client, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void setSentence(const ShownSentence& sentence) override;
    void setMapStyle(const MapStyle& style) override;
    AttentionView* view() const override;

    WordStrip* strip() const { return strip_; }

  protected:
    void ask() override;
    void take(const TranslationPtr& translation) override;
    QString hint() const override;
    void retranslate() override;

  private:
    void typed(SourceEdit* edit);
    void askNow();
    QString text(const SourceEdit* edit) const;
    void point(int row);
    void updateTexts();

    SourceEdit *source_, *target_;
    QLabel *sourceLabel_, *targetLabel_, *perplexity_;
    WordStrip* strip_;
    ElidedLabel* readout_;
    HeatmapView* heatmap_;
    QTimer pause_;
    TranslationPtr shown_;
    bool isOwnSource_ = false, isOwnTarget_ = false; // typed by the user, not put in from the sentence above
    bool isPutting_ = false;
};

} // namespace zhuyi
