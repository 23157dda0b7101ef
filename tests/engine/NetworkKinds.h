#pragma once

#include "engine/session/Settings.h"

#include <QTest>

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

// Rows of a data-driven test: small networks of every kind, each with variants of the test's own.

namespace zhuyi::kinds {

/// Every attention, with every way to build the rest, by every variant. `fill` streams what the test's own columns
/// hold, which are declared before these. Variants after the first `atEachDepth` get networks of two layers alone.
inline void addRows(const std::vector<std::string>& variants,
                    const std::function<void(QTestData& row, const QString& attention, std::size_t variant)>& fill,
                    std::size_t atEachDepth = SIZE_MAX) {
    QTest::addColumn<QString>("attention");
    QTest::addColumn<bool>("bidirectional");
    QTest::addColumn<bool>("inputFeeding");
    QTest::addColumn<int>("encoderLayers");
    QTest::addColumn<int>("decoderLayers");
    for (const char* attention : {"additive", "scaled_dot", "dot", "general", "none"})
        for (const bool bidirectional : {false, true})
            for (const bool inputFeeding : {false, true})
                for (const auto& [encoder, decoder] :
                     {std::pair(1, 1), std::pair(2, 2), std::pair(1, 3), std::pair(3, 1)})
                    for (std::size_t variant = 0; variant < variants.size(); ++variant) {
                        if (variant >= atEachDepth && std::pair(encoder, decoder) != std::pair(2, 2))
                            continue;
                        auto& row = QTest::addRow(
                            "%s, %s, %s, %d and %d layers, %s", attention, bidirectional ? "both ways" : "one way",
                            inputFeeding ? "fed" : "not fed", encoder, decoder, variants[variant].c_str());
                        fill(row, attention, variant);
                        row << QString(attention) << bidirectional << inputFeeding << encoder << decoder;
                    }
}

/// Small networks of what the plain way alone knows, one column.
inline void addPlainRows() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"gru", "normalised", "normalised gru", "residual", "covered", "all of them"})
        for (const char* dropout : {"", ", recurrent"})
            QTest::newRow((std::string(kind) + dropout).c_str()) << QString(kind) + dropout;
}

/// Of the row that is tested.
inline Settings plainSettingsOfRow() {
    QFETCH(QString, kind);
    Settings settings;
    settings.embedding_size = 10;
    settings.hidden_size = 12;
    settings.attention_size = 9;
    settings.encoder_layers = settings.decoder_layers = 2;
    const bool all = kind.contains("all");
    if (all || kind.contains("gru"))
        settings.cell = "gru";
    settings.layer_normalisation = all || kind.contains("normalised");
    settings.residual = all || kind.contains("residual");
    settings.coverage = all || kind.contains("covered");
    settings.dropout = 0;
    if (kind.contains("recurrent")) {
        settings.dropout = 0.3;
        settings.dropout_kind = "recurrent";
    }
    return settings;
}

/// Of the row that is tested.
inline Settings settingsOfRow() {
    QFETCH(QString, attention);
    QFETCH(bool, bidirectional);
    QFETCH(bool, inputFeeding);
    QFETCH(int, encoderLayers);
    QFETCH(int, decoderLayers);
    Settings settings;
    settings.embedding_size = 20; // no multiple of a vector's width
    settings.hidden_size = 24;
    settings.attention_size = 18;
    settings.attention = attention.toStdString();
    settings.bidirectional = bidirectional;
    settings.input_feeding = inputFeeding;
    settings.encoder_layers = encoderLayers;
    settings.decoder_layers = decoderLayers;
    return settings;
}

} // namespace zhuyi::kinds
