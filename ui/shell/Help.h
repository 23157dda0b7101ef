#pragma once

#include <QObject>

class QDockWidget;
class QMenuBar;
class QUrl;
class QWidget;

namespace zhuyi {

class EngineClient;
class HelpPanel;
class Panels;

/// What the Help menu opens.
class Help : public QObject {
    Q_OBJECT
  public:
    Help(EngineClient* client, Panels* panels, QMenuBar* menus, QWidget* window);
    ~Help() override;

    /// Of the page on attention and the pictures; "" is its beginning.
    void showSection(const QString& section);
    /// The section on the panel that has the keyboard.
    void showContext();
    void showShortcuts();
    void showAbout();
    bool isInSight() const;

  public Q_SLOTS:
    /// `help:SECTION`, from a label anywhere.
    void openLink(const QUrl& link);

  private:
    EngineClient* client_;
    Panels* panels_;
    QMenuBar* menus_;
    QWidget* window_;
    HelpPanel* page_;
    QDockWidget* dock_;
};

} // namespace zhuyi
