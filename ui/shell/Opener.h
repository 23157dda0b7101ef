#pragma once

#include "engine/session/Command.h"
#include "engine/session/Event.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QWidget;

namespace zhuyi {

class EngineClient;
class MessageArea;
class MessageBar;

/// Brings corpora and models in: the file dialogs, the files opened before, and what is told on the way.
class Opener : public QObject {
    Q_OBJECT
  public:
    Opener(EngineClient* client, MessageArea* messages, QWidget* window);

    /// With which corpora are opened from now on.
    void setSettings(const Settings& settings) { settings_ = settings; }

    /// A model where the name ends in .zhuyi or .checkpoint, else a corpus, with the alignments that lie beside it. A
    /// corpus that is still being opened gives way to it.
    void openFile(const QString& path) { openFiles({path}); }
    /// Of several, all have to be models: they translate together.
    void openFiles(const QStringList& paths);
    void openBuiltIn();
    void askFile();
    void askModel();
    /// Asks for a file of true alignments and opens the corpus at hand with it.
    void askAlignments();
    void openWithoutAlignments();
    /// Whether there is a corpus of the user's own that alignments can be given to.
    bool canTakeAlignments() const;

    /// Newest first.
    static QStringList recentFiles();
    void remember(const QString& path);
    void clearRecent();

    /// The name of the file opened last.
    QString name() const { return name_; }

  Q_SIGNALS:
    void modelChosen(const QString& path, const QStringList& together);
    void recentChanged();

  private:
    void open(const OpenCorpus& command);
    void ask(const QString& title, const QStringList& filters);
    void takeProgress(const Progress& progress);
    void takeFailure(const Failed& failure);
    void takeCorpus();
    void endProgress();
    void goOn();

    EngineClient* client_;
    MessageArea* messages_;
    QWidget* window_;
    Settings settings_;
    QString name_;
    QPointer<MessageBar> progress_;
    std::function<void()> next_; // once the opening under way has ended
};

} // namespace zhuyi
