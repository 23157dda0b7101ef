#include "ui/history/RecordedRun.h"

#include "engine/session/RunFolder.h"
#include "ui/history/ProgramProcess.h"
#include "ui/history/RunEndName.h"
#include "ui/history/SettingsText.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <vector>

namespace zhuyi {

namespace {

QByteArray contentOf(const QDir& folder, const char* name) {
    QFile file(folder.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double number(const QJsonObject& line, const char* key) {
    return line.value(QLatin1String(key)).toDouble(std::numeric_limits<double>::quiet_NaN());
}

/// What --log wrote; a line that was cut off is skipped.
RunSeries seriesOf(const QByteArray& log, const Settings& settings, qint64 trainPairs) {
    RunSeries series;
    series.settings = settings;
    // Where an epoch ended, the next one tells; until it does, as many steps as the last one, or as pairs say.
    std::map<std::int64_t, std::int64_t> lastOfEpoch;
    std::vector<QJsonObject> lines;
    for (const QByteArray& text : log.split('\n')) {
        lines.push_back(QJsonDocument::fromJson(text).object());
        if (const QJsonObject& line = lines.back(); line.contains(QLatin1String("epoch")))
            lastOfEpoch[line.value(QLatin1String("epoch")).toInteger()] = line.value(QLatin1String("step")).toInteger();
    }
    std::int64_t stepsInEpoch = std::max<std::int64_t>(1, (trainPairs + settings.batch_size - 1) / settings.batch_size);
    double best = std::numeric_limits<double>::infinity();
    for (const QJsonObject& line : lines) {
        if (!line.contains(QLatin1String("step")))
            continue;
        StepReport step;
        step.step = line.value(QLatin1String("step")).toInteger();
        step.epoch = std::max<std::int64_t>(1, line.value(QLatin1String("epoch")).toInteger());
        step.epochs = settings.epochs;
        const auto before = lastOfEpoch.find(step.epoch - 1), here = lastOfEpoch.find(step.epoch);
        const std::int64_t begin = before != lastOfEpoch.end() ? before->second : 0;
        const bool isOver = here != lastOfEpoch.end() && std::next(here) != lastOfEpoch.end();
        if (isOver)
            stepsInEpoch = here->second - begin;
        step.stepInEpoch = step.step - begin;
        step.stepsInEpoch = std::max(stepsInEpoch, step.stepInEpoch);
        step.seconds = number(line, "seconds");
        step.trainLoss = number(line, "train_loss");
        step.gradientNorm = number(line, "gradient_norm");
        step.learningRate = number(line, "learning_rate");
        step.tokensPerSecond = number(line, "tokens_per_second");
        if (std::isfinite(step.trainLoss))
            series.steps.push_back(step);
        ValidationReport report;
        report.devLoss = number(line, "dev_loss");
        if (!std::isfinite(report.devLoss))
            continue;
        report.step = step.step;
        report.epoch = step.epoch;
        report.seconds = step.seconds;
        report.trainLoss = step.trainLoss;
        report.perplexity = std::exp(report.devLoss);
        report.tokenAccuracy = number(line, "token_accuracy");
        report.learningRate = step.learningRate;
        report.tokensPerSecond = step.tokensPerSecond;
        if (line.contains(QLatin1String("bleu")))
            report.bleu = number(line, "bleu");
        if (line.contains(QLatin1String("aer")))
            report.alignment = AlignmentScore{number(line, "aer"), number(line, "alignment_precision"),
                                              number(line, "alignment_recall")};
        report.best = report.devLoss < best;
        best = std::min(best, report.devLoss);
        report.endOfEpoch = step.stepInEpoch == step.stepsInEpoch;
        series.validations.push_back(report);
    }
    return series;
}

} // namespace

std::optional<RecordedRun> RecordedRun::read(const QString& path) {
    const QDir folder(path);
    const QJsonObject record = QJsonDocument::fromJson(contentOf(folder, RunFolder::recordFile)).object();
    const int format = record.value(QLatin1String("format")).toInt();
    if (format < 1 || format > RunFolder::format)
        return std::nullopt;
    const auto textAt = [](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    RecordedRun run;
    RunInfo& info = run.info;
    info.process = record.value(QLatin1String("process")).toInteger();
    info.ended = QDateTime::fromString(textAt(record, "ended"), Qt::ISODate);
    if (!info.ended.isValid() && isRunningHere(info.process))
        return std::nullopt; // it goes on
    const auto end = runEndNamed(textAt(record, "end"));
    info.end = end && *end != RunEnd::Running ? *end : RunEnd::CutOff;
    info.began = QDateTime::fromString(textAt(record, "started"), Qt::ISODate);
    info.origin = folder.absolutePath();
    info.program = textAt(record, "program");
    info.settings = settingsFromText(QString::fromUtf8(contentOf(folder, RunFolder::settingsFile)));
    const QJsonObject corpus = record.value(QLatin1String("corpus")).toObject();
    info.corpus.path = textAt(corpus, "path").toStdString();
    info.corpus.devPath = textAt(corpus, "dev").toStdString();
    info.corpus.alignmentsPath = textAt(corpus, "alignments").toStdString();
    info.corpus.devAlignmentsPath = textAt(corpus, "dev_alignments").toStdString();
    info.corpus.oneBased = corpus.value(QLatin1String("one_based")).toBool();
    info.pairs = corpus.value(QLatin1String("pairs")).toInteger();
    info.minutes = record.value(QLatin1String("minutes")).toDouble();
    info.parameters = record.value(QLatin1String("parameters")).toInteger();
    info.step = record.value(QLatin1String("step")).toInteger();
    const QJsonObject metrics = record.value(QLatin1String("metrics")).toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it)
        if (it->isDouble())
            info.metrics[it.key().toStdString()] = it->toDouble();
    info.checkpoint = textAt(record, "checkpoint");
    if (const QString model = folder.absoluteFilePath(QString::fromLatin1(RunFolder::modelFile)); QFile::exists(model))
        info.model = model;
    run.series = seriesOf(contentOf(folder, RunFolder::logFile), info.settings,
                          corpus.value(QLatin1String("train_pairs")).toInteger());
    if (!run.series.steps.empty()) {
        info.step = std::max<qint64>(info.step, run.series.steps.back().step);
        info.seconds = run.series.steps.back().seconds;
    }
    if (!run.series.validations.empty())
        info.seconds = std::max(info.seconds, run.series.validations.back().seconds);
    return run;
}

} // namespace zhuyi
