#pragma once

#include <torch/torch.h>

#include "engine/model/MakeBatch.h"
#include "engine/training/TrainingPass.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

// Small networks of every kind and a batch for them, to hold ways to train against each other.

namespace zhuyi::trained {

constexpr std::int64_t SourceWords = 37, TargetWords = 41;
/// So that every nonlinearity bends, and attention is no mere average.
constexpr double Bent = 3;

/// Lengths from 1 to 7 and an empty source, in no order.
inline EncodedPairs pairs() {
    EncodedPairs pairs;
    for (std::int32_t i = 0; i < 19; ++i) {
        std::vector<std::int32_t> source, target;
        for (std::int32_t k = 0; k < i * 5 % 8; ++k)
            source.push_back(4 + (i * 7 + k * 3) % (SourceWords - 4));
        for (std::int32_t k = 0; k < 1 + i * 3 % 7; ++k)
            target.push_back(4 + (i * 11 + k * 5) % (TargetWords - 4));
        pairs.source.append(source);
        pairs.target.append(target);
    }
    return pairs;
}

/// Links between some tokens of each pair.
inline Alignments links(const EncodedPairs& pairs) {
    Alignments links;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        std::vector<AlignmentLink> some;
        for (std::int32_t t = 0; t < pairs.target.length(i); t += 2)
            for (std::int32_t s = 0; s < std::min(pairs.source.length(i), 1 + t); ++s)
                some.push_back({static_cast<std::uint16_t>(s), static_cast<std::uint16_t>(t)});
        links.append(some);
    }
    return links;
}

inline std::vector<std::uint32_t> all(const EncodedPairs& pairs) {
    std::vector<std::uint32_t> indices(pairs.size());
    for (std::uint32_t i = 0; i < indices.size(); ++i)
        indices[i] = i;
    return indices;
}

/// Its weights are `scale` times what a training begins with.
inline std::shared_ptr<Seq2Seq> networkOf(const Settings& settings, double scale) {
    torch::manual_seed(11);
    auto network = std::make_shared<Seq2Seq>(settings, SourceWords, TargetWords);
    const torch::NoGradGuard noGradient;
    for (auto& parameter : network->parameters())
        parameter.mul_(scale);
    return network;
}

/// Of the row of networks() that is tested.
inline Settings settingsOfRow() {
    QFETCH(QString, attention);
    QFETCH(bool, bidirectional);
    QFETCH(bool, inputFeeding);
    QFETCH(int, encoderLayers);
    QFETCH(int, decoderLayers);
    QFETCH(double, dropout);
    QFETCH(double, labelSmoothing);
    QFETCH(double, guidance);
    Settings settings;
    settings.embedding_size = 20; // no multiple of a vector's width
    settings.hidden_size = 24;
    settings.attention_size = 18;
    settings.attention = attention.toStdString();
    settings.bidirectional = bidirectional;
    settings.input_feeding = inputFeeding;
    settings.encoder_layers = encoderLayers;
    settings.decoder_layers = decoderLayers;
    settings.dropout = dropout;
    settings.label_smoothing = labelSmoothing;
    settings.guided_attention = guidance;
    return settings;
}

/// The rows: every attention, each with every way to build the rest, with and without all that regularises.
inline void networks() {
    QTest::addColumn<QString>("attention");
    QTest::addColumn<bool>("bidirectional");
    QTest::addColumn<bool>("inputFeeding");
    QTest::addColumn<int>("encoderLayers");
    QTest::addColumn<int>("decoderLayers");
    QTest::addColumn<double>("dropout");
    QTest::addColumn<double>("labelSmoothing");
    QTest::addColumn<double>("guidance");
    for (const char* attention : {"additive", "scaled_dot", "dot", "general", "none"})
        for (const bool bidirectional : {false, true})
            for (const bool inputFeeding : {false, true})
                for (const auto& [encoder, decoder] :
                     {std::pair(1, 1), std::pair(2, 2), std::pair(1, 3), std::pair(3, 1)})
                    for (const bool regularised : {false, true})
                        QTest::addRow("%s, %s, %s, %d and %d layers, %s", attention,
                                      bidirectional ? "both ways" : "one way", inputFeeding ? "fed" : "not fed",
                                      encoder, decoder, regularised ? "regularised" : "plain")
                            << QString(attention) << bidirectional << inputFeeding << encoder << decoder
                            << (regularised ? 0.3 : 0.0) << (regularised ? 0.1 : 0.0)
                            << (regularised && QString(attention) != "none" ? 0.7 : 0.0);
}

} // namespace zhuyi::trained
