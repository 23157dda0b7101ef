#pragma once

#include "app/DemoRun.h"
#include "app/DemoTexts.h"

#include <string>

namespace zhuyi {

/// The page that tells a person of the run: one HTML file that needs no other, in both languages with a switch, `first`
/// shown first. It is well-formed XML too. `modelPath` is what the commands that it proposes name.
std::string demoReport(const DemoRun& run, Language first, const std::string& modelPath);

} // namespace zhuyi
