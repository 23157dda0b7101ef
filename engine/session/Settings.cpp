#include "engine/session/Settings.h"

#include "engine/session/TextNoop.h"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace zhuyi {

namespace {

const std::vector<std::pair<std::string, std::string>>& presetTexts() {
    static const std::vector<std::pair<std::string, std::string>> texts = {
#include "PresetTexts.inc"
    };
    return texts;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string numberText(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.10g", value);
    return buffer;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Settings parsedPreset(const std::string& text) {
    Settings settings;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        line = trimmed(line.substr(0, line.find('#')));
        const auto equals = line.find('=');
        if (equals == std::string::npos)
            continue;
        if (const auto error = setSetting(settings, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))))
            throw Failure(error->code, error->arguments);
    }
    return settings;
}

} // namespace

const std::vector<SettingInfo>& settingInfos() {
    static const std::vector<const char*> tokenizers = {"character", "word", "subword", "mixed", "whitespace"};
    static const std::vector<SettingInfo> infos = {
        {"direction", SettingGroup::Text, &Settings::direction, 0, 0, {"zh-en", "en-zh"},
         TEXT_NOOP("Settings", "Direction"),
         TEXT_NOOP("Settings", "Which way to translate: zh-en from Chinese to English, en-zh from English to Chinese.")},
        {"source_tokenizer", SettingGroup::Text, &Settings::source_tokenizer, 0, 0, tokenizers,
         TEXT_NOOP("Settings", "Source tokens"),
         TEXT_NOOP("Settings", "How the source is cut into tokens: characters, words of a dictionary, subwords learnt from the "
                               "training part (SentencePiece), characters of Chinese and subwords of English (mixed), or at white "
                               "space where the text comes cut already.")},
        {"target_tokenizer", SettingGroup::Text, &Settings::target_tokenizer, 0, 0, tokenizers,
         TEXT_NOOP("Settings", "Target tokens"),
         TEXT_NOOP("Settings", "How the target is cut into tokens: characters, words of a dictionary, subwords learnt from the "
                               "training part (SentencePiece), characters of Chinese and subwords of English (mixed), or at white "
                               "space where the text comes cut already.")},
        {"subword_kind", SettingGroup::Text, &Settings::subword_kind, 0, 0, {"unigram", "bpe"},
         TEXT_NOOP("Settings", "Subwords"),
         TEXT_NOOP("Settings", "How subwords are learnt: as a unigram language model (Kudo 2018), or by byte-pair encoding "
                               "(Sennrich et al. 2016).")},
        {"joint_vocabulary", SettingGroup::Text, &Settings::joint_vocabulary, 0, 0, {},
         TEXT_NOOP("Settings", "Joint vocabulary"),
         TEXT_NOOP("Settings", "Learns the subwords of both languages together, so that source and target have one vocabulary, of "
                               "the vocabulary size in all (Sennrich et al. 2016); both sides must be cut into subwords.")},
        {"subword_sampling", SettingGroup::Text, &Settings::subword_sampling, 0, 1, {},
         TEXT_NOOP("Settings", "Subword sampling"),
         TEXT_NOOP("Settings", "Cuts the training sentences into other subwords in each epoch, drawn at random: by the unigram model's "
                               "probabilities to this power (Kudo 2018), or leaving out this share of byte-pair merges (Provilkov et "
                               "al. 2020); 0 always cuts alike.")},
        {"casing", SettingGroup::Text, &Settings::casing, 0, 0, {"auto", "kept", "lowered", "sentence"},
         TEXT_NOOP("Settings", "Capitals"),
         TEXT_NOOP("Settings", "English capitals: kept; lowered and put back for names and sentences; or lowered where sentences "
                               "begin; auto lowers words and keeps the capitals of other tokens.")},
        {"simplify", SettingGroup::Text, &Settings::simplify, 0, 0, {},
         TEXT_NOOP("Settings", "Simplified characters"),
         TEXT_NOOP("Settings", "Turns traditional Chinese characters into simplified ones (OpenCC), so that both are one word to the "
                               "model.")},
        {"vocabulary_size", SettingGroup::Text, &Settings::vocabulary_size, 10, 1000000, {},
         TEXT_NOOP("Settings", "Vocabulary size"),
         TEXT_NOOP("Settings", "The most frequent tokens of each side that the model knows; the rest is unknown to it.")},
        {"minimum_count", SettingGroup::Text, &Settings::minimum_count, 1, 1000, {},
         TEXT_NOOP("Settings", "Minimum count"),
         TEXT_NOOP("Settings", "A token seen less often than this stays out of the vocabulary.")},
        {"max_length", SettingGroup::Text, &Settings::max_length, 2, 500, {},
         TEXT_NOOP("Settings", "Longest sentence"),
         TEXT_NOOP("Settings", "Pairs with more tokens than this on either side are left out; longer sentences to translate "
                               "are cut.")},
        {"embedding_size", SettingGroup::Network, &Settings::embedding_size, 4, 4096, {},
         TEXT_NOOP("Settings", "Embedding size"),
         TEXT_NOOP("Settings", "How many numbers stand for a token.")},
        {"hidden_size", SettingGroup::Network, &Settings::hidden_size, 4, 4096, {},
         TEXT_NOOP("Settings", "Hidden size"),
         TEXT_NOOP("Settings", "Recurrent units in each layer and direction; more remember more and train slower.")},
        {"encoder_layers", SettingGroup::Network, &Settings::encoder_layers, 1, 8, {},
         TEXT_NOOP("Settings", "Encoder layers"),
         TEXT_NOOP("Settings", "Recurrent layers stacked in the encoder, which reads the source.")},
        {"decoder_layers", SettingGroup::Network, &Settings::decoder_layers, 1, 8, {},
         TEXT_NOOP("Settings", "Decoder layers"),
         TEXT_NOOP("Settings", "Recurrent layers stacked in the decoder, which writes the target.")},
        {"cell", SettingGroup::Network, &Settings::cell, 0, 0, {"lstm", "gru"},
         TEXT_NOOP("Settings", "Cell"),
         TEXT_NOOP("Settings", "What remembers in encoder and decoder: an LSTM (Hochreiter and Schmidhuber 1997), or a GRU (Cho et al. "
                               "2014), which has a quarter fewer weights.")},
        {"layer_normalisation", SettingGroup::Network, &Settings::layer_normalisation, 0, 0, {},
         TEXT_NOOP("Settings", "Layer normalisation"),
         TEXT_NOOP("Settings", "Normalises what enters the gates of each layer at each step, so that learning is steadier (Ba et al. "
                               "2016).")},
        {"residual", SettingGroup::Network, &Settings::residual, 0, 0, {},
         TEXT_NOOP("Settings", "Residual connections"),
         TEXT_NOOP("Settings", "Adds the input of each layer above the first to its output, so that deep stacks learn (He et al. 2016).")},
        {"bidirectional", SettingGroup::Network, &Settings::bidirectional, 0, 0, {},
         TEXT_NOOP("Settings", "Read both ways"),
         TEXT_NOOP("Settings", "The encoder reads the source forwards and backwards, so that a state knows both sides of "
                               "its word.")},
        {"input_feeding", SettingGroup::Network, &Settings::input_feeding, 0, 0, {},
         TEXT_NOOP("Settings", "Input feeding"),
         TEXT_NOOP("Settings", "The decoder is told at each word what it attended to for the last one (Luong et al. 2015).")},
        {"attention", SettingGroup::Network, &Settings::attention, 0, 0,
         {"additive", "scaled_dot", "dot", "general", "none"},
         TEXT_NOOP("Settings", "Attention"),
         TEXT_NOOP("Settings", "How a query is scored against the source: additive (Bahdanau et al. 2015), scaled_dot "
                               "(Vaswani et al. 2017), dot, general (Luong et al. 2015), or none for contrast.")},
        {"attention_size", SettingGroup::Network, &Settings::attention_size, 4, 4096, {},
         TEXT_NOOP("Settings", "Attention size"),
         TEXT_NOOP("Settings", "Size of the queries and keys of additive and scaled_dot attention.")},
        {"coverage", SettingGroup::Network, &Settings::coverage, 0, 0, {},
         TEXT_NOOP("Settings", "Coverage"),
         TEXT_NOOP("Settings", "Additive attention also knows how much it has looked at each source token so far, against words "
                               "forgotten or translated twice (Tu et al. 2016).")},
        {"initial_state", SettingGroup::Network, &Settings::initial_state, 0, 0, {"learnt", "copied", "zero"},
         TEXT_NOOP("Settings", "Initial state"),
         TEXT_NOOP("Settings", "How the decoder begins: with what a layer of its own makes of the encoder's last state (learnt), with "
                               "that state as it is (copied), or with 0 (zero).")},
        {"tied_embeddings", SettingGroup::Network, &Settings::tied_embeddings, 0, 0, {},
         TEXT_NOOP("Settings", "Tied embeddings"),
         TEXT_NOOP("Settings", "The weights that write a word are also its embedding when it is read back (Press and Wolf 2017), and "
                               "with a joint vocabulary its embedding in the source as well; the embedding size and the hidden "
                               "size must be equal.")},
        {"output_spread", SettingGroup::Network, &Settings::output_spread, 0.01, 100, {},
         TEXT_NOOP("Settings", "Output spread"),
         TEXT_NOOP("Settings", "How large the weights of the output layer are at the beginning: 1 as LibTorch begins; a few times as "
                               "large, and the network learns sooner.")},
        {"learning_rate", SettingGroup::Rate, &Settings::learning_rate, 1e-6, 1, {},
         TEXT_NOOP("Settings", "Learning rate"),
         TEXT_NOOP("Settings", "Size of Adam's steps: too small learns slowly, too large not at all.")},
        {"schedule", SettingGroup::Rate, &Settings::schedule, 0, 0,
         {"constant", "inverse_sqrt", "linear", "cosine", "plateau"},
         TEXT_NOOP("Settings", "Schedule"),
         TEXT_NOOP("Settings", "How the learning rate falls: not at all (constant), with the root of the steps (inverse_sqrt), to 0 at "
                               "the end of the run (linear, cosine), or when the validation loss stands still (plateau).")},
        {"warmup_steps", SettingGroup::Rate, &Settings::warmup_steps, 0, 1000000, {},
         TEXT_NOOP("Settings", "Warm-up"),
         TEXT_NOOP("Settings", "Steps over which the learning rate rises from 0 at the beginning of a run.")},
        {"decay_factor", SettingGroup::Rate, &Settings::decay_factor, 0.01, 0.99, {},
         TEXT_NOOP("Settings", "Decay factor"),
         TEXT_NOOP("Settings", "What the schedule plateau multiplies the learning rate by when the loss stands still.")},
        {"decay_patience", SettingGroup::Rate, &Settings::decay_patience, 1, 1000, {},
         TEXT_NOOP("Settings", "Decay patience"),
         TEXT_NOOP("Settings", "Epochs in a row without a lower validation loss after which the schedule plateau lowers the rate.")},
        {"batch_size", SettingGroup::Training, &Settings::batch_size, 1, 4096, {},
         TEXT_NOOP("Settings", "Batch size"),
         TEXT_NOOP("Settings", "Sentence pairs in one training step.")},
        {"batch_tokens", SettingGroup::Training, &Settings::batch_tokens, 0, 1000000, {},
         TEXT_NOOP("Settings", "Tokens in a batch"),
         TEXT_NOOP("Settings", "Fills the training steps up to this many target tokens instead of counting pairs; 0 counts pairs.")},
        {"clip_norm", SettingGroup::Training, &Settings::clip_norm, 0, 1000, {},
         TEXT_NOOP("Settings", "Gradient clipping"),
         TEXT_NOOP("Settings", "Gradients longer than this are shortened to it; 0 leaves them as they are.")},
        {"epochs", SettingGroup::Training, &Settings::epochs, 1, 100000, {},
         TEXT_NOOP("Settings", "Epochs"),
         TEXT_NOOP("Settings", "How many times to go through the training set.")},
        {"validate_every", SettingGroup::Training, &Settings::validate_every, 0, 10000000, {},
         TEXT_NOOP("Settings", "Validate every"),
         TEXT_NOOP("Settings", "Steps between two passes over the validation set; 0 for one at the end of each epoch and, while a "
                               "run is young, after 50, 75, 100, 150, 200, 300 steps and so on.")},
        {"best_by", SettingGroup::Training, &Settings::best_by, 0, 0, {"dev_loss", "bleu"},
         TEXT_NOOP("Settings", "Best by"),
         TEXT_NOOP("Settings", "What tells which weights are kept in the end: the lowest validation loss, or the highest BLEU of the "
                               "validation sample.")},
        {"patience", SettingGroup::Training, &Settings::patience, 0, 1000, {},
         TEXT_NOOP("Settings", "Patience"),
         TEXT_NOOP("Settings", "Ends the run after this many epochs in a row without better weights; 0 never does.")},
        {"seed", SettingGroup::Training, &Settings::seed, 0, 2147483647, {},
         TEXT_NOOP("Settings", "Seed"),
         TEXT_NOOP("Settings", "Decides all that is random; the same seed and one thread give the same run again.")},
        {"dropout", SettingGroup::Regularisation, &Settings::dropout, 0, 0.9, {},
         TEXT_NOOP("Settings", "Dropout"),
         TEXT_NOOP("Settings", "Share of units silenced at random while training, against learning by heart.")},
        {"dropout_epochs", SettingGroup::Regularisation, &Settings::dropout_epochs, 0, 1000, {},
         TEXT_NOOP("Settings", "Dropout rises over"),
         TEXT_NOOP("Settings", "Epochs in which dropout rises from 0 to its full share (Morerio et al. 2017): what has been read once "
                               "or twice isn't learnt by heart yet; 0 begins with all of it.")},
        {"dropout_kind", SettingGroup::Regularisation, &Settings::dropout_kind, 0, 0, {"standard", "variational", "recurrent"},
         TEXT_NOOP("Settings", "Dropout kind"),
         TEXT_NOOP("Settings", "Which units are silenced: others at each token (standard), the same throughout a sentence (variational: "
                               "Gal and Ghahramani 2016), or these in the recurrent states as well (recurrent).")},
        {"word_dropout", SettingGroup::Regularisation, &Settings::word_dropout, 0, 0.9, {},
         TEXT_NOOP("Settings", "Word dropout"),
         TEXT_NOOP("Settings", "Share of the tokens that encoder and decoder read as unknown while training (Gal and Ghahramani 2016).")},
        {"label_smoothing", SettingGroup::Regularisation, &Settings::label_smoothing, 0, 0.9, {},
         TEXT_NOOP("Settings", "Label smoothing"),
         TEXT_NOOP("Settings", "Share of the probability that the training target spreads over all tokens.")},
        {"weight_decay", SettingGroup::Regularisation, &Settings::weight_decay, 0, 1, {},
         TEXT_NOOP("Settings", "Weight decay"),
         TEXT_NOOP("Settings", "How strongly each step draws the weights towards 0, beside the gradient (AdamW: Loshchilov and "
                               "Hutter 2019).")},
        {"average_weights", SettingGroup::Regularisation, &Settings::average_weights, 0, 0.99999, {},
         TEXT_NOOP("Settings", "Averaged weights"),
         TEXT_NOOP("Settings", "Validates, translates with and saves a moving average of the weights that keeps this share at each "
                               "step, such as 0.999; 0 takes the weights themselves.")},
        {"guided_attention", SettingGroup::Regularisation, &Settings::guided_attention, 0, 100, {},
         TEXT_NOOP("Settings", "Guided attention"),
         TEXT_NOOP("Settings", "How strongly attention is taught to follow word alignments (Chen et al. 2016): the true ones where "
                               "they are known, else those of a word aligner trained on the same corpus; 1 suits most "
                               "corpora, 0 leaves it free.")},
        {"threads", SettingGroup::Machine, &Settings::threads, 0, 256, {},
         TEXT_NOOP("Settings", "Threads"),
         TEXT_NOOP("Settings", "Processor cores to compute on; 0 for all of the machine's.")},
        {"device", SettingGroup::Machine, &Settings::device, 0, 0, {"auto", "cpu", "cuda"},
         TEXT_NOOP("Settings", "Device"),
         TEXT_NOOP("Settings", "Where to compute; auto takes a GPU where LibTorch has one.")},
    };
    return infos;
}

