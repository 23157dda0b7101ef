#pragma once

#include "engine/corpus/CorpusReader.h"

#include <nlohmann/json.hpp>

#include <string>

namespace zhuyi {

/// Format, pairs, dropped by reason, lengths and vocabulary of a corpus under the default settings: what `zhuyi inspect`
/// prints. Throws what readCorpus and prepareCorpus throw.
nlohmann::json inspectCorpus(const std::string& path, const ProgressFunction& progress);

} // namespace zhuyi
