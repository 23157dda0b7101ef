#pragma once

#include "engine/session/Event.h"
#include "engine/session/MapHistory.h"
#include "ui/attention/ProbeList.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace zhuyi {

class EngineClient;

/// The sentences that the engine watches: what the model sees of them now, and what it saw over the run.
class WatchedSentences : public QObject {
    Q_OBJECT
  public:
    explicit WatchedSentences(EngineClient* client, QObject* parent = nullptr);
    /// To be called once the signals are connected.
    void begin();

    const ProbeList& probes() const { return probes_; }
    void setSentences(const std::vector<SentencePair>& sentences);

    // Those that are watched in the direction at hand; a row counts from 0.
    int count() const { return static_cast<int>(watched_.size()); }
    bool sourceIsChinese() const { return sourceIsChinese_; }
    Probe probe(int row) const;
    bool hasReport() const { return report_.has_value(); }
    /// Null while nothing is known.
    AttentionMapPtr map(int row) const;
    /// The model's own translation, as people read it.
    QString written(int row) const;
    const MapHistory& history() const { return history_; }
    /// Runs since the window opened; 0 for a model that was opened from a file.
    int run() const { return isOpened_ ? 0 : run_; }

  Q_SIGNALS:
    void sentencesChanged();
    void reported();
    void modelChanged();

  private:
    void takeCorpus(const std::shared_ptr<const CorpusSummary>& corpus);
    void takeModel(const ModelSummary& model);
    void takeReport(const ProbeReport& report);
    void takeTimeline(const std::vector<WatchedMap>& moments);
    void watch();

    EngineClient* client_;
    ProbeList probes_;
    MapHistory history_;
    bool sourceIsChinese_ = true, watchedFromChinese_ = true;
    std::string corpusPath_;            // whose sentences were offered last
    std::vector<SentencePair> watched_; // as posted
    std::uint64_t watchedId_ = 0;       // of the sentences watched_, whose reports count
    std::optional<ProbeReport> report_; // of watched_
    int run_ = 0;
    bool isOpened_ = false;
};

} // namespace zhuyi
