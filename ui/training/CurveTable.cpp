#include "ui/training/CurveTable.h"

#include "ui/training/CsvField.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace zhuyi {

namespace {

QByteArray number(double value) {
    return std::isfinite(value) ? QByteArray::number(value, 'g', 9) : QByteArray();
}

/// With as many digits as bring it back: 0.002, not 0.00200000009.
QByteArray number(float value) {
    if (!std::isfinite(value))
        return {};
    QByteArray text;
    for (int digits = 6; digits <= 9; ++digits) {
        text = QByteArray::number(static_cast<double>(value), 'g', digits);
        if (text.toFloat() == value)
            break;
    }
    return text;
}

constexpr std::array<std::pair<DevMetric, const char*>, 7> devColumns = {{{DevMetric::Loss, "dev_loss"},
                                                                          {DevMetric::Perplexity, "perplexity"},
                                                                          {DevMetric::TokenAccuracy, "token_accuracy"},
                                                                          {DevMetric::Bleu, "bleu"},
                                                                          {DevMetric::ErrorRate, "aer"},
                                                                          {DevMetric::Precision, "precision"},
                                                                          {DevMetric::Recall, "recall"}}};

bool isMeasured(const std::vector<DrawnRun>& runs, DevMetric metric) {
    return std::any_of(runs.begin(), runs.end(), [metric](const DrawnRun& run) {
        const auto& validations = run.data->validations();
        return std::any_of(validations.begin(), validations.end(), [metric](const ValidationReport& report) {
            return RunData::value(report, metric).has_value();
        });
    });
}

} // namespace

QByteArray curveTable(const std::vector<DrawnRun>& runs) {
    const bool areSeveral = runs.size() > 1;
    std::vector<std::pair<DevMetric, const char*>> measured;
    for (const auto& column : devColumns)
        if (isMeasured(runs, column.first))
            measured.push_back(column);
    QByteArray text = areSeveral ? "run,step" : "step";
    text += ",train_loss,train_loss_smoothed";
    for (const auto& column : measured)
        text += QByteArray(",") + column.second;
    text += ",learning_rate,gradient_norm,tokens_per_second,epoch,seconds\n";

    for (const DrawnRun& run : runs) {
        const RunData& data = *run.data;
        const auto write = [&](std::int64_t step, std::optional<std::size_t> at, const ValidationReport* validation) {
            if (areSeveral)
                text += csvField(run.name) + ',';
            text += QByteArray::number(static_cast<qlonglong>(step));
            const auto column = [&](const CurveColumn& values) {
                text += ',';
                if (at)
                    text += number(values[*at]);
            };
            column(data.column(StepMetric::Loss));
            column(data.mean(StepMetric::Loss));
            for (const auto& [metric, name] : measured) {
                const auto value = validation ? RunData::value(*validation, metric) : std::nullopt;
                text += ',';
                if (value)
                    text += number(*value);
            }
            column(data.column(StepMetric::LearningRate));
            column(data.column(StepMetric::GradientNorm));
            column(data.column(StepMetric::TokensPerSecond));
            for (const Progression progression : {Progression::Epochs, Progression::Seconds}) {
                text += ',';
                if (at)
                    text += number(data.along(progression)[*at]);
            }
            text += '\n';
        };
        const auto& validations = data.validations();
        auto validation = validations.begin();
        for (std::size_t at = 0; at < data.steps().size(); ++at) {
            const std::int64_t step = std::llround(data.steps()[at]);
            for (; validation != validations.end() && validation->step < step; ++validation)
                write(validation->step, std::nullopt, &*validation);
            const bool both = validation != validations.end() && validation->step == step;
            write(step, at, both ? &*validation : nullptr);
            if (both)
                ++validation;
        }
        for (; validation != validations.end(); ++validation)
            write(validation->step, std::nullopt, &*validation);
    }
    return text;
}

} // namespace zhuyi
