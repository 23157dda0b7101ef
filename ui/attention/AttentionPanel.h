#pragma once

#include "engine/session/CorpusSummary.h"
#include "ui/attention/KeptMaps.h"
#include "ui/attention/ShownSentence.h"
#include "ui/attention/WatchedSentences.h"

#include <QWidget>

#include <optional>
#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace zhuyi {

class AttentionView;
class EngineClient;
class FrameWriter;
struct Film;
class GoldBox;
class HeatmapPage;
class HeatmapView;
class MapMenus;
class MapPage;
class PassingNote;
class RibbonPage;
class SentenceChooser;
class SentenceLines;
class SentencePage;
class Timeline;

/// The attention of the sentences that the user watches, as the model learns, and of what the translation box shows. A
/// sentence is chosen; how it is seen is a page of its own, see SentencePage.
class AttentionPanel : public QWidget {
    Q_OBJECT
  public:
    explicit AttentionPanel(EngineClient* client, QWidget* parent = nullptr);

    /// Adds a tab, behind those that are there.
    void addPage(SentencePage* page);
    void choosePage(SentencePage* page);

    HeatmapView* heatmap() const;
    /// What was kept for comparison; null while nothing is.
    HeatmapView* keptHeatmap() const;
    HeatmapPage* heatmapPage() const { return heatmaps_; }
    RibbonPage* ribbonPage() const { return ribbons_; }
    Timeline* timeline() const { return timeline_; }
    const ProbeList& probes() const { return sentences_->probes(); }

  public Q_SLOTS:
    /// Null: there is none any more.
    void showTranslation(zhuyi::TranslationPtr translation);
    void setSentences(const std::vector<zhuyi::SentencePair>& sentences);
    void pickSentences();
    /// Keeps the present maps of all sentences and shows each beside the live one of the same sentence.
    void keepForComparison();
    void endComparison();
    /// The moment of the timeline nearest to a training step; nothing: live.
    void showMoment(std::optional<std::int64_t> step);
    /// Lights up words of the translation in the box, where that is what is shown; −1 for none.
    void pointInTranslation(int row, int column);
    // Of what is in sight.
    void exportPicture();
    void exportNumbers();
    void exportFrames();
    void exportAnimation();

  Q_SIGNALS:
    /// The user looks at what the model saw at this step; nothing: at what it sees now.
    void momentChosen(std::optional<std::int64_t> step);
    /// The pointer came to words of the translation in the box; −1 for none.
    void pointedInTranslation(int row, int column);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void makeLayout();
    void connectParts();

    void showChosen();
    void updatePage();
    void updateMapStyle();
    void tell(const QString& sentence);
    ModelTitle modelTitle() const;
    ShownMap mapNow() const;
    std::optional<ShownMap> mapBefore() const;
    SentencePage* page() const;
    AttentionView* view() const;
    Film film() const;
    QString emptyText() const;
    void retranslate();

    EngineClient* client_;
    WatchedSentences* sentences_;
    ShownSentence shown_;

    SentenceChooser* chooser_;
    QToolButton* pickButton_;
    MapMenus* menus_;
    QTabBar* tabs_;
    QStackedWidget* pages_;
    GoldBox* gold_;
    HeatmapPage* heatmaps_;
    RibbonPage* ribbons_;
    Timeline* timeline_;
    SentenceLines* lines_;
    PassingNote* note_;
    FrameWriter* frames_;
    std::optional<KeptMaps> kept_;
};

} // namespace zhuyi
