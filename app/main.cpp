#include "app/CorpusCommand.h"
#include "app/DecodingFlags.h"
#include "app/DemoCommand.h"
#include "app/Engine.h"
#include "app/ExitCode.h"
#include "app/ModelCommands.h"
#include "app/TrainCommand.h"
#ifdef ZHUYI_WINDOW
#include "app/Window.h"
#endif

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>

namespace {

using namespace zhuyi;

void listSettings() {
    const Settings defaults;
    for (const auto& info : settingInfos()) {
        std::string range;
        if (!info.choices.empty()) {
            for (const char* choice : info.choices)
                range += (range.empty() ? "" : ", ") + std::string(choice);
        } else if (std::holds_alternative<bool Settings::*>(info.member)) {
            range = "true, false";
        } else {
            std::ostringstream text;
            text << std::setprecision(10) << info.least << " to " << info.greatest;
            range = text.str();
        }
        std::cout << info.name << "  (default " << settingText(defaults, info) << "; " << range << ")\n    "
                  << info.explanation << "\n";
    }
}

/// Sets a setting from the command line, where a wrong value is wrong usage.
void set(Settings& settings, const std::string& name, const std::string& value) {
    if (const auto error = setSetting(settings, name, value))
        throw CLI::ValidationError(englishText(*error));
}

/// The preset, then `--set` and its short forms in the order given. Answers whether epochs were asked for.
bool readSettings(const CLI::App& command, Settings& settings) {
    static const std::map<std::string, std::string> shortForms = {{"--direction", "direction"},
                                                                  {"--seed", "seed"},
                                                                  {"--threads", "threads"},
                                                                  {"--device", "device"},
                                                                  {"--epochs", "epochs"}};
    std::map<const CLI::Option*, std::size_t> used;
    bool epochsGiven = false;
    for (const CLI::Option* option : command.parse_order()) {
        const std::string name = option->get_name();
        const auto shortForm = shortForms.find(name);
        if (name != "--set" && shortForm == shortForms.end())
            continue;
        const std::string value = option->results().at(used[option]++);
        const auto equals = value.find('=');
        if (name == "--set" && equals == std::string::npos)
            throw CLI::ValidationError("--set takes KEY=VALUE, not " + value);
        const std::string key = name == "--set" ? value.substr(0, equals) : shortForm->second;
        set(settings, key, name == "--set" ? value.substr(equals + 1) : value);
        epochsGiven = epochsGiven || key == "epochs";
    }
    return epochsGiven;
}

void addTrain(CLI::App& program, TrainOptions& options, std::string& presetName) {
    auto* train = program.add_subcommand("train", "Train a model on a corpus of sentence pairs");
    train->add_option("CORPUS", options.corpus, "Sentence pairs, one a line, separated by tabs")->required();
    train->add_option("--out", options.model, "Where the model goes")->required();
    auto* dev = train->add_option("--dev", options.dev, "Validate on these pairs instead of a part of CORPUS");
    train->add_option("--alignments", options.alignments, "True alignments of CORPUS, line by line, in Pharaoh format");
    train->add_option("--dev-alignments", options.devAlignments, "The same of the pairs that --dev names")->needs(dev);
    train->add_flag("--one-based", options.oneBased, "Alignments count words from 1");
    std::string presets;
    for (const auto& name : presetNames())
        presets += (presets.empty() ? "" : ", ") + name;
    train->add_option("--preset", presetName, "Settings to begin with, one of: " + presets)->capture_default_str();
    train->add_option("--set", "A setting, KEY=VALUE; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    for (const std::string name : {"direction", "epochs", "seed", "threads", "device"}) {
        const std::string description = "Short for --set " + name + "=…";
        train->add_option("--" + name, description)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    train
        ->add_option("--minutes", options.minutes,
                     "Wall time of training and validation; alone, it lifts the preset's epochs")
        ->check(CLI::PositiveNumber);
    train->add_option("--log", options.log, "Write what is measured to this file, one JSON object a line");
    train->add_flag("--record", options.record,
                    "Keep the run as a folder in the user's data folder, for the window's run history");
    train->add_flag("--resume", options.resume, "Go on from MODEL.checkpoint, to the same total");
    train->add_flag_callback(
        "--list-settings",
        [] {
            listSettings();
            throw CLI::Success();
        },
        "Print every setting with its default and range");
}

void addDemo(CLI::App& program, DemoOptions& options) {
    auto* demo = program.add_subcommand("demo", "Train on the built-in corpus; write pictures, a model and a report");
    demo->add_option("--out", options.folder, "The folder for them; what else is there stays")->required();
    demo->add_option("--minutes", options.minutes, "Wall time of training and validation, at most")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
}

void addCorpus(CLI::App& program, WriteCorpus& options) {
    auto* corpus = program.add_subcommand("corpus", "Write the built-in corpus, Chinese and English in columns");
    corpus->add_option("--out", options.path, "Where the sentence pairs go")->required();
    corpus->add_option("--pairs", options.pairs, "How many")->check(CLI::Range(1, 10000000))->capture_default_str();
    corpus->add_option("--seed", options.seed, "Another seed, other pairs")->capture_default_str();
    corpus->add_option("--alignments", options.alignmentsPath, "Write their true alignments here, in Pharaoh format");
}

/// What a command with a model is given.
struct ModelOptions {
    std::string model, file, alignments;
    std::vector<std::string> ensemble;
    bool oneBased = false;
    DecodingOptions decoding;
};

void addEnsemble(CLI::App& command, std::vector<std::string>& models) {
    command
        .add_option(
            "--ensemble", models,
            "Another model of the same vocabularies, whose probabilities are averaged with MODEL's; may be given again")
        ->allow_extra_args(false);
}

/// What to do on the command line about it, for messages that mean something else to do in the window.
const char* remedy(MessageCode code) {
    switch (code) {
    case MessageCode::AlignmentFromOne:
        return " Say so with --one-based.";
    case MessageCode::AlignmentFromZero:
        return " Open it without --one-based.";
    default:
        return "";
    }
}

int runCommand(const CLI::App& program, TrainOptions& options, const std::string& presetName,
               const ModelOptions& modelOptions, const DemoOptions& demoOptions, const WriteCorpus& corpusOptions) {
    const auto* command = program.get_subcommands().front();
    const auto name = command->get_name();
    if (name == "train") {
        try {
            options.settings = preset(presetName);
        } catch (const Failure& failure) {
            throw CLI::ValidationError(failure.what());
        }
        if (!readSettings(*command, options.settings) && options.minutes > 0)
            options.settings.epochs = static_cast<std::int64_t>(findSetting("epochs")->greatest);
        return train(options);
    }
    if (name == "demo")
        return demo(demoOptions);
    if (name == "corpus")
        return writeCorpus(corpusOptions);
    if (name == "translate")
        return translate({modelOptions.model, modelOptions.ensemble}, modelOptions.decoding,
                         command->count("--n-best") > 0);
    if (name == "align")
        return align(modelOptions.model);
    if (name == "evaluate")
        return evaluate({modelOptions.model, modelOptions.ensemble},
                        {modelOptions.file, modelOptions.alignments, modelOptions.oneBased, modelOptions.decoding});
    return inspect(modelOptions.file);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program("Zhuyi 注意: train attention models between Chinese and English, and see what they look at",
                     "zhuyi");
    program.set_version_flag("--version", std::string("zhuyi ") + ZHUYI_VERSION);
    program.require_subcommand(0, 1);
    std::string openFile, presetName = "standard";
    ModelOptions modelOptions;
    TrainOptions trainOptions;
    DemoOptions demoOptions;
    WriteCorpus corpusOptions;
#ifdef ZHUYI_WINDOW
    program.add_option("FILE", openFile, "Open the window with this corpus or model");
#else
    program.require_subcommand(1);
#endif
    addCorpus(program, corpusOptions);
    addDemo(program, demoOptions);
    addTrain(program, trainOptions, presetName);
    auto* translateCommand =
        program.add_subcommand("translate", "Translate standard input, a sentence a line, to standard output");
    translateCommand->add_option("MODEL", modelOptions.model)->required();
    addEnsemble(*translateCommand, modelOptions.ensemble);
    addDecodingFlags(*translateCommand, modelOptions.decoding, true);
    translateCommand->footer(
        "With --n-best, each translation is a line \"number of the sentence, from 0 ||| translation ||| "
        "score\".");
    auto* evaluateCommand = program.add_subcommand("evaluate", "Score a model on a corpus; prints JSON");
    evaluateCommand->add_option("MODEL", modelOptions.model)->required();
    evaluateCommand->add_option("CORPUS", modelOptions.file)->required();
    evaluateCommand->add_option("--alignments", modelOptions.alignments,
                                "True alignments of CORPUS, line by line, in Pharaoh format");
    evaluateCommand->add_flag("--one-based", modelOptions.oneBased, "Alignments count words from 1");
    addEnsemble(*evaluateCommand, modelOptions.ensemble);
    addDecodingFlags(*evaluateCommand, modelOptions.decoding, false);
    auto* alignCommand = program.add_subcommand(
        "align", "Align the words of standard input, \"source ||| target\" a line; prints \"i-j\" links");
    alignCommand->add_option("MODEL", modelOptions.model)->required();
    auto* inspectCommand = program.add_subcommand("inspect", "Describe a model or a corpus; prints JSON");
    inspectCommand->add_option("FILE", modelOptions.file)->required();

    try {
        program.parse(argc, argv);
        if (!program.get_subcommands().empty())
            return runCommand(program, trainOptions, presetName, modelOptions, demoOptions, corpusOptions);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return program.exit(error);
        std::cerr << "zhuyi: " << error.what() << std::endl;
        return ExitUsage;
    } catch (const Failure& failure) {
        if (Engine::wasInterrupted() && failure.message().code == MessageCode::Cancelled)
            return ExitInterrupted;
        std::cerr << "zhuyi: " << failure.what() << remedy(failure.message().code) << std::endl;
        return ExitFailure;
    } catch (const std::exception& error) {
        std::cerr << "zhuyi: " << error.what() << std::endl;
        return ExitFailure;
    }
#ifdef ZHUYI_WINDOW
    return runWindow(argc, argv, openFile);
#else
    return ExitSuccess;
#endif
}
