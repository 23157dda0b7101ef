#include "ui/history/RunStore.h"

#include "ui/history/Database.h"
#include "ui/history/RunEndName.h"
#include "ui/history/RunReader.h"
#include "ui/history/RunTables.h"
#include "ui/history/SettingsText.h"
#include "ui/history/SqlValue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace zhuyi {

RunStore::RunStore(const QString& folder) : folder_(folder) {
    if (!QDir().mkpath(modelFolder(folder)) || !QFileInfo(folder).isWritable())
        throw StoreFailure(StoreFailure::Kind::FolderUnwritable, folder);
    database_ = std::make_unique<Database>(file(folder));
    makeRunTables(*database_);
}

RunStore::~RunStore() = default;

// Writing down a run

qint64 RunStore::begin(const RunInfo& run) {
    return database_
        ->query(QStringLiteral(
                    "INSERT INTO runs (name, note, origin, built_in, corpus_path, dev_path, alignments_path, "
                    "dev_alignments_path, one_based, pairs, settings, minutes, program, process, began, ended, "
                    "end, parameters, step, seconds, model, checkpoint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                {sqlText(run.name),
                 sqlText(run.note),
                 sqlText(run.origin),
                 run.corpus.builtIn,
                 sqlText(run.corpus.path),
                 sqlText(run.corpus.devPath),
                 sqlText(run.corpus.alignmentsPath),
                 sqlText(run.corpus.devAlignmentsPath),
                 run.corpus.oneBased,
                 run.pairs,
                 settingsText(run.settings),
                 run.minutes,
                 sqlText(run.program),
                 run.process,
                 run.began.toMSecsSinceEpoch(),
                 run.ended.isValid() ? QVariant(run.ended.toMSecsSinceEpoch()) : QVariant(),
                 runEndName(run.end),
                 run.parameters,
                 run.step,
                 run.seconds,
                 sqlText(run.model),
                 sqlText(run.checkpoint)})
        .lastInsertId()
        .toLongLong();
}

qint64 RunStore::goOn(const QString& checkpoint, qint64 step) {
    qint64 id = 0;
    database_->inTransaction([&] {
        auto found = database_->query(
            QStringLiteral("SELECT id FROM runs WHERE checkpoint = ? ORDER BY id DESC LIMIT 1"), {sqlText(checkpoint)});
        if (!found.next())
            return;
        id = found.value(0).toLongLong();
        found.finish();
        database_->query(
            QStringLiteral("UPDATE runs SET ended = NULL, end = '', process = ?, deleted = NULL WHERE id = ?"),
            {QCoreApplication::applicationPid(), id});
        // What came after the checkpoint comes again.
        for (const char* table : {"steps", "validations", "samples", "rate_changes"})
            database_->query(QStringLiteral("DELETE FROM %1 WHERE run = ? AND step > ?").arg(QLatin1String(table)),
                             {id, step});
    });
    return id;
}

void RunStore::addSteps(qint64 id, const std::vector<StepReport>& points, bool anew) {
    database_->inTransaction([&] {
        if (anew)
            database_->query(QStringLiteral("DELETE FROM steps WHERE run = ?"), {id});
        insertSteps(id, points);
        if (!points.empty())
            database_->query(
                QStringLiteral("UPDATE runs SET step = max(step, ?), seconds = max(seconds, ?) WHERE id = ?"),
                {qint64(points.back().step), points.back().seconds, id});
    });
}

void RunStore::insertSteps(qint64 id, const std::vector<StepReport>& points) {
    database_->queryEach(QStringLiteral("INSERT OR REPLACE INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                         points.size(), [&](std::size_t row) -> QVariantList {
                             const StepReport& point = points[row];
                             return {id,
                                     qint64(point.step),
                                     qint64(point.epoch),
                                     qint64(point.stepInEpoch),
                                     qint64(point.stepsInEpoch),
                                     sqlNumber(point.seconds),
                                     sqlNumber(point.trainLoss),
                                     sqlNumber(point.gradientNorm),
                                     sqlNumber(point.learningRate),
                                     sqlNumber(point.tokensPerSecond)};
                         });
}

void RunStore::addValidation(qint64 id, const ValidationReport& report) {
    database_->inTransaction([&] { insertValidation(id, report); });
}

void RunStore::insertValidation(qint64 id, const ValidationReport& report) {
    const auto alignment = [&](double AlignmentScore::*member) {
        return report.alignment ? sqlNumber((*report.alignment).*member) : QVariant();
    };
    const QVariant bleu = report.bleu ? sqlNumber(*report.bleu) : QVariant();
    database_->query(
        QStringLiteral("INSERT OR REPLACE INTO validations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {id, qint64(report.step), qint64(report.epoch), sqlNumber(report.seconds), sqlNumber(report.trainLoss),
         sqlNumber(report.devLoss), sqlNumber(report.perplexity), sqlNumber(report.tokenAccuracy), bleu,
         alignment(&AlignmentScore::errorRate), alignment(&AlignmentScore::precision),
         alignment(&AlignmentScore::recall), sqlNumber(report.learningRate), sqlNumber(report.tokensPerSecond),
         report.best, report.endOfEpoch});
    for (std::size_t place = 0; place < report.samples.size(); ++place) {
        const DevSample& sample = report.samples[place];
        database_->query(QStringLiteral("INSERT OR REPLACE INTO samples VALUES (?, ?, ?, ?, ?, ?)"),
                         {id, qint64(report.step), qint64(place), sqlText(sample.source), sqlText(sample.reference),
                          sqlText(sample.translation)});
    }
    database_->query(QStringLiteral("UPDATE runs SET step = max(step, ?), seconds = max(seconds, ?) WHERE id = ?"),
                     {qint64(report.step), report.seconds, id});
    if (!report.best)
        return;
    const std::pair<const char*, QVariant> metrics[] = {{"dev_loss", sqlNumber(report.devLoss)},
                                                        {"perplexity", sqlNumber(report.perplexity)},
                                                        {"token_accuracy", sqlNumber(report.tokenAccuracy)},
                                                        {"bleu", bleu},
                                                        {"aer", alignment(&AlignmentScore::errorRate)}};
    for (const auto& [name, value] : metrics)
        database_->query(QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?)"),
                         {id, QString::fromLatin1(name), value});
}

