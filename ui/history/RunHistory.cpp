#include "ui/history/RunHistory.h"

#include "engine/session/RunFolder.h"
#include "ui/history/RecordedRun.h"
#include "ui/history/RunStore.h"
#include "ui/history/RunWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr int pollMilliseconds = 2000;

QString dataFolder() {
    const QString own = qEnvironmentVariable("ZHUYI_DATA");
    return own.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : own;
}

} // namespace

RunHistory::RunHistory(QObject* parent)
    : RunHistory(dataFolder(), QString::fromStdString(RunFolder::parent()), parent) {}

RunHistory::RunHistory(const QString& folder, const QString& recorded, QObject* parent)
    : QObject(parent), folder_(folder), recorded_(recorded), worker_(new QObject) {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start(QThread::LowPriority);
    QMetaObject::invokeMethod(worker_, [this] {
        try {
            store_ = std::make_shared<RunStore>(folder_);
        } catch (const StoreFailure& failure) {
            stop(static_cast<int>(failure.kind()), QString::fromStdString(failure.what()));
        }
    });
    queue([](RunStore& store) { store.tidy(); }, Then::ListRuns);
    takeRecorded();
    connect(&poll_, &QTimer::timeout, this, [this] {
        queue([this](RunStore& store) {
            if (store.version() != version_)
                listRuns(store);
        });
    });
    poll_.start(pollMilliseconds);
}

RunHistory::~RunHistory() {
    poll_.stop();
    QMetaObject::invokeMethod(worker_, [this] {
        try {
            if (writer_)
                writer_->flush();
        } catch (const StoreFailure&) { // nobody is left to hear of it
        }
        writer_.reset();
        store_.reset();
        thread_.quit();
    });
    thread_.wait();
}

std::optional<RunInfo> RunHistory::run(qint64 id) const {
    for (const RunInfo& run : runs_)
        if (run.id == id)
            return run;
    return std::nullopt;
}

QString RunHistory::problem() const {
    if (!problem_)
        return {};
    switch (static_cast<StoreFailure::Kind>(*problem_)) {
    case StoreFailure::Kind::DriverMissing:
        return tr("There is no run history: Qt's SQLite driver is missing (package libqt6sql6-sqlite).");
    case StoreFailure::Kind::FolderUnwritable:
        return tr("There is no run history: the folder %1 cannot be written.").arg(QDir::toNativeSeparators(folder_));
    case StoreFailure::Kind::TooNew:
        return tr("There is no run history: %1 was written by a newer version of this program.")
            .arg(QDir::toNativeSeparators(RunStore::file(folder_)));
    case StoreFailure::Kind::Database:
        break;
    }
    return tr("There is no run history: %1 cannot be used (%2).")
        .arg(QDir::toNativeSeparators(RunStore::file(folder_)), reason_);
}

