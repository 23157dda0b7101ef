#pragma once

#include "engine/session/Settings.h"

#include <QString>

namespace zhuyi {

/// KEY=VALUE a line, as preset files have them.
QString settingsText(const Settings& settings);

/// What settingsText wrote; settings of another version of the program that this one lacks are left out.
Settings settingsFromText(const QString& text);

} // namespace zhuyi
