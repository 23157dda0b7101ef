#pragma once

#include "ui/history/StoreFailure.h"

#include <QSqlQuery>
#include <QVariant>

#include <functional>

namespace zhuyi {

/// An SQLite file that stays whole, whoever is killed, and that several windows may have open. All that it does throws
/// StoreFailure. It belongs to the thread that made it.
class Database {
  public:
    /// Makes the file where there is none; its folder must be there.
    explicit Database(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QString file() const;
    /// Runs the statement with these values at its question marks.
    QSqlQuery query(const QString& sql, const QVariantList& values = {});
    /// Runs it once for each row; `valuesOf` gives the values of a row.
    void queryEach(const QString& sql, std::size_t rows, const std::function<QVariantList(std::size_t)>& valuesOf);
    /// All that `work` writes, or, where it throws, nothing of it.
    void inTransaction(const std::function<void()>& work);

  private:
    QString connection_;
};

} // namespace zhuyi
