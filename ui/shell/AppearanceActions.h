#pragma once

#include <QObject>

class QAction;

namespace zhuyi {

class Actions;
enum class Theme;

/// The choice of theme and language, kept over the program's starts.
class AppearanceActions : public QObject {
    Q_OBJECT
  public:
    explicit AppearanceActions(Actions* actions, QWidget* window);

    QAction *desktopTheme, *lightTheme, *darkTheme;
    QAction *english, *chinese;

    void switchLanguage();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    static void setTheme(Theme theme);
    static void setLanguage(const QString& language);
};

} // namespace zhuyi
