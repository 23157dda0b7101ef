#pragma once

#include "engine/session/Event.h"

#include <QString>

#include <optional>

namespace zhuyi {

/// What this program is, its licence, and what it stands on, with versions and licences; `engine` once it is ready.
QString aboutPage(const std::optional<EngineInfo>& engine);

} // namespace zhuyi