QString RunHistory::newModelFile() const {
    return QStringLiteral("%1/%2-%3.zhuyi")
        .arg(RunStore::modelFolder(folder_),
             QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss-zzz")))
        .arg(QCoreApplication::applicationPid());
}

// On the thread

void RunHistory::queue(Task task, Then then) {
    QMetaObject::invokeMethod(worker_, [this, task = std::move(task), then] {
        if (!store_)
            return;
        try {
            task(*store_);
            if (then == Then::ListRuns)
                listRuns(*store_);
        } catch (const StoreFailure& failure) {
            writer_.reset();
            store_.reset();
            stop(static_cast<int>(failure.kind()), QString::fromStdString(failure.what()));
        }
    });
}

void RunHistory::listRuns(RunStore& store) {
    version_ = store.version();
    QMetaObject::invokeMethod(this, [this, runs = std::make_shared<std::vector<RunInfo>>(store.runs())] {
        runs_ = std::move(*runs);
        Q_EMIT runsChanged();
    });
}

void RunHistory::tellRun(RunStore& store, qint64 id) {
    const auto run = store.run(id);
    if (!run)
        return;
    QMetaObject::invokeMethod(this, [this, run = *run] {
        const auto same =
            std::find_if(runs_.begin(), runs_.end(), [&](const RunInfo& other) { return other.id == run.id; });
        if (same == runs_.end())
            return;
        *same = run;
        Q_EMIT runChanged(run);
    });
}

void RunHistory::stop(int kind, const QString& reason) {
    QMetaObject::invokeMethod(this, [this, kind, reason] {
        problem_ = kind;
        reason_ = reason;
        poll_.stop();
        Q_EMIT problemChanged();
    });
}

// The run under way

void RunHistory::begin(const RunInfo& run) {
    queue([this, run](RunStore& store) { writer_ = std::make_unique<RunWriter>(store, store.begin(run)); },
          Then::ListRuns);
}

void RunHistory::goOn(const RunInfo& run, qint64 step) {
    queue(
        [this, run, step](RunStore& store) {
            const qint64 id = store.goOn(run.checkpoint, step);
            writer_ = std::make_unique<RunWriter>(store, id > 0 ? id : store.begin(run));
            RunInfo same = run;
            same.id = id;
            if (id > 0)
                writer_->restore(store.series(same).steps);
        },
        Then::ListRuns);
}

void RunHistory::add(std::vector<StepReport> reports) {
    queue([this, reports = std::move(reports)](RunStore&) {
        if (writer_)
            writer_->add(reports);
    });
}

void RunHistory::add(const ValidationReport& report) {
    queue([this, report](RunStore& store) {
        if (!writer_)
            return;
        writer_->flush();
        store.addValidation(writer_->id(), report);
        tellRun(store, writer_->id());
    });
}

void RunHistory::add(const LearningRateSet& change) {
    queue([this, change](RunStore& store) {
        if (writer_)
            store.addRateChange(writer_->id(), change);
    });
}

void RunHistory::end(RunEnd end, const ModelSummary& model) {
    queue([this, end, model](RunStore& store) {
        if (!writer_)
            return;
        writer_->finish();
        store.end(writer_->id(), end, model);
        tellRun(store, writer_->id());
    });
}

void RunHistory::setModel(const QString& file) {
    queue(
        [this, file](RunStore& store) {
            if (writer_)
                store.setModel(writer_->id(), file);
            store.tidy();
        },
        Then::ListRuns);
}

void RunHistory::setLengths(const std::vector<LengthScore>& scores) {
    queue([this, scores](RunStore& store) {
        if (writer_)
            store.setLengths(writer_->id(), scores);
    });
}

// What the user does

void RunHistory::rename(qint64 id, const QString& name) {
    queue([this, id, name](RunStore& store) {
        store.rename(id, name);
        tellRun(store, id);
    });
}

void RunHistory::setNote(qint64 id, const QString& note) {
    queue([this, id, note](RunStore& store) {
        store.setNote(id, note);
        tellRun(store, id);
    });
}

void RunHistory::setDeleted(const std::vector<qint64>& ids, bool deleted) {
    queue([ids, deleted](RunStore& store) { store.setDeleted(ids, deleted); }, Then::ListRuns);
}

void RunHistory::loadSeries(quint64 request, const std::vector<qint64>& ids) {
    std::vector<RunInfo> wanted;
    for (const qint64 id : ids)
        if (const auto found = run(id))
            wanted.push_back(*found);
    queue([this, request, wanted](RunStore& store) {
        if (writer_)
            writer_->flush();
        const auto series = std::make_shared<std::vector<RunSeries>>();
        for (const RunInfo& run : wanted)
            series->push_back(store.series(run));
        QMetaObject::invokeMethod(this, [this, request, series] { Q_EMIT seriesLoaded(request, *series); });
    });
}

void RunHistory::takeRecorded() {
    queue([this](RunStore& store) {
        int count = 0;
        const QDir parent(recorded_);
        const QStringList folders =
            recorded_.isEmpty() ? QStringList() : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString& name : folders) {
            const QString folder = parent.absoluteFilePath(name);
            if (store.hasOrigin(folder))
                continue;
            const auto run = RecordedRun::read(folder);
            if (!run)
                continue;
            store.add(run->info, run->series);
            ++count;
        }
        if (count > 0)
            listRuns(store);
        QMetaObject::invokeMethod(this, [this, count] { Q_EMIT recordedTaken(count); });
    });
}

} // namespace zhuyi
