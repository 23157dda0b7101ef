#pragma once

#include "engine/session/Event.h"
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

class ElidedLabel;
class EngineClient;
class HeatmapView;

/// The attention of the sentences that the user watches, re-drawn as the model learns, and of what the translation box
/// shows.
class AttentionPanel : public QWidget {
    Q_OBJECT
  public:
    explicit AttentionPanel(EngineClient* client, QWidget* parent = nullptr);

    HeatmapView* heatmap() const { return heatmap_; }
    const ProbeList& probes() const { return probes_; }

  public Q_SLOTS:
    /// Null: there is none any more.
    void showTranslation(zhuyi::TranslationPtr translation);
    void setSentences(const std::vector<zhuyi::SentencePair>& sentences);
    void pickSentences();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void takeCorpus(const std::shared_ptr<const CorpusSummary>& corpus);
    void takeModel(const ModelSummary& model);
    void takeReport(const ProbeReport& report);
    void watch();
    void fillChooser();
    void showChosen();
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
    HeatmapView* heatmap_;
    ElidedLabel *own_, *reference_;
    QLabel *step_, *note_;
    QCheckBox *values_, *largest_;
    QAction *copy_, *picture_, *numbers_, *fit_;
};

} // namespace zhuyi
