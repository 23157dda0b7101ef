// What EngineThread answers with the model at hand: translations, explanations and the sentences that are watched.

#include "engine/session/thread/EngineThread.h"

#include <algorithm>
#include <variant>

namespace zhuyi {

using Clock = std::chrono::steady_clock;

namespace {

bool areSame(const DecodingOptions& a, const DecodingOptions& b) {
    const auto& infos = decodingOptionInfos();
    return std::all_of(infos.begin(), infos.end(), [&](const DecodingOptionInfo& info) {
        return std::visit([&](auto member) { return a.*member == b.*member; }, info.member);
    });
}

/// Whether it asks for a translation and nothing else.
bool isPlain(const Translate& command) {
    return command.alternatives <= 0 && !command.wantBeam && command.prefix.empty() && command.attention.empty();
}

} // namespace

std::vector<Translate> EngineThread::withThoseBehind(const Translate& command) {
    std::vector<Translate> commands{command};
    if (!isPlain(command))
        return commands;
    const std::size_t most = trainer_ ? 64 : 256; // a run is not held up for long
    const auto isAlike = [&](const Command& next) {
        const auto* translate = std::get_if<Translate>(&next);
        return translate && isPlain(*translate) && areSame(translate->options, command.options);
    };
    while (commands.size() < most) {
        auto next = queue_.tryTakeNext(isAlike);
        if (!next)
            break;
        commands.push_back(std::get<Translate>(std::move(*next)));
    }
    return commands;
}

void EngineThread::handle(const Translate& command) {
    const auto commands = withThoseBehind(command);
    std::vector<Translation> translations;
    if (commands.size() > 1 && translator_) {
        std::vector<std::string> texts;
        for (const auto& each : commands)
            texts.push_back(each.text);
        try {
            translations = translator_->translate(texts, command.options);
        } catch (const std::exception&) {
            translations.clear(); // each is told of it below
        }
    }
    for (std::size_t i = 0; i < commands.size(); ++i)
        guarded(Task::Translate, commands[i].id, [&] {
            if (!translator_)
                throw Failure(MessageCode::ModelMissing);
            auto translation = translations.empty() ? translator_->translate(commands[i]) : std::move(translations[i]);
            translation.attention = withGold(translation.attention, commands[i].text, "");
            sink_(Translated{commands[i].id, std::make_shared<const Translation>(std::move(translation))});
        });
}

void EngineThread::handle(const Force& command) {
    guarded(Task::Translate, command.id, [&] {
        if (!translator_)
            throw Failure(MessageCode::ModelMissing);
        auto translation = translator_->force(command);
        translation.attention = withGold(translation.attention, command.source, command.target);
        sink_(Translated{command.id, std::make_shared<const Translation>(std::move(translation))});
    });
}

void EngineThread::handle(const Explain& command) {
    guarded(Task::Translate, command.id, [&] {
        if (!translator_)
            throw Failure(MessageCode::ModelMissing);
        sink_(Explained{command.id, command.method, translator_->explain(command)});
    });
}

void EngineThread::handle(const WatchProbes& command) {
    watched_ = command;
    reportProbes();
}

void EngineThread::reportProbes() {
    if (!watched_.probes.empty() && translator_)
        guarded(Task::Translate, 0, [this] { watchProbes(); });
}

void EngineThread::tellTimeline() {
    if (const auto& timeline = translator_->model().timeline; timeline && !timeline->isEmpty())
        sink_(TimelineOpened{timeline->moments()});
}

AttentionMapPtr EngineThread::withGold(const AttentionMapPtr& map, const std::string& source,
                                       const std::string& target) {
    if (!map || !corpus_)
        return map;
    if (!gold_) {
        gold_.emplace();
        for (const auto& corpus : {corpus_, devCorpus_})
            if (corpus)
                gold_->add(corpus);
    }
    auto gold = gold_->cells(*map, source, target);
    if (!gold)
        return map;
    auto marked = std::make_shared<AttentionMap>(*map);
    marked->gold = std::move(gold);
    return marked;
}

void EngineThread::watchProbes() {
    const auto begin = Clock::now();
    std::vector<std::string> sources;
    for (const auto& probe : watched_.probes)
        sources.push_back(probe.source);
    const auto translations = translator_->translate(sources);
    ProbeReport report;
    report.id = watched_.id;
    report.step = translator_->model().record.step;
    for (std::size_t i = 0; i < watched_.probes.size(); ++i) {
        const auto& probe = watched_.probes[i];
        const auto map =
            probe.target.empty() ? translations[i].attention : translator_->force(probe.source, probe.target).attention;
        report.maps.push_back(withGold(map, probe.source, probe.target));
        // Of a run alone: what is looked at later, or with several models together, is not how this one came about.
        if (trainer_ && report.maps.back())
            trainer_->model().timeline->add(probe, *report.maps.back());
        report.translations.push_back(translations[i].text);
    }
    sink_(ProbesWatched{report});
    // At most a thirtieth of the time goes into watching. What the first report took says nothing of the next: an
    // untrained model does not know where to end, and the index of gold alignments was made on the way.
    const auto end = Clock::now();
    probesDue_ = report.step == 0 ? end + std::chrono::seconds(1)
                                  : end + std::max<Clock::duration>(std::chrono::milliseconds(250), 30 * (end - begin));
}

} // namespace zhuyi
