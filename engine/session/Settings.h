#pragma once

#include "engine/session/Message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace zhuyi {

/// The settings of a run. Each member has the setting's one name; the defaults are those of the preset `standard`.
struct Settings {
    std::string direction = "zh-en";
    std::string source_tokenizer = "word";
    std::string target_tokenizer = "word";
    std::string subword_kind = "unigram";
    bool joint_vocabulary = false;
    double subword_sampling = 0.0;
    std::string casing = "auto";
    bool simplify = false;
    std::int64_t vocabulary_size = 8000;
    std::int64_t minimum_count = 2;
    std::int64_t max_length = 50;
    std::int64_t embedding_size = 256;
    std::int64_t hidden_size = 256;
    std::int64_t encoder_layers = 1;
    std::int64_t decoder_layers = 1;
    std::string cell = "lstm";
    bool layer_normalisation = false;
    bool residual = false;
    bool bidirectional = true;
    bool input_feeding = true;
    std::string attention = "additive";
    std::int64_t attention_size = 256;
    bool coverage = false;
    std::string initial_state = "learnt";
    bool tied_embeddings = false;
    double output_spread = 1.0;
    double learning_rate = 1e-3;
    std::string schedule = "constant";
    std::int64_t warmup_steps = 0;
    double decay_factor = 0.5;
    std::int64_t decay_patience = 1;
    std::int64_t batch_size = 64;
    std::int64_t batch_tokens = 0;
    double clip_norm = 5.0;
    std::int64_t epochs = 10;
    std::int64_t validate_every = 0;
    std::string best_by = "dev_loss";
    std::int64_t patience = 0;
    double dropout = 0.3;
    std::int64_t dropout_epochs = 0;
    std::string dropout_kind = "standard";
    double word_dropout = 0.0;
    double label_smoothing = 0.0;
    double weight_decay = 0.0;
    double average_weights = 0.0;
    double guided_attention = 0.0;
    std::int64_t seed = 1;
    std::int64_t threads = 0;
    std::string device = "auto";

    bool sourceIsChinese() const { return direction == "zh-en"; }
    bool operator==(const Settings& other) const;
    bool operator!=(const Settings& other) const { return !(*this == other); }
};

/// Where a setting belongs in a dialog.
enum class SettingGroup { Text, Network, Rate, Training, Regularisation, Machine };

/// What the window, the command line and the model's record know of one setting.
struct SettingInfo {
    using Member =
        std::variant<std::string Settings::*, std::int64_t Settings::*, double Settings::*, bool Settings::*>;

    const char* name;
    SettingGroup group;
    Member member;
    double least = 0;                      // of numbers
    double greatest = 0;                   // of numbers
    std::vector<const char*> choices = {}; // of strings
    const char* label;                     // translated in context "Settings"
    const char* explanation;               // one line, translated in context "Settings"
};

/// Every setting, in the order in which people should see them.
const std::vector<SettingInfo>& settingInfos();

/// Its entry, or nullptr.
const SettingInfo* findSetting(std::string_view name);

/// The value as `--set` and preset files write it.
std::string settingText(const Settings& settings, const SettingInfo& info);

/// Sets one by name; answers what is wrong with it, or nothing.
std::optional<Message> setSetting(Settings& settings, std::string_view name, const std::string& value);

/// The names of the presets, in the order in which people should see them.
const std::vector<std::string>& presetNames();

/// A preset's settings; throws Failure(PresetUnknown).
Settings preset(const std::string& name);

/// The preset with these settings (direction, epochs, validate_every, seed, threads and device aside), or "".
std::string presetOf(const Settings& settings);

} // namespace zhuyi
