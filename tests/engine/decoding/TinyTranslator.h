#pragma once

#include "engine/decoding/Translator.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"
#include "engine/training/Loss.h"

#include <torch/optim/adam.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

/// Settings of a model that translates words, which white space separates.
inline zhuyi::Settings wordSettings(const std::string& attention = "additive") {
    zhuyi::Settings settings;
    settings.source_tokenizer = settings.target_tokenizer = "whitespace";
    settings.embedding_size = settings.hidden_size = settings.attention_size = 16;
    settings.dropout = 0;
    settings.max_length = 12;
    settings.attention = attention;
    return settings;
}

/// A model of number words that has learnt nothing.
inline zhuyi::Model wordModel(const zhuyi::Settings& settings, std::uint64_t seed = 3) {
    zhuyi::Model model;
    model.record.settings = settings;
    model.record.source = zhuyi::Vocabulary({"一", "二", "三", "四", "五", "六", "七", "八"});
    model.record.target = zhuyi::Vocabulary({"one", "two", "three", "four", "five", "six", "seven", "eight"});
    torch::manual_seed(seed);
    model.network = std::make_shared<zhuyi::Seq2Seq>(settings, model.record.source.size(), model.record.target.size());
    return model;
}

/// The same with larger weights than a training begins with, so that its choices are clear.
inline zhuyi::Model decidedModel(const std::string& attention = "additive", std::uint64_t seed = 3) {
    auto model = wordModel(wordSettings(attention), seed);
    const torch::NoGradGuard noGradient;
    for (auto& parameter : model.network->parameters())
        parameter.mul_(3);
    return model;
}

/// The same after learning in seconds to write word for word what it reads, looking at each word in turn.
inline zhuyi::Model trainedModel(const std::string& attention = "additive") {
    using namespace zhuyi;
    auto settings = wordSettings(attention);
    settings.embedding_size = settings.hidden_size = settings.attention_size = 32;
    auto model = wordModel(settings);
    auto& network = *model.network;
    network.train();
    torch::optim::Adam optimiser(network.parameters(), torch::optim::AdamOptions(0.01));
    std::mt19937 random(5); // NOLINT: the same sentences each time
    constexpr int steps = 300;
    for (int step = 0; step < steps; ++step) {
        // Falls to 0, so that what is learnt does not hang on where the last large step happened to lead.
        optimiser.param_groups()[0].options().set_lr(0.01 * (steps - step) / steps);
        const auto length = 2 + step % 5;
        EncodedPairs pairs;
        std::vector<std::uint32_t> indices;
        for (std::uint32_t i = 0; i < 32; ++i) {
            std::vector<std::int32_t> words;
            for (int word = 0; word < length; ++word)
                words.push_back(Vocabulary::Specials + static_cast<std::int32_t>(random() % 8));
            pairs.source.append(words);
            pairs.target.append(words);
            indices.push_back(i);
        }
        const auto batch = makeBatch(pairs, indices, torch::kCPU);
        const auto outputs = network.forward(batch, true);
        auto loss = crossEntropy(outputs.logits, batch.targets, 0).objective / static_cast<double>(batch.tokens);
        if (attention != "none")
            loss = loss - torch::log(outputs.weights.slice(0, 0, length).diagonal(0, 0, 2) + 1e-8).mean();
        optimiser.zero_grad();
        loss.backward();
        optimiser.step();
    }
    optimiser.zero_grad();
    return model;
}
