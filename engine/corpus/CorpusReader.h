#pragma once

#include "engine/corpus/Corpus.h"

#include <functional>
#include <string>

namespace zhuyi {

/// Called now and then with the share done (0–1); throws to give up.
using ProgressFunction = std::function<void(double share)>;

/// Reads tab-separated pairs, one a line, in either column order and with extra columns; which column is Chinese is
/// found by script. A line that cannot be used is dropped and counted by reason. `keepAll` keeps repeated pairs (a test
/// set given for evaluation is scored whole). Throws Failure (FileMissing, FileUnreadable, FileEmpty, FileBinary,
/// FileNotUtf8, SingleColumn, OneLanguage, NoPairsLeft).
Corpus readCorpus(const std::string& path, const ProgressFunction& progress, bool keepAll = false);

} // namespace zhuyi
