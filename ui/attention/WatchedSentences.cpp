#include "ui/attention/WatchedSentences.h"

#include "ui/client/EngineClient.h"
#include "ui/client/ShownText.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

bool sameSentences(const std::vector<SentencePair>& x, const std::vector<SentencePair>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const SentencePair& a, const SentencePair& b) {
        return a.chinese == b.chinese && a.english == b.english;
    });
}

} // namespace

WatchedSentences::WatchedSentences(EngineClient* client, QObject* parent) : QObject(parent), client_(client) {}

void WatchedSentences::begin() {
    connect(client_, &EngineClient::corpusOpened, this, &WatchedSentences::takeCorpus);
    connect(client_, &EngineClient::trainingStarted, this, [this](const TrainingStarted& event) {
        const bool isAnother = event.model.step == 0 || client_->isAnotherRun();
        if (isAnother || run_ == 0)
            ++run_;
        isOpened_ = false;
        history_.forgetFrom(isAnother ? 0 : event.model.step);
        takeModel(event.model);
    });
    connect(client_, &EngineClient::trainingFinished, this,
            [this](const TrainingFinished& event) { takeModel(event.model); });
    connect(client_, &EngineClient::modelOpened, this, [this](const ModelSummary& model) {
        isOpened_ = true;
        history_.clear(); // of another model
        takeModel(model);
    });
    connect(client_, &EngineClient::timelineOpened, this, &WatchedSentences::takeTimeline);
    connect(client_, &EngineClient::probesWatched, this, &WatchedSentences::takeReport);
    if (client_->corpus())
        takeCorpus(client_->corpus());
    if (client_->hasModel())
        takeModel(client_->model());
}

void WatchedSentences::setSentences(const std::vector<SentencePair>& sentences) {
    probes_.setSentences(sentences);
    watch();
}

Probe WatchedSentences::probe(int row) const {
    const SentencePair& pair = watched_[static_cast<std::size_t>(row)];
    return {ProbeList::source(pair, watchedFromChinese_), ProbeList::target(pair, watchedFromChinese_)};
}

AttentionMapPtr WatchedSentences::map(int row) const {
    return report_ && row >= 0 && row < count() ? report_->maps[static_cast<std::size_t>(row)] : nullptr;
}

QString WatchedSentences::written(int row) const {
    const auto index = static_cast<std::size_t>(row);
    return report_ && row >= 0 && index < report_->translations.size() ? shownText(report_->translations[index])
                                                                       : QString();
}

void WatchedSentences::takeCorpus(const std::shared_ptr<const CorpusSummary>& corpus) {
    if (!client_->hasModel())
        sourceIsChinese_ = corpus->settings.sourceIsChinese();
    // Training may tokenise the same corpus anew: what the user chose of it stays.
    if (corpus->path != corpusPath_ || probes_.sentences().empty()) {
        corpusPath_ = corpus->path;
        probes_.chooseFrom(*corpus, sourceIsChinese_);
    }
    watch();
}

void WatchedSentences::takeModel(const ModelSummary& model) {
    sourceIsChinese_ = model.settings.sourceIsChinese();
    watch();
    Q_EMIT modelChanged();
}

void WatchedSentences::takeReport(const ProbeReport& report) {
    if (report.id != watchedId_ || report.maps.size() != watched_.size())
        return; // of sentences that were watched before
    report_ = report;
    for (int row = 0; row < count(); ++row)
        if (const AttentionMapPtr seen = map(row))
            history_.add(probe(row), *seen);
    Q_EMIT reported();
}

void WatchedSentences::takeTimeline(const std::vector<WatchedMap>& moments) {
    std::vector<SentencePair> sentences;
    const Probe* last = nullptr;
    for (const WatchedMap& moment : moments) {
        history_.add(moment.probe, *moment.map);
        const Probe& probe = moment.probe;
        if (!last || probe.source != last->source || probe.target != last->target)
            sentences.push_back(moment.map->sourceIsChinese ? SentencePair{probe.source, probe.target}
                                                            : SentencePair{probe.target, probe.source});
        last = &probe;
    }
    // What is watched stays if something is known of it; else that of which something is known takes its place.
    for (int row = 0; row < count(); ++row)
        if (!history_.steps(probe(row)).empty())
            return Q_EMIT reported();
    if (sentences.size() > ProbeList::most)
        sentences.erase(sentences.begin(), sentences.end() - ProbeList::most);
    setSentences(sentences);
}

void WatchedSentences::watch() {
    std::vector<SentencePair> sentences = probes_.watchable(sourceIsChinese_);
    WatchProbes command;
    for (const SentencePair& pair : sentences)
        command.probes.push_back(
            {ProbeList::source(pair, sourceIsChinese_), ProbeList::target(pair, sourceIsChinese_)});
    const bool same = sameSentences(sentences, watched_) && sourceIsChinese_ == watchedFromChinese_;
    if (!same) {
        watched_ = std::move(sentences);
        watchedFromChinese_ = sourceIsChinese_;
        ++watchedId_;
        report_.reset();
        Q_EMIT sentencesChanged();
    }
    command.id = watchedId_;
    client_->post(command);
}

} // namespace zhuyi
