#pragma once

#include "engine/model/MakeBatch.h"
#include "engine/model/Torch.h"
#include "engine/training/TrainingPass.h"
#include "tests/engine/NetworkKinds.h"

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
    auto network =
        std::make_shared<Seq2Seq>(settings, settings.joint_vocabulary ? TargetWords : SourceWords, TargetWords);
    const torch::NoGradGuard noGradient;
    for (auto& parameter : network->parameters())
        parameter.mul_(scale);
    return network;
}

/// Of the row of networks() that is tested.
inline Settings settingsOfRow() {
    QFETCH(double, dropout);
    QFETCH(double, labelSmoothing);
    QFETCH(double, guidance);
    QFETCH(QString, dropoutKind);
    QFETCH(QString, initialState);
    Settings settings = kinds::settingsOfRow();
    settings.dropout = dropout;
    settings.label_smoothing = labelSmoothing;
    settings.guided_attention = guidance;
    settings.dropout_kind = dropoutKind.toStdString();
    settings.initial_state = initialState.toStdString();
    return settings;
}

/// All pairs, with their links where the settings guide attention.
inline Batch batchOf(const Settings& settings) {
    const auto corpus = pairs();
    const auto guide = links(corpus);
    return makeBatch(corpus, all(corpus), torch::kCPU, settings.guided_attention > 0 ? &guide : nullptr);
}

/// The network of networkOf() in double precision.
inline std::shared_ptr<Seq2Seq> doubled(const Settings& settings, double scale) {
    const auto network = networkOf(settings, scale);
    network->to(torch::kFloat64);
    network->train();
    return network;
}

/// The rows: an embedding of the target that is the output layer's weights, and one of both sides.
inline void tiedNetworks() {
    QTest::addColumn<bool>("joint");
    QTest::addColumn<QString>("dropoutKind");
    for (const char* dropoutKind : {"standard", "recurrent"}) {
        QTest::addRow("target, %s dropout", dropoutKind) << false << QString(dropoutKind);
        QTest::addRow("both sides, %s dropout", dropoutKind) << true << QString(dropoutKind);
    }
}

/// Of the row of tiedNetworks() that is tested.
inline Settings tiedSettingsOfRow() {
    QFETCH(bool, joint);
    QFETCH(QString, dropoutKind);
    Settings settings;
    settings.embedding_size = settings.hidden_size = 24;
    settings.attention_size = 18;
    settings.tied_embeddings = true;
    settings.joint_vocabulary = joint;
    settings.dropout_kind = dropoutKind.toStdString();
    settings.label_smoothing = 0.1;
    return settings;
}

/// The rows: every kind of network, with and without all that regularises, of each kind of dropout and initial state;
/// `atEachDepth` as of kinds::addRows().
inline void networks(std::size_t atEachDepth = SIZE_MAX) {
    QTest::addColumn<double>("dropout");
    QTest::addColumn<double>("labelSmoothing");
    QTest::addColumn<double>("guidance");
    QTest::addColumn<QString>("dropoutKind");
    QTest::addColumn<QString>("initialState");
    kinds::addRows(
        {"plain", "regularised", "variational, copied", "recurrent, zero"},
        [](QTestData& row, const QString& attention, std::size_t variant) {
            const bool regularised = variant > 0;
            row << (regularised ? 0.3 : 0.0) << (regularised ? 0.1 : 0.0)
                << (regularised && attention != "none" ? 0.7 : 0.0)
                << QStringList({"standard", "standard", "variational", "recurrent"}).at(int(variant))
                << QStringList({"learnt", "learnt", "copied", "zero"}).at(int(variant));
        },
        atEachDepth);
}

} // namespace zhuyi::trained
