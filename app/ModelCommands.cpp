#include "app/ModelCommands.h"

#include "app/Engine.h"
#include "app/ExitCode.h"

#include <nlohmann/json.hpp>

#include <iostream>

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

void openModel(Engine& engine, const std::string& path) {
    engine.post(OpenModel{path});
    wait<ModelOpened>(engine);
}

} // namespace

int translate(const std::string& model) {
    Engine engine(Engine::OnSignal::Exit);
    openModel(engine, model);
    std::uint64_t number = 0;
    for (std::string line; std::getline(std::cin, line);) {
        engine.post(Translate{++number, line, false});
        const auto translation = wait<Translated>(engine).translation;
        for (const auto& notice : translation->notices)
            if (notice.code == MessageCode::SentenceCut)
                std::cerr << "zhuyi: line " << number << ": " << englishText(notice) << std::endl;
        std::cout << translation->text << std::endl;
        if (!std::cout) {
            std::cerr << "zhuyi: standard output cannot be written" << std::endl;
            return ExitFailure;
        }
    }
    return ExitSuccess;
}

int evaluate(const std::string& model, const std::string& corpus) {
    Engine engine(Engine::OnSignal::Exit);
    openModel(engine, model);
    engine.post(Evaluate{corpus});
    const auto report = wait<Evaluated>(engine).report;
    const nlohmann::ordered_json json = {{"pairs", report.pairs},
                                         {"loss", report.loss},
                                         {"perplexity", report.perplexity},
                                         {"token_accuracy", report.tokenAccuracy},
                                         {"bleu", report.bleu},
                                         {"chrf", report.chrf},
                                         {"bleu_signature", report.bleuSignature},
                                         {"chrf_signature", report.chrfSignature},
                                         {"seconds", report.seconds}};
    std::cout << json.dump(2) << std::endl;
    return ExitSuccess;
}

int inspect(const std::string& file) {
    Engine engine(Engine::OnSignal::Exit);
    engine.post(Inspect{file});
    std::cout << wait<Inspected>(engine).json << std::endl;
    return ExitSuccess;
}

} // namespace zhuyi
