#include "ui/shell/Appearance.h"

#include <QAbstractFileIconProvider>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QPalette>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace zhuyi;

namespace {

/// As the Web Content Accessibility Guidelines define it.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class AppearanceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void wordsCanBeReadFromAProjector_data() {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }
    void wordsCanBeReadFromAProjector() {
        QFETCH(Theme, theme);
        applyTheme(theme);
        const QPalette palette = QApplication::palette();
        constexpr double enough = 4.5; // level AA
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
            for (const auto words : {QPalette::Text, QPalette::WindowText, QPalette::PlaceholderText, QPalette::Link})
                QVERIFY2(contrast(palette.color(words), palette.color(ground)) >= enough,
                         qPrintable(QString("%1 on %2: %3")
                                        .arg(words)
                                        .arg(ground)
                                        .arg(contrast(palette.color(words), palette.color(ground)))));
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= enough);
    }

    void fileDialogsAreInTheLanguageOfTheWindow() {
        const QAbstractFileIconProvider icons;
        applyLanguage("en");
        QCOMPARE(icons.type(QFileInfo(QDir::tempPath())), QString("Folder"));
        applyLanguage("zh");
        QCOMPARE(icons.type(QFileInfo(QDir::tempPath())), QString("文件夹"));
        QCOMPARE(icons.type(QFileInfo("/")), QString("驱动器"));
        applyLanguage("en");
    }
};

QTEST_MAIN(AppearanceTest)
#include "AppearanceTest.moc"
