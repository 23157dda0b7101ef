#include "app/DecodingFlags.h"

#include <algorithm>
#include <string>

namespace zhuyi {

void addDecodingFlags(CLI::App& command, DecodingOptions& options, bool listsTranslations) {
    for (const auto& info : decodingOptionInfos()) {
        auto name = "--" + std::string(info.name);
        std::replace(name.begin(), name.end(), '_', '-');
        if (name == "--n-best" && !listsTranslations)
            continue;
        if (name == "--beam-size")
            name = "--beam,--beam-size";
        if (const auto* whether = std::get_if<bool DecodingOptions::*>(&info.member))
            command.add_flag(name, options.*(*whether), info.explanation);
        else
            std::visit(
                [&](auto member) {
                    command.add_option(name, options.*member, info.explanation)->capture_default_str();
                },
                info.member);
    }
    command.final_callback([&command, &options] {
        // Several translations alone ask for the beam that finds them.
        if (command.count("--beam") == 0)
            options.beam_size = std::max(options.beam_size, options.n_best);
        if (const auto wrong = checkDecodingOptions(options))
            throw CLI::ValidationError(englishText(*wrong));
    });
}

} // namespace zhuyi
