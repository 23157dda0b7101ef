#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace zhuyi {

class Actions;
class EngineClient;
class Opener;
class RecentLinks;
class RunControl;

/// What a newcomer sees first: what this is, Start on the built-in corpus, and the ways to one's own files.
class WelcomePanel : public QWidget {
    Q_OBJECT
  public:
    WelcomePanel(EngineClient* client, Actions* actions, RunControl* run, Opener* opener, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void refresh();
    QString startNote() const;

    EngineClient* client_;
    Opener* opener_;
    QLabel *title_, *sentence_, *note_, *help_;
    RecentLinks* recent_;
    QPushButton *openOwn_, *openModel_;
};

} // namespace zhuyi
