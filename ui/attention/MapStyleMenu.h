#pragma once

#include "ui/attention/MapStyle.h"

#include <QMenu>

#include <vector>

class QActionGroup;

namespace zhuyi {

/// How attention is drawn, as a menu. What is chosen is remembered from one start to the next.
class MapStyleMenu : public QMenu {
    Q_OBJECT
  public:
    explicit MapStyleMenu(QWidget* parent = nullptr);

    /// All of the style that is chosen here: all but gold.
    MapStyle style() const;

  Q_SIGNALS:
    void chosen();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QAction* addCheck(const char* name);
    /// A submenu of which one action is checked; its data are their numbers.
    QMenu* addChoice(QActionGroup*& group, const char* key, const std::vector<const char*>& names);
    void retranslate();

    QAction *values_, *largest_, *statistics_;
    QMenu *colours_, *links_;
    QActionGroup *scales_, *linkColours_;
};

} // namespace zhuyi
