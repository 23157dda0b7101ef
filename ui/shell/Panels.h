#pragma once

#include <QMainWindow>

#include <functional>
#include <vector>

class QDockWidget;
class QSettings;

namespace zhuyi {

/// The panels as docks: each can be moved, torn off, hidden and brought back. An inner window, so that messages stand
/// between it and the toolbar.
class Panels : public QMainWindow {
    Q_OBJECT
  public:
    using Text = std::function<QString()>; // asked again when the language changes
    /// Where a panel lies at first; those of one place are tabs over each other.
    enum class Place { Upper, Lower, Side };
    enum class Arrangement { Overview, Attention, Training, Translation };
    enum class Shown { Always, OnRequest };

    explicit Panels(QWidget* parent = nullptr);

    /// The name, under which the panel's place is remembered, is that of the dock's object; without its "Dock" it is
    /// the section of Help that tells of the panel.
    QDockWidget* add(QWidget* panel, const char* name, Place place, const Text& title, Shown shown = Shown::Always);
    std::vector<QDockWidget*> docks() const;
    /// Whether the widget is in no panel that lies behind another. (To Qt these are visible, too.)
    bool isInSight(const QWidget* widget) const;
    QString titleOf(const QDockWidget* dock) const; // in the language of this moment

    void arrange(Arrangement arrangement);
    void bring(QDockWidget* dock);
    /// To the next panel in sight, or with -1 the one before.
    void focusNext(int direction);
    void focus(QDockWidget* dock);

    void save(QSettings& store) const;
    /// False where nothing fitting was remembered.
    bool restore(const QSettings& store);

  Q_SIGNALS:
    void helpAsked(const QString& section);

  private:
    struct Panel {
        QDockWidget* dock;
        Place place;
        Shown shown;
        Text title;
    };
    using Docks = QList<QDockWidget*>;
    Docks at(Place place) const;
    void stack(const Docks& docks, Qt::DockWidgetArea area, const Docks& hidden = {});
    QString names() const;

    std::vector<Panel> panels_;
};

} // namespace zhuyi
