#include "ui/training/NumberBox.h"

#include "ui/client/PlainNumber.h"

#include <QRegularExpression>

namespace zhuyi {

namespace {

// As preset files write numbers, in every language.
const QRegularExpression& partialNumber() {
    static const QRegularExpression expression(QStringLiteral("^\\d*(\\.\\d*)?([eE][+-]?\\d*)?$"));
    return expression;
}

} // namespace

NumberBox::NumberBox(double least, double greatest, QWidget* parent) : QDoubleSpinBox(parent) {
    setDecimals(9); // of the stored value, not of what is shown
    setRange(least, greatest);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setLocale(QLocale::c());
}

QString NumberBox::textFromValue(double value) const {
    return decimalNumber(value, 6);
}

QValidator::State NumberBox::validate(QString& text, int&) const {
    if (!specialValueText().isEmpty() && text == specialValueText())
        return QValidator::Acceptable;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isNumber && value >= minimum() && value <= maximum())
        return QValidator::Acceptable;
    // Too large may still become 5e-4; what stays outside the range when the box is left gives way to the last value.
    return partialNumber().match(text).hasMatch() ? QValidator::Intermediate : QValidator::Invalid;
}

double NumberBox::valueFromText(const QString& text) const {
    return !specialValueText().isEmpty() && text == specialValueText() ? minimum() : text.toDouble();
}

} // namespace zhuyi
