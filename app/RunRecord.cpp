#include "app/RunRecord.h"

#include "engine/session/Reason.h"
#include "engine/session/RunFolder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <filesystem>
#include <fstream>

namespace zhuyi {

namespace fs = std::filesystem;

namespace {

std::string utcNow(const char* format) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, format, &parts)};
}

std::string absolute(const std::string& path) {
    return path.empty() ? "" : fs::absolute(path).lexically_normal().string();
}

/// Onto the disk, so that a power cut after a rename cannot leave an empty file under the new name.
void flush(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isFlushed = file >= 0 && fsync(file) == 0;
    const int error = errno;
    if (file >= 0)
        ::close(file);
    if (!isFlushed)
        throw Failure(MessageCode::FileUnwritable, {path, reason(error)});
}

const char* endName(TrainingEnd end) {
    switch (end) {
    case TrainingEnd::Completed:
        return "completed";
    case TrainingEnd::TimeUp:
        return "time_up";
    case TrainingEnd::Stopped: // the command line knows no stop
    case TrainingEnd::Interrupted:
        return "interrupted";
    case TrainingEnd::Failed:
        break;
    }
    return "failed";
}

} // namespace

RunRecord::RunRecord(const TrainOptions& options) : options_(options), parent_(RunFolder::parent()) {
    if (parent_.empty())
        throw Failure(MessageCode::FileUnwritable,
                      {"the record of the run", "there is no home folder; set ZHUYI_DATA"});
    std::error_code error;
    fs::create_directories(parent_, error);
    if (error || access(parent_.c_str(), W_OK | X_OK) != 0)
        throw Failure(MessageCode::FileUnwritable, {parent_, reason(error ? error.value() : errno)});
}

RunRecord::~RunRecord() = default;

void RunRecord::begin(const CorpusSummary& corpus, const ModelSummary& model) {
    const auto stamp = utcNow("%Y%m%d-%H%M%S-") + fs::path(corpus.path).stem().string();
    bool isMade = false;
    for (int number = 1; !isMade; ++number) {
        folder_ = (fs::path(parent_) / (number == 1 ? stamp : stamp + '-' + std::to_string(number))).string();
        std::error_code error;
        isMade = fs::create_directory(folder_, error); // another run may have begun in the same second
        if (error)
            throw Failure(MessageCode::FileUnwritable, {folder_, reason(error.value())});
    }
    std::string settings;
    for (const auto& info : settingInfos())
        settings += std::string(info.name) + "=" + settingText(options_.settings, info) + "\n";
    write(RunFolder::settingsFile, settings);
    record_ = {{"format", RunFolder::format},
               {"program", ZHUYI_VERSION},
               {"process", getpid()},
               {"started", utcNow("%Y-%m-%dT%H:%M:%SZ")},
               {"corpus",
                {{"path", absolute(options_.corpus)},
                 {"dev", absolute(options_.dev)},
                 {"alignments", absolute(options_.alignments)},
                 {"dev_alignments", absolute(options_.devAlignments)},
                 {"one_based", options_.oneBased},
                 {"pairs", corpus.pairs},
                 {"train_pairs", corpus.trainPairs},
                 {"dev_pairs", corpus.devPairs},
                 {"test_pairs", corpus.testPairs}}},
               {"minutes", options_.minutes},
               {"parameters", model.parameters},
               {"step", model.step},
               {"metrics", nlohmann::json::object()},
               {"resumed", options_.resume},
               {"checkpoint", absolute(options_.model + ".checkpoint")}};
    log_ = std::make_unique<TrainingLog>((fs::path(folder_) / RunFolder::logFile).string(), false);
    log_->open();
    writeRecord();
}

void RunRecord::add(const StepReport& report) {
    record_["step"] = report.step;
    log_->add(report);
}

void RunRecord::add(const ValidationReport& report) {
    log_->add(report);
}

void RunRecord::end(const TrainingFinished& finished) {
    record_["step"] = finished.model.step;
    record_["metrics"] = finished.model.metrics;
    if (finished.end != TrainingEnd::Interrupted) {
        record_["checkpoint"] = "";
        const auto model = (fs::path(folder_) / RunFolder::modelFile).string(), part = model + ".part";
        std::error_code error;
        fs::copy_file(options_.model, part, fs::copy_options::overwrite_existing, error);
        if (!error)
            flush(part);
        if (!error)
            fs::rename(part, model, error);
        if (error)
            throw Failure(MessageCode::FileUnwritable, {model, reason(error.value())});
    }
    close(endName(finished.end));
}

void RunRecord::fail(const std::string& message) {
    if (folder_.empty())
        return;
    record_["message"] = message;
    try {
        close("failed");
    } catch (const Failure&) { // the run's own failure is what there is to tell
    }
}

void RunRecord::close(const char* end) {
    record_["ended"] = utcNow("%Y-%m-%dT%H:%M:%SZ");
    record_["end"] = end;
    writeRecord();
}

void RunRecord::writeRecord() const {
    write(RunFolder::recordFile, record_.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void RunRecord::write(const std::string& name, const std::string& content) const {
    const auto path = (fs::path(folder_) / name).string(), part = path + ".part";
    errno = 0;
    std::ofstream file(part, std::ios::binary);
    file << content;
    file.close();
    if (!file)
        throw Failure(MessageCode::FileUnwritable, {path, reason(errno)});
    flush(part);
    std::error_code error;
    fs::rename(part, path, error);
    if (error)
        throw Failure(MessageCode::FileUnwritable, {path, reason(error.value())});
}

} // namespace zhuyi
