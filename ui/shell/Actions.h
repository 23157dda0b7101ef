#pragma once

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QWidget;

namespace zhuyi {

class EngineClient;
class ModelKeeper;
class Opener;
class RunControl;

/// What can be done from menus, toolbar and keyboard. What is enabled follows from EngineClient alone.
class Actions : public QObject {
    Q_OBJECT
  public:
    using Text = std::function<QString()>; // asked again when the language changes

    Actions(EngineClient* client, Opener* opener, ModelKeeper* keeper, RunControl* run, QWidget* window);

    /// One more: `text` with its mnemonic, `icon` a name under resources/icons or "".
    QAction* add(const Text& text, const std::function<void()>& triggered, const QKeySequence& shortcut = {},
                 const char* icon = "");
    /// The same, of which one is checked at a time; `group` owns them.
    QAction* addChoice(QActionGroup* group, const Text& text, const std::function<void()>& triggered);
    /// Of what there is nothing yet while there is no model.
    QAction* addForModel(const Text& text, const std::function<void()>& triggered);
    /// An action's tool tip with its shortcut.
    static QString withKey(const QString& text, const QAction* action);
    /// All that the start button may say.
    static QStringList startWords();

    QAction *open, *openBuiltIn, *openAlignments, *clearRecent, *save, *saveAs, *quit;
    QAction *start, *step, *stop, *editLearningRate, *editSettings;

  Q_SIGNALS:
    /// Texts, tool tips or what is enabled may have changed.
    void updated();

  private:
    void update();
    void updateOpening();
    void updateRun();
    QString startText() const;

    EngineClient* client_;
    Opener* opener_;
    RunControl* run_;
    QWidget* window_;
    std::vector<QAction*> forModel_;
};

} // namespace zhuyi
