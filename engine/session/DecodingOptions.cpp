#include "engine/session/DecodingOptions.h"

#include "engine/session/TextNoop.h"

#include <cstdio>
#include <string>

namespace zhuyi {

namespace {

std::string numberText(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.10g", value);
    return buffer;
}

} // namespace

const std::vector<DecodingOptionInfo>& decodingOptionInfos() {
    using Options = DecodingOptions;
    static const std::vector<DecodingOptionInfo> infos = {
        {"beam_size", &Options::beam_size, 1, 100, TEXT_NOOP("Settings", "Beam size"),
         TEXT_NOOP("Settings", "How many unfinished translations are kept at each step; 1 takes the most probable token, "
                               "more search wider and slower.")},
        {"length_penalty", &Options::length_penalty, 0, 5, TEXT_NOOP("Settings", "Length penalty"),
         TEXT_NOOP("Settings", "How far long translations are favoured against short ones (Wu et al. 2016); 0 compares "
                               "their probabilities alone.")},
        {"coverage_penalty", &Options::coverage_penalty, 0, 5, TEXT_NOOP("Settings", "Coverage penalty"),
         TEXT_NOOP("Settings", "How much a translation loses for source words that it did not look at (Wu et al. 2016, but "
                               "divided by the length penalty too).")},
        {"n_best", &Options::n_best, 1, 100, TEXT_NOOP("Settings", "Translations"),
         TEXT_NOOP("Settings", "How many translations of a sentence to show, the best first; at most the beam size.")},
        {"temperature", &Options::temperature, 0, 10, TEXT_NOOP("Settings", "Temperature"),
         TEXT_NOOP("Settings", "Above 0, each token is drawn at random: near 0 the probable ones, higher also unlikely "
                               "ones; 0 draws nothing.")},
        {"top_k", &Options::top_k, 0, 1000000, TEXT_NOOP("Settings", "Draw from"),
         TEXT_NOOP("Settings", "The most probable tokens that drawing chooses from; 0 for all.")},
        {"seed", &Options::seed, 0, 2147483647, TEXT_NOOP("Settings", "Seed of drawing"),
         TEXT_NOOP("Settings", "The same seed draws the same translation again.")},
        {"block_unknown", &Options::block_unknown, 0, 0, TEXT_NOOP("Settings", "Known words only"),
         TEXT_NOOP("Settings", "The token for unknown words is never written.")},
        {"replace_unknown", &Options::replace_unknown, 0, 0, TEXT_NOOP("Settings", "Replace unknown words"),
         TEXT_NOOP("Settings", "In place of an unknown word stands the source word that the model looked at most.")},
        {"block_repeats", &Options::block_repeats, 0, 20, TEXT_NOOP("Settings", "Block repeats"),
         TEXT_NOOP("Settings", "No sequence of this many tokens is written twice in a sentence; 0 lets all be written.")},
    };
    return infos;
}

std::optional<Message> checkDecodingOptions(const DecodingOptions& options) {
    for (const auto& info : decodingOptionInfos()) {
        double value = info.least;
        if (const auto* member = std::get_if<std::int64_t DecodingOptions::*>(&info.member))
            value = static_cast<double>(options.*(*member));
        else if (const auto* real = std::get_if<double DecodingOptions::*>(&info.member))
            value = options.*(*real);
        if (!(value >= info.least && value <= info.greatest)) // not a number is out of range too
            return Message{MessageCode::SettingOutOfRange,
                           {info.name, numberText(value), numberText(info.least), numberText(info.greatest)}};
    }
    if (options.n_best > options.beam_size)
        return Message{MessageCode::SettingOutOfRange,
                       {"n_best", std::to_string(options.n_best), "1", std::to_string(options.beam_size)}};
    return std::nullopt;
}

} // namespace zhuyi
