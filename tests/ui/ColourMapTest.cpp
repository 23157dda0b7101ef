#include "ui/attention/ColourMap.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace zhuyi;

namespace {

double decoded(int byte) {
    const double x = byte / 255.0;
    return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
}

double luminance(QRgb c) {
    return 0.2126 * decoded(qRed(c)) + 0.7152 * decoded(qGreen(c)) + 0.0722 * decoded(qBlue(c));
}

std::array<double, 3> oklab(QRgb c) {
    const double r = decoded(qRed(c)), g = decoded(qGreen(c)), b = decoded(qBlue(c));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double difference(QRgb x, QRgb y) {
    const auto a = oklab(x), b = oklab(y);
    return std::hypot(a[0] - b[0], std::hypot(a[1] - b[1], a[2] - b[2]));
}

} // namespace

class ColourMapTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyMap_data() {
        QTest::addColumn<int>("scale");
        QTest::addColumn<bool>("dark");
        for (const ColourMap::Scale scale : ColourMap::scales())
            for (const bool dark : {false, true})
                QTest::addRow("%s %s", qPrintable(ColourMap::name(scale)), dark ? "dark" : "light")
                    << static_cast<int>(scale) << dark;
    }

    void everyMap() {
        QFETCH(int, scale);
        QFETCH(bool, dark);
        const ColourMap map(static_cast<ColourMap::Scale>(scale), dark);
        // 0 looks like the paper.
        const QRgb paper = dark ? qRgb(30, 31, 34) : qRgb(255, 255, 255);
        QVERIFY(difference(map.colour(0), paper) < 0.06);
        // Equal steps of the value are equal steps of colour, within what eight bits can show.
        constexpr int steps = 16;
        double shortest = 9, longest = 0;
        for (int i = 0; i < steps; ++i) {
            const QRgb low = map.colour(i / double(steps)), high = map.colour((i + 1) / double(steps));
            shortest = std::min(shortest, difference(low, high));
            longest = std::max(longest, difference(low, high));
            // Lightness alone tells the order.
            QVERIFY2(dark ? luminance(high) > luminance(low) : luminance(high) < luminance(low),
                     qPrintable(QString::number(i)));
        }
        QVERIFY2(longest < 1.25 * shortest, qPrintable(QStringLiteral("%1 to %2").arg(shortest).arg(longest)));
        // A value written on its colour can be read (WCAG 2: 4.5 : 1).
        for (int i = 0; i <= 100; ++i) {
            const double cell = luminance(map.colour(i / 100.0)), ink = luminance(map.ink(i / 100.0).rgb());
            QVERIFY((std::max(cell, ink) + 0.05) / (std::min(cell, ink) + 0.05) >= 4.5);
        }
    }

    void valuesOutsideTheScaleTakeItsEnds() {
        const ColourMap map;
        QCOMPARE(map.colour(-1), map.colour(0));
        QCOMPARE(map.colour(7), map.colour(1));
        QCOMPARE(map.colour(std::numeric_limits<double>::quiet_NaN()), map.colour(0));
        QVERIFY(map.colour(0) != map.colour(1));
    }
};

QTEST_GUILESS_MAIN(ColourMapTest)
#include "ColourMapTest.moc"