const SettingInfo* findSetting(std::string_view name) {
    for (const auto& info : settingInfos())
        if (name == info.name)
            return &info;
    return nullptr;
}

bool Settings::operator==(const Settings& other) const {
    for (const auto& info : settingInfos()) {
        const bool same = std::visit([&](auto member) { return this->*member == other.*member; }, info.member);
        if (!same)
            return false;
    }
    return true;
}

std::string settingText(const Settings& settings, const SettingInfo& info) {
    struct Text {
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(double value) const { return numberText(value); }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
    };
    return std::visit([&](auto member) { return Text{}(settings.*member); }, info.member);
}

std::optional<Message> setSetting(Settings& settings, std::string_view name, const std::string& value) {
    const SettingInfo* info = findSetting(name);
    if (!info)
        return Message{MessageCode::SettingUnknown, {std::string(name)}};
    const auto outOfRange = [&] {
        return Message{MessageCode::SettingOutOfRange,
                       {info->name, value, numberText(info->least), numberText(info->greatest)}};
    };
    const auto notAChoice = [&](const std::vector<std::string>& choices) {
        return Message{MessageCode::SettingNotAChoice, {info->name, value, joined(choices)}};
    };
    const char* end = value.c_str() + value.size();
    char* parsed = nullptr;
    errno = 0;
    if (const auto* member = std::get_if<std::string Settings::*>(&info->member)) {
        const std::vector<std::string> choices(info->choices.begin(), info->choices.end());
        for (const auto& choice : choices)
            if (value == choice) {
                settings.*(*member) = value;
                return std::nullopt;
            }
        return notAChoice(choices);
    }
    if (const auto* member = std::get_if<bool Settings::*>(&info->member)) {
        if (value != "true" && value != "false")
            return notAChoice({"true", "false"});
        settings.*(*member) = value == "true";
        return std::nullopt;
    }
    if (const auto* member = std::get_if<std::int64_t Settings::*>(&info->member)) {
        const long long number = std::strtoll(value.c_str(), &parsed, 10);
        if (value.empty() || parsed != end || errno != 0 || static_cast<double>(number) < info->least ||
            static_cast<double>(number) > info->greatest)
            return outOfRange();
        settings.*(*member) = number;
        return std::nullopt;
    }
    const double number = std::strtod(value.c_str(), &parsed);
    if (value.empty() || parsed != end || !std::isfinite(number) || number < info->least || number > info->greatest)
        return outOfRange();
    settings.*std::get<double Settings::*>(info->member) = number;
    return std::nullopt;
}

const std::vector<std::string>& presetNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> result;
        for (const auto& entry : presetTexts())
            result.push_back(entry.first);
        return result;
    }();
    return names;
}

Settings preset(const std::string& name) {
    for (const auto& entry : presetTexts())
        if (entry.first == name)
            return parsedPreset(entry.second);
    throw Failure(MessageCode::PresetUnknown, {name, joined(presetNames())});
}

std::string presetOf(const Settings& settings) {
    for (const auto& name : presetNames()) {
        Settings candidate = preset(name);
        candidate.direction = settings.direction;
        candidate.epochs = settings.epochs;
        candidate.validate_every = settings.validate_every;
        candidate.seed = settings.seed;
        candidate.threads = settings.threads;
        candidate.device = settings.device;
        if (candidate == settings)
            return name;
    }
    return {};
}

} // namespace zhuyi
