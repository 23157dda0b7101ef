#include "ui/history/RunTables.h"

#include "ui/history/Database.h"

namespace zhuyi {

namespace {

constexpr int schema = 1; // PRAGMA user_version

const char* const tables[] = {
    R"(CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
        origin TEXT NOT NULL DEFAULT '', built_in INTEGER NOT NULL, corpus_path TEXT NOT NULL, dev_path TEXT NOT NULL,
        alignments_path TEXT NOT NULL, dev_alignments_path TEXT NOT NULL, one_based INTEGER NOT NULL,
        pairs INTEGER NOT NULL, settings TEXT NOT NULL, minutes REAL NOT NULL, program TEXT NOT NULL,
        process INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER, end TEXT NOT NULL DEFAULT '',
        parameters INTEGER NOT NULL, step INTEGER NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0,
        model TEXT NOT NULL DEFAULT '', checkpoint TEXT NOT NULL DEFAULT '', deleted INTEGER))",
    "CREATE UNIQUE INDEX run_origin ON runs (origin) WHERE origin <> ''",
    R"(CREATE TABLE metrics (
        run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, value REAL,
        PRIMARY KEY (run, name)) WITHOUT ROWID)",
    R"(CREATE TABLE steps (
        run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, epoch INTEGER NOT NULL,
        step_in_epoch INTEGER NOT NULL, steps_in_epoch INTEGER NOT NULL, seconds REAL, train_loss REAL,
        gradient_norm REAL, learning_rate REAL, tokens_per_second REAL,
        PRIMARY KEY (run, step)) WITHOUT ROWID)",
    R"(CREATE TABLE validations (
        run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, epoch INTEGER NOT NULL,
        seconds REAL, train_loss REAL, dev_loss REAL, perplexity REAL, token_accuracy REAL, bleu REAL, aer REAL,
        alignment_precision REAL, alignment_recall REAL, learning_rate REAL, tokens_per_second REAL,
        best INTEGER NOT NULL, end_of_epoch INTEGER NOT NULL,
        PRIMARY KEY (run, step)) WITHOUT ROWID)",
    R"(CREATE TABLE samples (
        run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, place INTEGER NOT NULL,
        source TEXT NOT NULL, reference TEXT NOT NULL, translation TEXT NOT NULL,
        PRIMARY KEY (run, step, place)) WITHOUT ROWID)",
    R"(CREATE TABLE rate_changes (
        run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, learning_rate REAL NOT NULL,
        PRIMARY KEY (run, step)) WITHOUT ROWID)",
    R"(CREATE TABLE lengths (
        run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, shortest INTEGER NOT NULL, longest INTEGER NOT NULL,
        pairs INTEGER NOT NULL, bleu REAL, token_accuracy REAL,
        PRIMARY KEY (run, shortest)) WITHOUT ROWID)",
};

} // namespace

void makeRunTables(Database& database) {
    database.inTransaction([&] { // two windows may be the first at once
        auto version = database.query(QStringLiteral("PRAGMA user_version"));
        version.next();
        const int found = version.value(0).toInt();
        version.finish();
        if (found > schema)
            throw StoreFailure(StoreFailure::Kind::TooNew, database.file());
        if (found == schema)
            return;
        for (const char* table : tables)
            database.query(QString::fromLatin1(table));
        database.query(QStringLiteral("PRAGMA user_version = %1").arg(schema));
    });
}

} // namespace zhuyi
