#pragma once

#include "engine/session/Event.h"
#include "ui/attention/KeptMaps.h"
#include "ui/attention/ProbeList.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace zhuyi {

class CaptionedHeatmap;
class ElidedLabel;
class EngineClient;
class HeatmapView;

/// The attention of the sentences that the user watches, re-drawn as the model learns, and of what the translation box
/// shows.
class AttentionPanel : public QWidget {
    Q_OBJECT
  public:
    explicit AttentionPanel(EngineClient* client, QWidget* parent = nullptr);

    HeatmapView* heatmap() const;
    /// What was kept for comparison; null while nothing is.
    HeatmapView* keptHeatmap() const;
    const ProbeList& probes() const { return probes_; }

  public Q_SLOTS:
    /// Null: there is none any more.
    void showTranslation(zhuyi::TranslationPtr translation);
    void setSentences(const std::vector<zhuyi::SentencePair>& sentences);
    void pickSentences();
    /// Keeps the present maps of all sentences and shows each beside the live one of the same sentence.
    void keepForComparison();
    void endComparison();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void takeCorpus(const std::shared_ptr<const CorpusSummary>& corpus);
    void takeModel(const ModelSummary& model);
    void takeReport(const ProbeReport& report);
    void watch();
    void fillChooser();
    void showChosen();
    void showKept();
    void updateTitles();
    void updateGold();
    void mirrorPointer(HeatmapView* from, HeatmapView* to);
    KeptMaps::Moment moment() const;
    static QString momentText(const KeptMaps::Moment& moment);
    int translationRow() const { return translation_ ? static_cast<int>(watched_.size()) : -1; }
    QString emptyText() const;
    void retranslate();

    EngineClient* client_;
    ProbeList probes_;
    bool sourceIsChinese_ = true, watchedFromChinese_ = true;
    std::string corpusPath_;            // whose sentences were offered last
    std::vector<SentencePair> watched_; // as posted
    std::uint64_t watchedId_ = 0;       // of the sentences watched_, whose reports count
    std::optional<ProbeReport> report_; // of watched_
    TranslationPtr translation_;

    QComboBox *chooser_, *colours_;
    QToolButton *pickButton_, *exportButton_;
    QToolButton *keepButton_, *endButton_;
    CaptionedHeatmap *live_, *before_;
    HeatmapView* heatmap_;
    ElidedLabel *own_, *reference_;
    QLabel* note_;
    QCheckBox *values_, *largest_, *gold_;
    std::optional<KeptMaps> kept_;
    int run_ = 0;           // since the window opened
    bool isOpened_ = false; // the model at hand, rather than trained here
    QAction *copy_, *picture_, *numbers_, *fit_;
};

} // namespace zhuyi