void RunStore::addRateChange(qint64 id, const LearningRateSet& change) {
    database_->query(QStringLiteral("INSERT OR REPLACE INTO rate_changes VALUES (?, ?, ?)"),
                     {id, qint64(change.step), change.learningRate});
}

void RunStore::setLengths(qint64 id, const std::vector<LengthScore>& scores) {
    database_->inTransaction([&] {
        database_->query(QStringLiteral("DELETE FROM lengths WHERE run = ?"), {id});
        for (const LengthScore& score : scores)
            database_->query(QStringLiteral("INSERT INTO lengths VALUES (?, ?, ?, ?, ?, ?)"),
                             {id, qint64(score.shortest), qint64(score.longest), qint64(score.pairs),
                              sqlNumber(score.bleu), sqlNumber(score.tokenAccuracy)});
    });
}

void RunStore::setModel(qint64 id, const QString& file) {
    database_->query(QStringLiteral("UPDATE runs SET model = ? WHERE id = ?"), {sqlText(file), id});
}

void RunStore::end(qint64 id, RunEnd end, const ModelSummary& model) {
    database_->inTransaction([&] {
        database_->query(QStringLiteral("UPDATE runs SET end = ?, ended = ? WHERE id = ?"),
                         {runEndName(end), QDateTime::currentMSecsSinceEpoch(), id});
        for (const auto& [name, value] : model.metrics)
            database_->query(QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?)"),
                             {id, sqlText(name), sqlNumber(value)});
    });
}

void RunStore::add(const RunInfo& run, const RunSeries& series) {
    database_->inTransaction([&] {
        const qint64 id = begin(run);
        insertSteps(id, series.steps);
        for (const ValidationReport& report : series.validations)
            insertValidation(id, report);
        for (const LearningRateSet& change : series.rateChanges)
            addRateChange(id, change);
        for (const auto& [name, value] : run.metrics)
            database_->query(QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?)"),
                             {id, sqlText(name), sqlNumber(value)});
    });
}

// What the user does with it

void RunStore::rename(qint64 id, const QString& name) {
    database_->query(QStringLiteral("UPDATE runs SET name = ? WHERE id = ?"), {sqlText(name), id});
}

void RunStore::setNote(qint64 id, const QString& note) {
    database_->query(QStringLiteral("UPDATE runs SET note = ? WHERE id = ?"), {sqlText(note), id});
}

void RunStore::setDeleted(const std::vector<qint64>& ids, bool deleted) {
    database_->inTransaction([&] {
        for (const qint64 id : ids)
            database_->query(QStringLiteral("UPDATE runs SET deleted = ? WHERE id = ?"),
                             {deleted ? QVariant(QDateTime::currentMSecsSinceEpoch()) : QVariant(), id});
    });
}

// Reading

std::vector<RunInfo> RunStore::runs() {
    return readRuns(*database_);
}

std::optional<RunInfo> RunStore::run(qint64 id) {
    return readRun(*database_, id);
}

RunSeries RunStore::series(const RunInfo& run) {
    return readSeries(*database_, run);
}

bool RunStore::hasOrigin(const QString& folder) {
    return database_->query(QStringLiteral("SELECT 1 FROM runs WHERE origin = ?"), {sqlText(folder)}).next();
}

qint64 RunStore::version() {
    auto found = database_->query(QStringLiteral("PRAGMA data_version"));
    return found.next() ? found.value(0).toLongLong() : 0;
}

// Tidying up

void RunStore::removeFiles(qint64 id) {
    auto found = database_->query(QStringLiteral("SELECT origin, model FROM runs WHERE id = ?"), {id});
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
        auto found = database_->query(sql, values);
        while (found.next())
            ids.push_back(found.value(0).toLongLong());
        return ids;
    };
    const qint64 yesterday = QDateTime::currentDateTime().addDays(-1).toMSecsSinceEpoch();
    for (const qint64 id : idsOf(QStringLiteral("SELECT id FROM runs WHERE deleted < ?"), {yesterday})) {
        removeFiles(id);
        database_->query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {id});
    }
    const auto surplus =
        idsOf(QStringLiteral("SELECT id FROM runs WHERE model <> '' AND origin = '' AND name = '' AND note = "
                             "'' AND deleted IS NULL ORDER BY began DESC, id DESC LIMIT -1 OFFSET ?"),
              {mostModels});
    for (const qint64 id : surplus) {
        removeFiles(id);
        database_->query(QStringLiteral("UPDATE runs SET model = '' WHERE id = ?"), {id});
    }
}

} // namespace zhuyi
