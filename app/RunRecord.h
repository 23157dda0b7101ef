#pragma once

#include "app/TrainCommand.h"
#include "app/TrainingLog.h"
#include "engine/session/Event.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace zhuyi {

/// `zhuyi train --record`: the run as a folder, as described in RunFolder.h. What is there when the program is killed
/// at any moment is whole.
class RunRecord {
  public:
    /// Finds the folder's parent, or throws Failure (FileUnwritable); nothing is written yet.
    explicit RunRecord(const TrainOptions& options);
    ~RunRecord();

    /// The run begins: makes the folder. Throws Failure (FileUnwritable).
    void begin(const CorpusSummary& corpus, const ModelSummary& model);
    void add(const StepReport& report);
    void add(const ValidationReport& report);
    /// The run has ended; takes the model in from where the run wrote it.
    void end(const TrainingFinished& finished);
    /// The run fails of this.
    void fail(const std::string& message);

    const std::string& folder() const { return folder_; } // "" before begin()

  private:
    void write(const std::string& name, const std::string& content) const;
    void writeRecord() const;
    void close(const char* end);

    TrainOptions options_;
    std::string parent_, folder_;
    nlohmann::ordered_json record_;
    std::unique_ptr<TrainingLog> log_;
};

} // namespace zhuyi
