#include "ui/history/RunStore.h"

#include "ui/history/SettingsText.h"
#include "ui/training/RunSettingsDialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>

#include <atomic>
#include <cmath>
#include <limits>

namespace zhuyi {

namespace {

constexpr int schema = 1; // PRAGMA user_version

const char* const tables[] = {
    "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT '', note TEXT NOT NULL "
    "DEFAULT "
    "'', origin TEXT NOT NULL DEFAULT '', built_in INTEGER NOT NULL, corpus_path TEXT NOT NULL, dev_path TEXT NOT "
    "NULL, "
    "alignments_path TEXT NOT NULL, dev_alignments_path TEXT NOT NULL, one_based INTEGER NOT NULL, pairs INTEGER NOT "
    "NULL, "
    "settings TEXT NOT NULL, minutes REAL NOT NULL, program TEXT NOT NULL, process INTEGER NOT NULL, began INTEGER NOT "
    "NULL, ended INTEGER, end TEXT NOT NULL DEFAULT '', parameters INTEGER NOT NULL, step INTEGER NOT NULL DEFAULT 0, "
    "seconds REAL NOT NULL DEFAULT 0, model TEXT NOT NULL DEFAULT '', checkpoint TEXT NOT NULL DEFAULT '', deleted "
    "INTEGER)",
    "CREATE UNIQUE INDEX run_origin ON runs (origin) WHERE origin <> ''",
    "CREATE TABLE metrics (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, name TEXT NOT NULL, value REAL, "
    "PRIMARY "
    "KEY (run, name)) WITHOUT ROWID",
    "CREATE TABLE steps (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, epoch INTEGER "
    "NOT "
    "NULL, step_in_epoch INTEGER NOT NULL, steps_in_epoch INTEGER NOT NULL, seconds REAL, train_loss REAL, "
    "gradient_norm "
    "REAL, learning_rate REAL, tokens_per_second REAL, PRIMARY KEY (run, step)) WITHOUT ROWID",
    "CREATE TABLE validations (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, epoch "
    "INTEGER "
    "NOT NULL, seconds REAL, train_loss REAL, dev_loss REAL, perplexity REAL, token_accuracy REAL, bleu REAL, aer "
    "REAL, "
    "alignment_precision REAL, alignment_recall REAL, learning_rate REAL, tokens_per_second REAL, best INTEGER NOT "
    "NULL, "
    "end_of_epoch INTEGER NOT NULL, PRIMARY KEY (run, step)) WITHOUT ROWID",
    "CREATE TABLE samples (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, place "
    "INTEGER NOT "
    "NULL, source TEXT NOT NULL, reference TEXT NOT NULL, translation TEXT NOT NULL, PRIMARY KEY (run, step, place)) "
    "WITHOUT ROWID",
    "CREATE TABLE rate_changes (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, step INTEGER NOT NULL, "
    "learning_rate "
    "REAL NOT NULL, PRIMARY KEY (run, step)) WITHOUT ROWID",
    "CREATE TABLE lengths (run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, shortest INTEGER NOT NULL, longest "
    "INTEGER "
    "NOT NULL, pairs INTEGER NOT NULL, bleu REAL, token_accuracy REAL, PRIMARY KEY (run, shortest)) WITHOUT ROWID",
};

constexpr std::pair<RunEnd, const char*> endNames[] = {
    {RunEnd::Completed, "completed"},     {RunEnd::TimeUp, "time_up"}, {RunEnd::Stopped, "stopped"},
    {RunEnd::Interrupted, "interrupted"}, {RunEnd::Failed, "failed"},  {RunEnd::CutOff, "cut_off"}};

QString endName(RunEnd end) {
    for (const auto& [value, name] : endNames)
        if (value == end)
            return QString::fromLatin1(name);
    return {};
}

RunEnd endNamed(const QString& text) {
    for (const auto& [value, name] : endNames)
        if (text == QLatin1String(name))
            return value;
    return RunEnd::Running;
}

/// The number of a process may have gone to another program since.
bool isRunning(qint64 process) {
    return QFileInfo(QStringLiteral("/proc/%1/exe").arg(process)).symLinkTarget() ==
           QCoreApplication::applicationFilePath();
}

/// What is not known stands as NULL.
QVariant number(double value) {
    return std::isfinite(value) ? QVariant(value) : QVariant();
}

double numberAt(const QSqlQuery& query, int column) {
    return query.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : query.value(column).toDouble();
}

QString text(const std::string& utf8) {
    const QString converted = QString::fromStdString(utf8);
    return converted.isNull() ? QStringLiteral("") : converted; // NULL is something else
}

QString notNull(const QString& string) {
    return string.isNull() ? QStringLiteral("") : string;
}

} // namespace

RunStore::RunStore(const QString& folder) : folder_(folder) {
    static std::atomic<int> count = 0;
    connection_ = QStringLiteral("history%1").arg(++count);
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        throw StoreFailure(StoreFailure::Kind::DriverMissing, {});
    if (!QDir().mkpath(modelFolder(folder)) || !QFileInfo(folder).isWritable())
        throw StoreFailure(StoreFailure::Kind::FolderUnwritable, folder);
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
        database.setDatabaseName(file(folder));
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
        makeTables();
    } catch (const StoreFailure&) {
        QSqlDatabase::removeDatabase(connection_);
        throw;
    }
}

