#pragma once

#include "ui/training/DrawnRun.h"
#include "ui/training/LengthCurve.h"
#include "ui/training/RunSeries.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;
class QStackedLayout;
class QToolButton;

namespace zhuyi {

class EmptyPage;
class EngineClient;
class ExportButton;
class Exporter;
class LengthPlot;
class PassingNote;
class RunLegend;

/// Why attention: how well models with and without it translate short and long sentences.
class LengthPanel : public QWidget {
    Q_OBJECT
  public:
    explicit LengthPanel(EngineClient* client, QWidget* parent = nullptr);

    LengthPlot* plot() const { return plot_; }

  public Q_SLOTS:
    void setCompared(const std::vector<zhuyi::RunSeries>& runs);
    void exportPicture();
    void exportNumbers();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    /// A model, as it was when it was measured.
    struct Subject {
        Settings settings;
        std::int64_t step = 0;
        bool operator==(const Subject& other) const { return step == other.step && settings == other.settings; }
    };
    struct Measured {
        Subject subject;
        std::vector<LengthScore> scores;
        bool isVisible = true;
    };
    Subject atHand() const;
    static QString nameOf(const Subject& subject);
    void measure();
    void take(const EvaluationReport& report);
    void updateCurves();
    void updateButtons();
    void updateEmptyText();
    void retranslate();
    std::vector<LengthCurve> curves() const;
    std::vector<DrawnRun> drawnRuns() const;

    EngineClient* client_;
    QStackedLayout* pages_;
    EmptyPage* empty_;
    PassingNote* note_;
    LengthPlot* plot_;
    RunLegend* legend_;
    QPushButton* measure_;
    QToolButton* forget_;
    ExportButton* exportButton_;
    Exporter* exporter_;
    std::vector<Measured> measured_;
    std::vector<LengthCurve> compared_;
    std::optional<Subject> underWay_; // being measured on this panel's request
};

} // namespace zhuyi
