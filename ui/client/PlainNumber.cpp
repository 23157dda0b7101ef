#include "ui/client/PlainNumber.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr int leastExponent = -6;

struct Scientific {
    double mantissa = 0;
    int exponent = 0;
};

/// After rounding: 0.000999996 to three digits has the exponent −3.
Scientific rounded(double value, int digits) {
    const QString text = QString::number(value, 'e', digits - 1);
    return {text.section(QLatin1Char('e'), 0, 0).toDouble(), text.section(QLatin1Char('e'), 1).toInt()};
}

/// Decimals behind which there are but zeros.
int decimalsOf(double value, int digits) {
    const int most = std::max(0, digits - 1 - rounded(value, digits).exponent);
    const QString text = QString::number(value, 'f', most);
    int decimals = most;
    while (decimals > 0 && text[text.size() - 1 - (most - decimals)] == QLatin1Char('0'))
        --decimals;
    return decimals;
}

QString raised(int number) {
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = number < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(number)))
        text += digits[digit.digitValue()];
    return text;
}

} // namespace

QString plainNumber(double value, int digits, const QLocale& locale) {
    if (value == 0 || !std::isfinite(value))
        return locale.toString(value);
    const Scientific number = rounded(value, digits);
    if (number.exponent < leastExponent)
        return locale.toString(number.mantissa, 'g', digits) + QStringLiteral("×10") + raised(number.exponent);
    return locale.toString(value, 'f', decimalsOf(value, digits));
}

QString decimalNumber(double value, int digits) {
    return value == 0 || !std::isfinite(value) ? QString::number(value)
                                               : QString::number(value, 'f', decimalsOf(value, digits));
}

} // namespace zhuyi
