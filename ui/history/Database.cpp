#include "ui/history/Database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>

#include <atomic>

namespace zhuyi {

Database::Database(const QString& file) {
    static std::atomic<int> count = 0;
    connection_ = QStringLiteral("history%1").arg(++count);
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        throw StoreFailure(StoreFailure::Kind::DriverMissing, {});
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000")); // another window may be writing
        if (!database.open())
            error = database.lastError().text();
    }
    try {
        if (!error.isEmpty())
            throw StoreFailure(StoreFailure::Kind::Database, error);
        query(QStringLiteral("PRAGMA foreign_keys = ON"));
        // Readers and a writer at once, and a kill leaves it whole. SQLite doesn't wait for its turn here, as it does
        // elsewhere.
        for (int attempt = 1;; ++attempt) {
            try {
                query(QStringLiteral("PRAGMA journal_mode = WAL"));
                break;
            } catch (const StoreFailure&) {
                if (attempt == 100)
                    throw;
                QThread::msleep(20);
            }
        }
        query(QStringLiteral("PRAGMA synchronous = NORMAL"));
    } catch (const StoreFailure&) {
        QSqlDatabase::removeDatabase(connection_);
        throw;
    }
}

Database::~Database() {
    QSqlDatabase::database(connection_).close();
    QSqlDatabase::removeDatabase(connection_);
}

QString Database::file() const {
    return QSqlDatabase::database(connection_).databaseName();
}

QSqlQuery Database::query(const QString& sql, const QVariantList& values) {
    QSqlQuery query(QSqlDatabase::database(connection_));
    query.setForwardOnly(true);
    bool isFine = query.prepare(sql);
    for (const QVariant& value : values)
        query.addBindValue(value);
    isFine = isFine && query.exec();
    if (!isFine)
        throw StoreFailure(StoreFailure::Kind::Database, query.lastError().databaseText());
    return query;
}

void Database::queryEach(const QString& sql, std::size_t rows,
                         const std::function<QVariantList(std::size_t)>& valuesOf) {
    QSqlQuery query(QSqlDatabase::database(connection_));
    bool isFine = query.prepare(sql);
    for (std::size_t row = 0; row < rows && isFine; ++row) {
        for (const QVariant& value : valuesOf(row))
            query.addBindValue(value);
        isFine = query.exec();
    }
    if (!isFine)
        throw StoreFailure(StoreFailure::Kind::Database, query.lastError().databaseText());
}

void Database::inTransaction(const std::function<void()>& work) {
    query(QStringLiteral("BEGIN IMMEDIATE")); // at once, lest two that began by reading wait for each other
    try {
        work();
        query(QStringLiteral("COMMIT"));
    } catch (...) {
        QSqlQuery(QSqlDatabase::database(connection_)).exec(QStringLiteral("ROLLBACK"));
        throw;
    }
}

} // namespace zhuyi
