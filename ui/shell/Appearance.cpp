#include "ui/shell/Appearance.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>
#include <QTranslator>

#include <utility>

namespace zhuyi {

namespace {

struct Colours {
    QRgb window, base, alternate, text, quiet, disabled, button, border, accent, onAccent, link;
};

constexpr Colours light = {0xfff3f4f6, 0xffffffff, 0xfff6f8fa, 0xff1c2128, 0xff5f6670, 0xff767d87,
                           0xfffafbfc, 0xffb9c0c9, 0xff1f66b8, 0xffffffff, 0xff1a5fb4};
constexpr Colours dark = {0xff23272d, 0xff1a1d22, 0xff20242a, 0xffe3e6ea, 0xff9aa2ac, 0xff858c96,
                          0xff2f343c, 0xff12151a, 0xff4d94e6, 0xff0c1117, 0xff7ab2f5};

QPalette paletteOf(const Colours& c) {
    QPalette palette{QColor(c.button), QColor(c.window)};
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::Light, c.button); // Fusion's lines beside bars, glaring where it is lighter
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Mid, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabled);
    return palette;
}

constexpr int buttonMargin = 12; // pixels beside the text of a button

class Style : public QProxyStyle {
  public:
    Style() : QProxyStyle(QStringLiteral("Fusion")) { setObjectName(QStringLiteral("zhuyi")); }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        // Fusion's outline is darker than the window, which on a dark one can't be seen.
        const QColor text = option->palette.color(QPalette::WindowText);
        if (element != PE_IndicatorCheckBox || text.lightness() < 128)
            return;
        painter->save();
        painter->setPen(QColor(text.red(), text.green(), text.blue(), 110));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
        // Room for the edge of a panel that is torn off, wide enough to take hold of.
        return metric == PM_DockWidgetFrameWidth ? 3 : QProxyStyle::pixelMetric(metric, option, widget);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        // Fusion leaves a long text no room between it and the button's edge.
        return type == CT_PushButton ? size.expandedTo({contents.width() + 2 * buttonMargin, 0}) : size;
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

bool desktopIsDark() {
    QApplication::setPalette(QPalette()); // what the platform says, without ours
    const QPalette desktop = QApplication::palette();
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
}

} // namespace

QString themeName(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    default:
        return QStringLiteral("desktop");
    }
}

Theme themeNamed(const QString& name) {
    for (const Theme theme : {Theme::Light, Theme::Dark})
        if (name == themeName(theme))
            return theme;
    return Theme::Desktop;
}

void applyTheme(Theme theme) {
    static bool styled = false;
    if (!std::exchange(styled, true))
        QApplication::setStyle(new Style);
    const bool isDark = theme == Theme::Dark || (theme == Theme::Desktop && desktopIsDark());
    QApplication::setPalette(paletteOf(isDark ? dark : light));
}

QString accentStyle() {
    const QPalette colours = QApplication::palette();
    const QColor accent = colours.color(QPalette::Highlight);
    return QStringLiteral("QAbstractButton { background: %1; color: %2; border: 1px solid %1; border-radius: 4px;"
                          " padding: 4px 14px 4px 10px; font-weight: 600; }"
                          "QAbstractButton:hover, QAbstractButton:focus { background: %3; border-color: %3; }"
                          "QAbstractButton:pressed { background: %4; }"
                          "QAbstractButton:disabled { background: %5; color: %6; border-color: %5; }")
        .arg(accent.name(), colours.color(QPalette::HighlightedText).name(), accent.lighter(112).name(),
             accent.darker(115).name(), colours.color(QPalette::Disabled, QPalette::Highlight).name(),
             colours.color(QPalette::Disabled, QPalette::HighlightedText).name());
}

namespace {

/// What Qt 6.4 says in its file dialogs and has no Chinese for: its translation knows it under an older name. And the
/// size of a file, for which it takes the word for a volume.
[[maybe_unused]] constexpr const char* untranslatedByQt[] = {QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
                                                             QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
                                                             QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
                                                             QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown")};

} // namespace

void applyLanguage(const QString& language) {
    static QTranslator own, qt;
    const QLocale system = QLocale::system();
    const bool chinese = language.isEmpty() ? system.language() == QLocale::Chinese : language == QLatin1String("zh");
    const auto wanted = chinese ? QLocale::Chinese : QLocale::English;
    QLocale::setDefault(
        system.language() == wanted ? system : QLocale(wanted, chinese ? QLocale::China : QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&qt);
    if (!chinese)
        return;
    if (qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    if (own.load(QStringLiteral(":/i18n/zhuyi_zh_CN.qm")))
        QCoreApplication::installTranslator(&own);
}

QString currentLanguage() {
    return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

} // namespace zhuyi
