#pragma once

#include <QObject>

class QWidget;

namespace zhuyi {

class EngineClient;

/// What the Help menu opens.
class HelpPages : public QObject {
    Q_OBJECT
  public:
    HelpPages(EngineClient* client, QWidget* window);

    void showHelp();
    void showAbout();

  private:
    EngineClient* client_;
    QWidget* window_;
};

} // namespace zhuyi
