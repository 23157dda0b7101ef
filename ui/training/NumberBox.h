#pragma once

#include <QDoubleSpinBox>

namespace zhuyi {

/// A spin box for settings from 1e-6 to 1,000, that shows no trailing zeros and steps by the number's own magnitude.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT
  public:
    explicit NumberBox(double least, double greatest, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    QValidator::State validate(QString& text, int& position) const override;
    double valueFromText(const QString& text) const override;
};

} // namespace zhuyi
