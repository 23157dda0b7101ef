#pragma once

#include "app/DemoRun.h"
#include "app/DemoTexts.h"

#include <string>

namespace zhuyi {

/// A row for each target token, a column for each source token, the true links framed where they are known.
std::string heatmapSvg(const AttentionMap& map, Language language);

/// The same without words, small, to set beside others.
std::string thumbnailSvg(const AttentionMap& map, const std::string& title);

/// Training and dev loss over time, below them the token accuracy and, where it is known, the alignment error rate.
std::string curvesSvg(const DemoRun& run, Language language);

} // namespace zhuyi
