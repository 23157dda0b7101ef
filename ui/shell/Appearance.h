#pragma once

#include <QString>

namespace zhuyi {

/// Light or dark: as the desktop's palette is, or as chosen.
enum class Theme { Desktop, Light, Dark };

/// Their names in the stored settings.
QString themeName(Theme theme);
Theme themeNamed(const QString& name);

/// Fusion with a palette of our own.
void applyTheme(Theme theme);

/// A style sheet for the one button that should stand out, in the present palette.
QString accentStyle();

/// English or Simplified Chinese, with numbers and dates to match; "" as the system's locale is. Every widget gets a
/// LanguageChange.
void applyLanguage(const QString& language);

/// The language in use: "en" or "zh".
QString currentLanguage();

} // namespace zhuyi
