#pragma once

#include "engine/session/Command.h"

#include <QDateTime>
#include <QString>

#include <map>
#include <string>

namespace zhuyi {

/// How a run came to its end; Running while it has not, CutOff where its program ended first.
enum class RunEnd { Running, CutOff, Completed, TimeUp, Stopped, Interrupted, Failed };

/// What the history knows of a run, its curves aside.
struct RunInfo {
    qint64 id = 0;
    QString name, note; // the user's
    QString origin;     // the folder that `zhuyi train --record` wrote; empty for a run of a window
    OpenCorpus corpus;  // how to open its corpus again
    qint64 pairs = 0;   // of that
    Settings settings;
    std::string preset; // whose settings these are, or ""
    double minutes = 0; // limit, 0: none
    QString program;    // version
    qint64 process = 0;
    QDateTime began, ended; // the latter null until then
    RunEnd end = RunEnd::Running;
    qint64 parameters = 0, step = 0;
    double seconds = 0;                    // of training and validation
    std::map<std::string, double> metrics; // of the best model, under the names of the log
    QString model, checkpoint;             // files; may have gone since

    /// Whether nothing of it has changed that may change.
    bool isSame(const RunInfo& other) const {
        return id == other.id && name == other.name && note == other.note && process == other.process &&
               ended == other.ended && end == other.end && step == other.step && seconds == other.seconds &&
               metrics == other.metrics && model == other.model && checkpoint == other.checkpoint;
    }
};

} // namespace zhuyi
