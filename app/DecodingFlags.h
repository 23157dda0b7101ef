#pragma once

#include "engine/session/DecodingOptions.h"

#include <CLI/CLI.hpp>

namespace zhuyi {

/// Gives a command a flag for each option of decoding: --beam, --length-penalty, …; their values are checked when the
/// command line is read. --n-best where `listsTranslations`.
void addDecodingFlags(CLI::App& command, DecodingOptions& options, bool listsTranslations);

} // namespace zhuyi
