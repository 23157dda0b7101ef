#pragma once

#include "ui/translation/AskingPage.h"

class QComboBox;
class QLabel;

namespace zhuyi {

class HeatmapView;

/// Beside the attention, how much each source word really moved each word of the translation.
class InfluencePage : public AskingPage {
    Q_OBJECT
  public:
    explicit InfluencePage(EngineClient* client, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void setSentence(const ShownSentence& sentence) override;
    void setMapStyle(const MapStyle& style) override;
    void setPointed(int row, int column) override;
    AttentionView* view() const override;

    HeatmapView* attention() const { return attention_; }
    HeatmapView* influence() const { return influence_; }

  Q_SIGNALS:
    /// The user wants to read on, in this part of the help.
    void helpWanted(const QString& anchor);

  protected:
    void ask() override;
    void take(const TranslationPtr& translation) override;
    void forget() override;
    void retranslate() override;

  private:
    void takeInfluence(const Explained& event);

    HeatmapView *attention_, *influence_;
    QComboBox* method_;
    QLabel *attentionTitle_, *influenceTitle_, *remark_;
    AttentionMapPtr map_; // of the sentence, which the influence is asked for
};

} // namespace zhuyi
