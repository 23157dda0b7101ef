#pragma once

#include "ui/attention/MapStyle.h"

#include <QList>
#include <QWidget>

#include <functional>

class QAction;
class QMenu;
class QToolButton;

namespace zhuyi {

class AttentionView;
class MapStyleMenu;

/// What can be done with the attention in sight, in three menus: how it is drawn, what it is compared with, export.
class MapMenus : public QWidget {
    Q_OBJECT
  public:
    /// `view`: the one in sight; null where there is none to draw or export.
    explicit MapMenus(std::function<AttentionView*()> view, QWidget* parent = nullptr);

    MapStyle mapStyle() const; // all of it but gold
    bool wantsDifference() const;
    /// For the context menu of a view.
    QList<QAction*> viewActions() const;

    struct State {
        bool hasMap = false;     // something to export
        bool canKeep = false;    // there are maps to keep for comparison
        bool isCompared = false; // something is held against something
        bool hasMoments = false; // more than now
    };
    void setState(const State& state);

  Q_SIGNALS:
    void mapStyleChosen();
    void keepChosen();
    void differenceChosen();
    void endChosen();
    void framesChosen();
    void animationChosen();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void makeComparison(QMenu* menu);
    /// An action that the view in sight carries out.
    QAction* addAct(QMenu* menu, void (AttentionView::*act)());
    void retranslate();

    std::function<AttentionView*()> view_;
    QToolButton *look_, *compare_, *export_;
    MapStyleMenu* style_;
    QAction *zoomIn_, *zoomOut_, *fit_;
    QAction *keep_, *difference_, *end_;
    QAction *copyPicture_, *copyNumbers_, *picture_, *numbers_, *frames_, *animation_;
};

} // namespace zhuyi
