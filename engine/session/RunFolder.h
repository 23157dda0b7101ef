#pragma once

#include <string>

/// A run as a plain folder, which `zhuyi train --record` writes and the window takes into its history:
///
///     settings.txt  the settings, KEY=VALUE a line
///     log.jsonl     what was measured, as --log writes it
///     model.zhuyi   the best model, once the run has ended with one
///     run.json      the rest, one object:
///         format      1; readers skip a folder of a greater one
///         program     version of the program
///         process     id of the process that writes the folder
///         started     UTC, as 2026-01-31T12:00:00Z
///         ended       the same; none while the run goes on, or where it was cut off
///         end         completed, time_up, interrupted or failed; with `ended`
///         message     why it failed; where `end` is failed
///         corpus      an object: absolute paths `path`, `dev`, `alignments`, `dev_alignments`, "" for none;
///                     `one_based`; the numbers `pairs`, `train_pairs`, `dev_pairs`, `test_pairs`
///         minutes     limit of the run; 0 for none
///         parameters, step, metrics  of the model; metrics under the names of the log
///         resumed     whether the run went on from a checkpoint
///         checkpoint  absolute path of the one that was left to go on from, "" for none
///
/// settings.txt and run.json are there from the start; every file but the log is replaced as a whole, and of the log a
/// last line that was cut off is to be skipped.
namespace zhuyi::RunFolder {

constexpr int format = 1;
constexpr const char* settingsFile = "settings.txt";
constexpr const char* logFile = "log.jsonl";
constexpr const char* modelFile = "model.zhuyi";
constexpr const char* recordFile = "run.json";

/// The folder of such folders: runs/ in $ZHUYI_DATA where that is set, else in the user's data folder,
/// $XDG_DATA_HOME/zhuyi or ~/.local/share/zhuyi. Empty where there is no home either.
std::string parent();

} // namespace zhuyi::RunFolder
