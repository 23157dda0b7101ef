#pragma once

#include "ui/training/CurveInfo.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QAction;
class QActionGroup;
class QLabel;
class QSlider;
class QToolButton;

namespace zhuyi {

class ExportButton;
class MenuButton;

/// What the user chooses of the training curves: which are drawn, over what, how smooth. It remembers the choices from
/// one start to the next.
class CurvesBar : public QWidget {
    Q_OBJECT
  public:
    explicit CurvesBar(QWidget* parent = nullptr);

    /// None as long as the user has chosen nothing: then it is for others to say what is fitting.
    const std::optional<std::set<PanelInfo::Id>>& chosenPanels() const { return chosen_; }
    void setPanelChecked(PanelInfo::Id panel, bool checked);
    bool isDetailed() const;
    Progression progression() const;
    bool isLogarithmic() const; // the values
    bool isProgressionLogarithmic() const;
    int smoothing() const; // steps; 1: none
    void setCanShowAll(bool can);

  Q_SIGNALS:
    void panelsChosen();
    void detailedChosen(bool detailed);
    void progressionChosen(zhuyi::Progression progression);
    void logarithmicChosen(bool logarithmic);
    void progressionLogarithmicChosen(bool logarithmic);
    void smoothingChosen(int steps);
    void showAllChosen();
    void pictureChosen();
    void numbersChosen();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void makeCurves();
    void makeAxes();
    void makeSmoothing();
    void choosePanels();
    void sayHowSmooth();
    void retranslate();

    MenuButton *curvesButton_, *axesButton_;
    std::vector<QAction*> panels_; // in the order of PanelInfo::all()
    QAction* detailed_;
    QActionGroup* progressions_; // in the order of Progression
    QAction *logarithmic_, *progressionLogarithmic_;
    QLabel *smoothingLabel_, *smoothingValue_;
    QSlider* smoothing_;
    QToolButton* all_;
    ExportButton* export_;
    std::optional<std::set<PanelInfo::Id>> chosen_;
};

} // namespace zhuyi
