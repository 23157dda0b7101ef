#include "app/ModelCommands.h"

#include "app/Engine.h"
#include "app/ExitCode.h"
#include "app/InputLines.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <optional>
#include <string_view>
#include <utility>

namespace zhuyi {

namespace {

/// The next event of this kind.
template <typename Wanted>
Wanted wait(Engine& engine) {
    while (true) {
        Event event = engine.next();
        if (auto* wanted = std::get_if<Wanted>(&event))
            return std::move(*wanted);
    }
}

void openModel(Engine& engine, const OpenModel& model) {
    engine.post(model);
    wait<ModelOpened>(engine);
}

void printScored(std::uint64_t sentence, const Translation& translation) {
    std::cout << sentence << " ||| " << translation.text << " ||| " << translation.score << '\n';
}

bool isWritten() {
    if (!std::cout)
        std::cerr << "zhuyi: standard output cannot be written" << std::endl;
    return static_cast<bool>(std::cout);
}

/// The sides of "source ||| target", both empty of an empty line; nothing where the line is no such pair.
std::optional<std::pair<std::string, std::string>> splitPair(const std::string& line) {
    constexpr std::string_view space = " \t\r\v\f", bars = "|||";
    if (line.find_first_not_of(space) == std::string::npos)
        return std::pair<std::string, std::string>();
    std::optional<std::pair<std::string, std::string>> sides;
    for (auto at = line.find(bars); at != std::string::npos; at = line.find(bars, at + 1)) {
        const auto end = at + bars.size();
        if ((at > 0 && space.find(line[at - 1]) == std::string_view::npos) ||
            (end < line.size() && space.find(line[end]) == std::string_view::npos))
            continue; // part of a word
        if (sides)
            return std::nullopt;
        sides = {line.substr(0, at), line.substr(end)};
    }
    return sides;
}

} // namespace

int translate(const OpenModel& model, const DecodingOptions& options, bool listsAll) {
    Engine engine(Engine::OnSignal::Exit);
    openModel(engine, model);
    InputLines input;
    std::uint64_t number = 0; // of lines answered
    for (auto lines = input.next(); !lines.empty(); lines = input.next()) {
        for (std::size_t i = 0; i < lines.size(); ++i) { // all at once, so that the engine can share them out
            Translate command{number + 1 + i, lines[i]};
            command.options = options;
            engine.post(command);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto translation = wait<Translated>(engine).translation;
            ++number;
            for (const auto& notice : translation->notices)
                if (notice.code == MessageCode::SentenceCut)
                    std::cerr << "zhuyi: line " << number << ": " << englishText(notice) << std::endl;
            if (listsAll) {
                printScored(number - 1, *translation);
                for (const auto& other : translation->others)
                    printScored(number - 1, *other);
            } else {
                std::cout << translation->text << '\n';
            }
            std::cout.flush();
            if (!isWritten())
                return ExitFailure;
        }
    }
    return ExitSuccess;
}

int evaluate(const OpenModel& model, const Evaluate& command) {
    Engine engine(Engine::OnSignal::Exit);
    openModel(engine, model);
    engine.post(command);
    const auto report = wait<Evaluated>(engine).report;
    nlohmann::ordered_json json = {{"pairs", report.pairs},
                                   {"loss", report.loss},
                                   {"perplexity", report.perplexity},
                                   {"token_accuracy", report.tokenAccuracy},
                                   {"bleu", report.bleu},
                                   {"chrf", report.chrf},
                                   {"bleu_signature", report.bleuSignature},
                                   {"chrf_signature", report.chrfSignature},
                                   {"length_ratio", report.lengthRatio},
                                   {"unknown_share", report.unknownShare}};
    if (report.bleuAllReferences) {
        json["bleu_all_references"] = *report.bleuAllReferences;
        json["bleu_all_references_signature"] = report.bleuAllReferencesSignature;
    }
    if (report.alignment) {
        json["aer"] = report.alignment->errorRate;
        json["precision"] = report.alignment->precision;
        json["recall"] = report.alignment->recall;
    }
    for (const auto& score : report.byLength)
        json["by_length"].push_back({{"shortest", score.shortest},
                                     {"longest", score.longest},
                                     {"pairs", score.pairs},
                                     {"bleu", score.bleu},
                                     {"token_accuracy", score.tokenAccuracy}});
    json["seconds"] = report.seconds;
    std::cout << json.dump(2) << std::endl;
    return isWritten() ? ExitSuccess : ExitFailure;
}

int align(const std::string& model) {
    Engine engine(Engine::OnSignal::Exit);
    openModel(engine, OpenModel{model});
    InputLines input;
    std::uint64_t number = 0; // of lines answered
    for (auto lines = input.next(); !lines.empty(); lines = input.next()) {
        Align command{number + 1};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto pair = splitPair(lines[i]);
            if (!pair)
                std::cerr << "zhuyi: line " << number + i + 1 << " is not source ||| target" << std::endl;
            command.pairs.push_back(pair.value_or(std::pair<std::string, std::string>()));
        }
        engine.post(command);
        std::string answer;
        for (const auto& alignment : wait<Aligned>(engine).alignments) {
            ++number;
            for (const auto& notice : alignment.notices)
                std::cerr << "zhuyi: line " << number << ": " << englishText(notice) << std::endl;
            for (std::size_t i = 0; i < alignment.links.size(); ++i)
                answer += (i > 0 ? " " : "") + std::to_string(alignment.links[i].first) + '-' +
                          std::to_string(alignment.links[i].second);
            answer += '\n';
        }
        std::cout << answer << std::flush;
        if (!isWritten())
            return ExitFailure;
    }
    return ExitSuccess;
}

int inspect(const std::string& file) {
    Engine engine(Engine::OnSignal::Exit);
    engine.post(Inspect{file});
    std::cout << wait<Inspected>(engine).json << std::endl;
    return isWritten() ? ExitSuccess : ExitFailure;
}

} // namespace zhuyi
