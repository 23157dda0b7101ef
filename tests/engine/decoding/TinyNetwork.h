#pragma once

#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"

#include <memory>
#include <vector>

/// A network of few words whose untrained choices are clear: its weights are made larger than a training would begin with.
constexpr std::int64_t SourceWords = 11;

inline std::shared_ptr<zhuyi::Seq2Seq> tinyNetwork(const std::string& attention, std::int64_t targetWords,
                                                   std::uint64_t seed = 7) {
    torch::manual_seed(seed);
    zhuyi::Settings settings;
    settings.embedding_size = 5;
    settings.hidden_size = 6;
    settings.attention_size = 4;
    settings.attention = attention;
    settings.decoder_layers = 2;
    auto network = std::make_shared<zhuyi::Seq2Seq>(settings, SourceWords, targetWords);
    const torch::NoGradGuard noGradient;
    for (auto& parameter : network->parameters())
        parameter.mul_(3);
    network->eval();
    return network;
}

struct TinySources {
    std::vector<std::vector<std::int32_t>> ids{{4, 5, 6, 7}, {10, 4}, {8}, {9, 9, 5, 4, 6}, {7, 10, 8}};
    torch::Tensor source = torch::zeros({5, 5}, torch::kInt64);
    torch::Tensor lengths = torch::empty({5}, torch::kInt64);
    std::vector<std::int64_t> limits{9, 12, 3, 1, 20};

    TinySources() {
        for (std::size_t b = 0; b < ids.size(); ++b) {
            const auto row = static_cast<std::int64_t>(b);
            lengths[row] = static_cast<std::int64_t>(ids[b].size());
            for (std::size_t i = 0; i < ids[b].size(); ++i)
                source[row][static_cast<std::int64_t>(i)] = ids[b][i];
        }
    }
};
