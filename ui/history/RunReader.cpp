#include "ui/history/RunReader.h"

#include "ui/history/Database.h"
#include "ui/history/ProgramProcess.h"
#include "ui/history/RunEndName.h"
#include "ui/history/SettingsText.h"
#include "ui/history/SqlValue.h"
#include "ui/training/RunSettingsDialog.h"

#include <map>

namespace zhuyi {

namespace {

const QString allRuns = QStringLiteral("deleted IS NULL ORDER BY began DESC, id DESC");
const QString oneRun = QStringLiteral("deleted IS NULL AND id = ?");

/// Without their metrics.
std::vector<RunInfo> readInfos(Database& database, const QString& which, const QVariantList& values) {
    std::vector<RunInfo> runs;
    auto found = database.query(
        QStringLiteral("SELECT id, name, note, origin, built_in, corpus_path, dev_path, alignments_path, "
                       "dev_alignments_path, one_based, pairs, settings, minutes, program, process, began, ended, end, "
                       "parameters, step, seconds, model, checkpoint FROM runs WHERE ") +
            which,
        values);
    while (found.next()) {
        RunInfo run;
        int column = 0;
        const auto next = [&] { return found.value(column++); };
        const auto nextText = [&] { return textAt(found, column++); };
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
        run.end = runEndNamed(next().toString()).value_or(RunEnd::Running);
        if (run.end == RunEnd::Running && !isRunningHere(run.process))
            run.end = RunEnd::CutOff;
        run.parameters = next().toLongLong();
        run.step = next().toLongLong();
        run.seconds = next().toDouble();
        run.model = next().toString();
        run.checkpoint = next().toString();
        runs.push_back(run);
    }
    return runs;
}

std::vector<StepReport> readSteps(Database& database, const RunInfo& run) {
    std::vector<StepReport> steps;
    auto found = database.query(
        QStringLiteral("SELECT step, epoch, step_in_epoch, steps_in_epoch, seconds, train_loss, gradient_norm, "
                       "learning_rate, tokens_per_second FROM steps WHERE run = ? ORDER BY step"),
        {run.id});
    while (found.next()) {
        StepReport report;
        report.step = found.value(0).toLongLong();
        report.epoch = found.value(1).toLongLong();
        report.stepInEpoch = found.value(2).toLongLong();
        report.stepsInEpoch = found.value(3).toLongLong();
        report.epochs = run.settings.epochs;
        report.seconds = numberAt(found, 4);
        report.trainLoss = numberAt(found, 5);
        report.gradientNorm = numberAt(found, 6);
        report.learningRate = numberAt(found, 7);
        report.tokensPerSecond = numberAt(found, 8);
        steps.push_back(report);
    }
    return steps;
}

std::vector<ValidationReport> readValidations(Database& database, qint64 run) {
    std::vector<ValidationReport> validations;
    std::map<std::int64_t, std::size_t> places;
    auto found = database.query(
        QStringLiteral("SELECT step, epoch, seconds, train_loss, dev_loss, perplexity, token_accuracy, bleu, aer, "
                       "alignment_precision, alignment_recall, learning_rate, tokens_per_second, best, end_of_epoch "
                       "FROM validations WHERE run = ? ORDER BY step"),
        {run});
    while (found.next()) {
        ValidationReport report;
        report.step = found.value(0).toLongLong();
        report.epoch = found.value(1).toLongLong();
        report.seconds = numberAt(found, 2);
        report.trainLoss = numberAt(found, 3);
        report.devLoss = numberAt(found, 4);
        report.perplexity = numberAt(found, 5);
        report.tokenAccuracy = numberAt(found, 6);
        if (!found.isNull(7))
            report.bleu = found.value(7).toDouble();
        if (!found.isNull(8))
            report.alignment = AlignmentScore{found.value(8).toDouble(), numberAt(found, 9), numberAt(found, 10)};
        report.learningRate = numberAt(found, 11);
        report.tokensPerSecond = numberAt(found, 12);
        report.best = found.value(13).toBool();
        report.endOfEpoch = found.value(14).toBool();
        places[report.step] = validations.size();
        validations.push_back(report);
    }
    auto samples = database.query(QStringLiteral("SELECT step, source, reference, translation FROM samples WHERE "
                                                 "run = ? ORDER BY step, place"),
                                  {run});
    while (samples.next())
        if (const auto place = places.find(samples.value(0).toLongLong()); place != places.end())
            validations[place->second].samples.push_back({textAt(samples, 1), textAt(samples, 2), textAt(samples, 3)});
    return validations;
}

std::vector<LearningRateSet> readRateChanges(Database& database, qint64 run) {
    std::vector<LearningRateSet> changes;
    auto found = database.query(
        QStringLiteral("SELECT step, learning_rate FROM rate_changes WHERE run = ? ORDER BY step"), {run});
    while (found.next())
        changes.push_back({found.value(0).toLongLong(), found.value(1).toDouble()});
    return changes;
}

std::vector<LengthScore> readLengths(Database& database, qint64 run) {
    std::vector<LengthScore> scores;
    auto found = database.query(QStringLiteral("SELECT shortest, longest, pairs, bleu, token_accuracy FROM lengths "
                                               "WHERE run = ? ORDER BY shortest"),
                                {run});
    while (found.next())
        scores.push_back({found.value(0).toLongLong(), found.value(1).toLongLong(), found.value(2).toLongLong(),
                          numberAt(found, 3), numberAt(found, 4)});
    return scores;
}

} // namespace

std::vector<RunInfo> readRuns(Database& database) {
    std::vector<RunInfo> runs = readInfos(database, allRuns, {});
    std::map<qint64, RunInfo*> runOf;
    for (RunInfo& run : runs)
        runOf[run.id] = &run;
    auto metrics = database.query(QStringLiteral("SELECT run, name, value FROM metrics WHERE value IS NOT NULL"));
    while (metrics.next())
        if (const auto run = runOf.find(metrics.value(0).toLongLong()); run != runOf.end())
            run->second->metrics[textAt(metrics, 1)] = metrics.value(2).toDouble();
    return runs;
}

std::optional<RunInfo> readRun(Database& database, qint64 id) {
    const std::vector<RunInfo> found = readInfos(database, oneRun, {id});
    if (found.empty())
        return std::nullopt;
    RunInfo run = found.front();
    auto metrics =
        database.query(QStringLiteral("SELECT name, value FROM metrics WHERE value IS NOT NULL AND run = ?"), {id});
    while (metrics.next())
        run.metrics[textAt(metrics, 0)] = metrics.value(1).toDouble();
    return run;
}

RunSeries readSeries(Database& database, const RunInfo& run) {
    RunSeries series;
    series.settings = run.settings;
    series.steps = readSteps(database, run);
    series.validations = readValidations(database, run.id);
    series.rateChanges = readRateChanges(database, run.id);
    series.byLength = readLengths(database, run.id);
    return series;
}

} // namespace zhuyi
