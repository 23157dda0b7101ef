#pragma once

#include <QLocale>
#include <QString>

namespace zhuyi {

/// A number to so many significant digits, as people write it: 0.00001, not 1e-05; 3.2×10⁻⁹ where it is below a
/// millionth.
QString plainNumber(double value, int digits, const QLocale& locale = QLocale());
/// The same with a point and without powers, as preset files and spin boxes read it.
QString decimalNumber(double value, int digits);

} // namespace zhuyi