RunStore::~RunStore() {
    QSqlDatabase::database(connection_).close();
    QSqlDatabase::removeDatabase(connection_);
}

void RunStore::makeTables() {
    inTransaction([this] { // two windows may be the first at once
        auto version = query(QStringLiteral("PRAGMA user_version"));
        version.next();
        const int found = version.value(0).toInt();
        version.finish();
        if (found > schema)
            throw StoreFailure(StoreFailure::Kind::TooNew, file(folder_));
        if (found == schema)
            return;
        for (const char* table : tables)
            query(QString::fromLatin1(table));
        query(QStringLiteral("PRAGMA user_version = %1").arg(schema));
    });
}

QSqlQuery RunStore::query(const QString& sql, const QVariantList& values) {
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

void RunStore::inTransaction(const std::function<void()>& work) {
    query(QStringLiteral("BEGIN IMMEDIATE")); // at once, lest two that began by reading wait for each other
    try {
        work();
        query(QStringLiteral("COMMIT"));
    } catch (...) {
        QSqlQuery(QSqlDatabase::database(connection_)).exec(QStringLiteral("ROLLBACK"));
        throw;
    }
}

// Writing down a run

qint64 RunStore::begin(const RunInfo& run) {
    return query(QStringLiteral(
                     "INSERT INTO runs (name, note, origin, built_in, corpus_path, dev_path, alignments_path, "
                     "dev_alignments_path, one_based, pairs, settings, minutes, program, process, began, ended, "
                     "end, parameters, step, seconds, model, checkpoint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                     "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                 {notNull(run.name),
                  notNull(run.note),
                  notNull(run.origin),
                  run.corpus.builtIn,
                  text(run.corpus.path),
                  text(run.corpus.devPath),
                  text(run.corpus.alignmentsPath),
                  text(run.corpus.devAlignmentsPath),
                  run.corpus.oneBased,
                  run.pairs,
                  settingsText(run.settings),
                  run.minutes,
                  notNull(run.program),
                  run.process,
                  run.began.toMSecsSinceEpoch(),
                  run.ended.isValid() ? QVariant(run.ended.toMSecsSinceEpoch()) : QVariant(),
                  notNull(endName(run.end)),
                  run.parameters,
                  run.step,
                  run.seconds,
                  notNull(run.model),
                  notNull(run.checkpoint)})
        .lastInsertId()
        .toLongLong();
}

qint64 RunStore::goOn(const QString& checkpoint, qint64 step) {
    qint64 id = 0;
    inTransaction([&] {
        auto found = query(QStringLiteral("SELECT id FROM runs WHERE checkpoint = ? ORDER BY id DESC LIMIT 1"),
                           {notNull(checkpoint)});
        if (!found.next())
            return;
        id = found.value(0).toLongLong();
        found.finish();
        query(QStringLiteral("UPDATE runs SET ended = NULL, end = '', process = ?, deleted = NULL WHERE id = ?"),
              {QCoreApplication::applicationPid(), id});
        // What came after the checkpoint comes again.
        for (const char* table : {"steps", "validations", "samples"})
            query(QStringLiteral("DELETE FROM %1 WHERE run = ? AND step > ?").arg(QLatin1String(table)), {id, step});
    });
    return id;
}

void RunStore::addSteps(qint64 id, const std::vector<StepReport>& points, bool anew) {
    inTransaction([&] {
        if (anew)
            query(QStringLiteral("DELETE FROM steps WHERE run = ?"), {id});
        insertSteps(id, points);
        if (!points.empty())
            query(QStringLiteral("UPDATE runs SET step = max(step, ?), seconds = max(seconds, ?) WHERE id = ?"),
                  {qint64(points.back().step), points.back().seconds, id});
    });
}

void RunStore::insertSteps(qint64 id, const std::vector<StepReport>& points) {
    QSqlQuery insert(QSqlDatabase::database(connection_));
    bool isFine = insert.prepare(QStringLiteral("INSERT OR REPLACE INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const StepReport& point : points) {
        const QVariant values[] = {id,
                                   qint64(point.step),
                                   qint64(point.epoch),
                                   qint64(point.stepInEpoch),
                                   qint64(point.stepsInEpoch),
                                   number(point.seconds),
                                   number(point.trainLoss),
                                   number(point.gradientNorm),
                                   number(point.learningRate),
                                   number(point.tokensPerSecond)};
        for (const QVariant& value : values)
            insert.addBindValue(value);
        isFine = isFine && insert.exec();
    }
    if (!isFine)
        throw StoreFailure(StoreFailure::Kind::Database, insert.lastError().databaseText());
}

void RunStore::addValidation(qint64 id, const ValidationReport& report) {
    inTransaction([&] { insertValidation(id, report); });
}

void RunStore::insertValidation(qint64 id, const ValidationReport& report) {
    const auto alignment = [&](double AlignmentScore::*member) {
        return report.alignment ? number((*report.alignment).*member) : QVariant();
    };
    const QVariant bleu = report.bleu ? number(*report.bleu) : QVariant();
    query(QStringLiteral("INSERT OR REPLACE INTO validations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          {id, qint64(report.step), qint64(report.epoch), number(report.seconds), number(report.trainLoss),
           number(report.devLoss), number(report.perplexity), number(report.tokenAccuracy), bleu,
           alignment(&AlignmentScore::errorRate), alignment(&AlignmentScore::precision),
           alignment(&AlignmentScore::recall), number(report.learningRate), number(report.tokensPerSecond), report.best,
           report.endOfEpoch});
    for (std::size_t place = 0; place < report.samples.size(); ++place) {
        const DevSample& sample = report.samples[place];
        query(QStringLiteral("INSERT OR REPLACE INTO samples VALUES (?, ?, ?, ?, ?, ?)"),
              {id, qint64(report.step), qint64(place), text(sample.source), text(sample.reference),
               text(sample.translation)});
    }
    query(QStringLiteral("UPDATE runs SET step = max(step, ?), seconds = max(seconds, ?) WHERE id = ?"),
          {qint64(report.step), report.seconds, id});
    if (!report.best)
        return;
    const std::pair<const char*, QVariant> metrics[] = {{"dev_loss", number(report.devLoss)},
                                                        {"perplexity", number(report.perplexity)},
                                                        {"token_accuracy", number(report.tokenAccuracy)},
                                                        {"bleu", bleu},
                                                        {"aer", alignment(&AlignmentScore::errorRate)}};
    for (const auto& [name, value] : metrics)
        query(QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?)"),
              {id, QString::fromLatin1(name), value});
}

void RunStore::addRateChange(qint64 id, const LearningRateSet& change) {
    query(QStringLiteral("INSERT OR REPLACE INTO rate_changes VALUES (?, ?, ?)"),
          {id, qint64(change.step), change.learningRate});
}

void RunStore::setLengths(qint64 id, const std::vector<LengthScore>& scores) {
    inTransaction([&] {
        query(QStringLiteral("DELETE FROM lengths WHERE run = ?"), {id});
        for (const LengthScore& score : scores)
            query(QStringLiteral("INSERT INTO lengths VALUES (?, ?, ?, ?, ?, ?)"),
                  {id, qint64(score.shortest), qint64(score.longest), qint64(score.pairs), number(score.bleu),
                   number(score.tokenAccuracy)});
    });
}

void RunStore::setModel(qint64 id, const QString& file) {
    query(QStringLiteral("UPDATE runs SET model = ? WHERE id = ?"), {notNull(file), id});
}

void RunStore::end(qint64 id, RunEnd end, const ModelSummary& model) {
    inTransaction([&] {
        query(QStringLiteral("UPDATE runs SET end = ?, ended = ? WHERE id = ?"),
              {endName(end), QDateTime::currentMSecsSinceEpoch(), id});
        for (const auto& [name, value] : model.metrics)
            query(QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?)"), {id, text(name), number(value)});
    });
}

void RunStore::add(const RunInfo& run, const RunSeries& series) {
    inTransaction([&] {
        const qint64 id = begin(run);
        insertSteps(id, series.steps);
        for (const ValidationReport& report : series.validations)
            insertValidation(id, report);
        for (const LearningRateSet& change : series.rateChanges)
            addRateChange(id, change);
        for (const auto& [name, value] : run.metrics)
            query(QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?)"), {id, text(name), number(value)});
    });
}

// What the user does with it

void RunStore::rename(qint64 id, const QString& name) {
    query(QStringLiteral("UPDATE runs SET name = ? WHERE id = ?"), {notNull(name), id});
}

void RunStore::setNote(qint64 id, const QString& note) {
    query(QStringLiteral("UPDATE runs SET note = ? WHERE id = ?"), {notNull(note), id});
}

void RunStore::setDeleted(const std::vector<qint64>& ids, bool deleted) {
    inTransaction([&] {
        for (const qint64 id : ids)
            query(QStringLiteral("UPDATE runs SET deleted = ? WHERE id = ?"),
                  {deleted ? QVariant(QDateTime::currentMSecsSinceEpoch()) : QVariant(), id});
    });
}

// Reading

std::vector<RunInfo> RunStore::runs() {
    std::vector<RunInfo> runs;
    auto found =
        query(QStringLiteral("SELECT id, name, note, origin, built_in, corpus_path, dev_path, alignments_path, "
                             "dev_alignments_path, one_based, pairs, settings, minutes, program, process, began, "
                             "ended, end, parameters, step, seconds, model, checkpoint FROM runs WHERE deleted IS "
                             "NULL ORDER BY began DESC, id DESC"));
    while (found.next()) {
        RunInfo run;
        int column = 0;
        const auto next = [&] { return found.value(column++); };
        const auto nextText = [&] { return found.value(column++).toString().toStdString(); };
        run.id = next().toLongLong();
        run.name = next().toString();
        run.note = next().toString();
        run.origin = next().toString();
        run.corpus.builtIn = next().toBool();
        run.corpus.path = nextText();
        run.corpus.devPath = nextText();
        run.corpus.alignmentsPath = nextText();
        run.corpus.devAlignmentsPath = nextText();
        run.corpus.oneBased = next().toBool();
        run.pairs = next().toLongLong();
        run.settings = settingsFromText(next().toString());
        run.corpus.settings = run.settings;
        run.preset = RunSettingsDialog::presetNameOf(run.settings);
        run.minutes = next().toDouble();
        run.program = next().toString();
        run.process = next().toLongLong();
        run.began = QDateTime::fromMSecsSinceEpoch(next().toLongLong());
        const QVariant ended = next();
        if (!ended.isNull())
            run.ended = QDateTime::fromMSecsSinceEpoch(ended.toLongLong());
        run.end = endNamed(next().toString());
        if (run.end == RunEnd::Running && !isRunning(run.process))
            run.end = RunEnd::CutOff;
        run.parameters = next().toLongLong();
        run.step = next().toLongLong();
        run.seconds = next().toDouble();
        run.model = next().toString();
        run.checkpoint = next().toString();
        runs.push_back(run);
    }
    auto metrics = query(QStringLiteral("SELECT run, name, value FROM metrics WHERE value IS NOT NULL"));
    std::map<qint64, std::map<std::string, double>> metricsOfRun;
    while (metrics.next())
        metricsOfRun[metrics.value(0).toLongLong()][metrics.value(1).toString().toStdString()] =
            metrics.value(2).toDouble();
    for (RunInfo& run : runs)
        run.metrics = metricsOfRun[run.id];
    return runs;
}

RunSeries RunStore::series(const RunInfo& run) {
    RunSeries series;
    series.settings = run.settings;
    auto steps =
        query(QStringLiteral("SELECT step, epoch, step_in_epoch, steps_in_epoch, seconds, train_loss, "
                             "gradient_norm, learning_rate, tokens_per_second FROM steps WHERE run = ? ORDER BY step"),
              {run.id});
    while (steps.next()) {
        StepReport report;
        report.step = steps.value(0).toLongLong();
        report.epoch = steps.value(1).toLongLong();
        report.stepInEpoch = steps.value(2).toLongLong();
        report.stepsInEpoch = steps.value(3).toLongLong();
        report.epochs = run.settings.epochs;
        report.seconds = numberAt(steps, 4);
        report.trainLoss = numberAt(steps, 5);
        report.gradientNorm = numberAt(steps, 6);
        report.learningRate = numberAt(steps, 7);
        report.tokensPerSecond = numberAt(steps, 8);
        series.steps.push_back(report);
    }
    auto validations =
        query(QStringLiteral("SELECT step, epoch, seconds, train_loss, dev_loss, perplexity, token_accuracy, "
                             "bleu, aer, alignment_precision, alignment_recall, learning_rate, "
                             "tokens_per_second, best, end_of_epoch FROM validations WHERE run = ? ORDER BY step"),
              {run.id});
    std::map<std::int64_t, std::size_t> places;
    while (validations.next()) {
        ValidationReport report;
        report.step = validations.value(0).toLongLong();
        report.epoch = validations.value(1).toLongLong();
        report.seconds = numberAt(validations, 2);
        report.trainLoss = numberAt(validations, 3);
        report.devLoss = numberAt(validations, 4);
        report.perplexity = numberAt(validations, 5);
        report.tokenAccuracy = numberAt(validations, 6);
        if (!validations.isNull(7))
            report.bleu = validations.value(7).toDouble();
        if (!validations.isNull(8))
            report.alignment =
                AlignmentScore{validations.value(8).toDouble(), numberAt(validations, 9), numberAt(validations, 10)};
        report.learningRate = numberAt(validations, 11);
        report.tokensPerSecond = numberAt(validations, 12);
        report.best = validations.value(13).toBool();
        report.endOfEpoch = validations.value(14).toBool();
        places[report.step] = series.validations.size();
        series.validations.push_back(report);
    }
    auto samples =
        query(QStringLiteral("SELECT step, source, reference, translation FROM samples WHERE run = ? ORDER BY "
                             "step, place"),
              {run.id});
    while (samples.next())
        if (const auto place = places.find(samples.value(0).toLongLong()); place != places.end())
            series.validations[place->second].samples.push_back({samples.value(1).toString().toStdString(),
                                                                 samples.value(2).toString().toStdString(),
                                                                 samples.value(3).toString().toStdString()});
    auto rates =
        query(QStringLiteral("SELECT step, learning_rate FROM rate_changes WHERE run = ? ORDER BY step"), {run.id});
    while (rates.next())
        series.rateChanges.push_back({rates.value(0).toLongLong(), rates.value(1).toDouble()});
    auto lengths =
        query(QStringLiteral("SELECT shortest, longest, pairs, bleu, token_accuracy FROM lengths WHERE run = ? "
                             "ORDER BY shortest"),
              {run.id});
    while (lengths.next())
        series.byLength.push_back({lengths.value(0).toLongLong(), lengths.value(1).toLongLong(),
                                   lengths.value(2).toLongLong(), numberAt(lengths, 3), numberAt(lengths, 4)});
    return series;
}

bool RunStore::hasOrigin(const QString& folder) {
    return query(QStringLiteral("SELECT 1 FROM runs WHERE origin = ?"), {notNull(folder)}).next();
}

qint64 RunStore::version() {
    auto found = query(QStringLiteral("PRAGMA data_version"));
    return found.next() ? found.value(0).toLongLong() : 0;
}

// Tidying up

void RunStore::removeFiles(qint64 id) {
    auto found = query(QStringLiteral("SELECT origin, model FROM runs WHERE id = ?"), {id});
    if (!found.next())
        return;
    const QString origin = found.value(0).toString(), model = found.value(1).toString();
    found.finish();
    // Files of this program's own making alone: what the user saved elsewhere is none of the history's.
    if (!model.isEmpty() && QFileInfo(model).absolutePath() == QDir(modelFolder(folder_)).absolutePath())
        QFile::remove(model);
    if (!origin.isEmpty() && QFileInfo::exists(origin + QStringLiteral("/run.json"))) {
        QDir folder(origin);
        for (const char* name : {"model.zhuyi", "log.jsonl", "settings.txt", "run.json"})
            folder.remove(QString::fromLatin1(name));
        QDir().rmdir(origin); // unless something else lies there
    }
}

void RunStore::tidy() {
    const auto idsOf = [this](const QString& sql, const QVariantList& values) {
        std::vector<qint64> ids;
        auto found = query(sql, values);
        while (found.next())
            ids.push_back(found.value(0).toLongLong());
        return ids;
    };
    const qint64 yesterday = QDateTime::currentDateTime().addDays(-1).toMSecsSinceEpoch();
    for (const qint64 id : idsOf(QStringLiteral("SELECT id FROM runs WHERE deleted < ?"), {yesterday})) {
        removeFiles(id);
        query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {id});
    }
    const auto surplus =
        idsOf(QStringLiteral("SELECT id FROM runs WHERE model <> '' AND origin = '' AND name = '' AND note = "
                             "'' AND deleted IS NULL ORDER BY began DESC, id DESC LIMIT -1 OFFSET ?"),
              {mostModels});
    for (const qint64 id : surplus) {
        removeFiles(id);
        query(QStringLiteral("UPDATE runs SET model = '' WHERE id = ?"), {id});
    }
}

} // namespace zhuyi
