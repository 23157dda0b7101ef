#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cmath>
#include <limits>
#include <string>

namespace zhuyi {

// What a cell of a table holds. NULL stands for what is not known, and is no empty text.

inline QVariant sqlNumber(double value) {
    return std::isfinite(value) ? QVariant(value) : QVariant();
}

inline double numberAt(const QSqlQuery& query, int column) {
    return query.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : query.value(column).toDouble();
}

inline QString sqlText(const QString& text) {
    return text.isNull() ? QStringLiteral("") : text;
}

inline QString sqlText(const std::string& utf8) {
    return sqlText(QString::fromStdString(utf8));
}

inline std::string textAt(const QSqlQuery& query, int column) {
    return query.value(column).toString().toStdString();
}

} // namespace zhuyi
