#pragma once

#include "engine/session/Event.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace zhuyi {

class EngineClient;

/// Saves the model at hand, knows whether it still has to be, and lets it go only when its user says so.
class ModelKeeper : public QObject {
    Q_OBJECT
  public:
    ModelKeeper(EngineClient* client, QWidget* window);

    bool isUnsaved() const { return isUnsaved_; }
    /// Into the file that it came from, else into one that the user names.
    void save();
    void askFile();
    /// Goes on at once where the model at hand is saved or untrained, else once the user has saved it or let it go.
    void whenModelMayGo(const QString& question, const QString& letGo, const std::function<void()>& then);
    /// `together`: the files of further models that translate together with it.
    void openModel(const QString& path, const QStringList& together);

  Q_SIGNALS:
    void unsavedChanged();

  private:
    void setUnsaved(bool unsaved);
    void takeFailure(const Failed& failure);
    void takeSaved();

    EngineClient* client_;
    QWidget* window_;
    bool isUnsaved_ = false, wasUnsaved_ = false; // the model at hand; the one before the run under way
    bool trains_ = false;
    std::function<void()> afterSave_;
};

} // namespace zhuyi
