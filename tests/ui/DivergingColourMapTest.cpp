#include "ui/attention/DivergingColourMap.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace zhuyi;

namespace {

using Triple = std::array<double, 3>;

double decoded(int byte) {
    const double x = byte / 255.0;
    return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
}

Triple linear(QRgb c) {
    return {decoded(qRed(c)), decoded(qGreen(c)), decoded(qBlue(c))};
}

double luminance(QRgb c) {
    const Triple l = linear(c);
    return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
}

Triple oklab(const Triple& c) {
    const auto& [r, g, b] = c;
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(const Triple& x, const Triple& y) {
    return std::hypot(x[0] - y[0], std::hypot(x[1] - y[1], x[2] - y[2]));
}

double distance(QRgb x, QRgb y) {
    return distance(oklab(linear(x)), oklab(linear(y)));
}

/// What dichromats see: Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB.
const std::array<std::array<Triple, 3>, 3> dichromacy = {{
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}, // protanopia
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}}, // deuteranopia
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}, // tritanopia
}};

Triple seen(const std::array<Triple, 3>& matrix, QRgb c) {
    const Triple l = linear(c);
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = std::clamp(matrix[i][0] * l[0] + matrix[i][1] * l[1] + matrix[i][2] * l[2], 0.0, 1.0);
    return result;
}

} // namespace

class DivergingColourMapTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void bothThemes_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void bothThemes() {
        QFETCH(bool, dark);
        const DivergingColourMap map(dark);
        const QRgb paper = dark ? qRgb(30, 31, 34) : qRgb(255, 255, 255);
        QVERIFY(distance(map.colour(0), paper) < 0.06);
        constexpr int steps = 12;
        double shortest = 9, longest = 0;
        for (const int sign : {-1, 1})
            for (int i = 0; i < steps; ++i) {
                const QRgb near = map.colour(sign * i / double(steps)),
                           far = map.colour(sign * (i + 1) / double(steps));
                shortest = std::min(shortest, distance(near, far));
                longest = std::max(longest, distance(near, far));
                QVERIFY(dark ? luminance(far) > luminance(near) : luminance(far) < luminance(near));
            }
        QVERIFY2(longest < 1.3 * shortest, qPrintable(QStringLiteral("%1 to %2").arg(shortest).arg(longest)));
        for (int i = -100; i <= 100; ++i) {
            const double cell = luminance(map.colour(i / 100.0)), ink = luminance(map.ink(i / 100.0).rgb());
            QVERIFY((std::max(cell, ink) + 0.05) / (std::min(cell, ink) + 0.05) >= 4.5);
        }
    }

    void neitherSignLooksStronger() {
        for (const bool dark : {false, true}) {
            const DivergingColourMap map(dark);
            for (int i = 1; i <= 10; ++i) {
                const double less = oklab(linear(map.colour(-i / 10.0)))[0],
                             more = oklab(linear(map.colour(i / 10.0)))[0];
                QVERIFY2(qAbs(less - more) < 0.06, qPrintable(QStringLiteral("%1 %2 %3").arg(i).arg(less).arg(more)));
            }
        }
    }

    void theSignIsSeenByEveryEye() {
        for (const bool dark : {false, true}) {
            const DivergingColourMap map(dark);
            // Far beyond what can just be told apart, about 0.02 in Oklab.
            for (int i = 3; i <= 10; ++i)
                for (const auto& matrix : dichromacy) {
                    const double apart =
                        distance(oklab(seen(matrix, map.colour(-i / 10.0))), oklab(seen(matrix, map.colour(i / 10.0))));
                    QVERIFY2(apart > 0.06, qPrintable(QStringLiteral("%1: %2").arg(i).arg(apart)));
                }
        }
    }

    void valuesOutsideTheScaleTakeItsEnds() {
        const DivergingColourMap map;
        QCOMPARE(map.colour(-7), map.colour(-1));
        QCOMPARE(map.colour(7), map.colour(1));
        QCOMPARE(map.colour(std::numeric_limits<double>::quiet_NaN()), map.colour(0));
        QVERIFY(map.colour(-1) != map.colour(1));
    }
};

QTEST_GUILESS_MAIN(DivergingColourMapTest)
#include "DivergingColourMapTest.moc"
