#include "ui/training/CurveTable.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

QByteArray CurveTable::csv() const {
    const auto number = [](double value) { return QByteArray::number(value, 'g', 9); };
    const bool aligned = std::any_of(validations.begin(), validations.end(),
                                     [](const auto& validation) { return validation.second.alignment.has_value(); });
    QByteArray text = "step,train_loss,train_loss_smoothed,dev_loss,perplexity";
    text += aligned ? ",aer,precision,recall\n" : "\n";
    const auto write = [&](std::int64_t at, const Step* step, const Validation* validation) {
        text += QByteArray::number(static_cast<qlonglong>(at)) + ',';
        text += step ? number(step->loss) + ',' + number(step->smoothed) : QByteArray(",");
        text += validation ? ',' + number(validation->loss) + ',' + number(std::exp(validation->loss)) : QByteArray(",,");
        if (aligned) {
            const AlignmentScore* score = validation && validation->alignment ? &*validation->alignment : nullptr;
            text += score ? ',' + number(score->errorRate) + ',' + number(score->precision) + ',' + number(score->recall)
                          : QByteArray(",,,");
        }
        text += '\n';
    };
    auto validation = validations.begin();
    for (const Step& step : steps) {
        for (; validation != validations.end() && validation->first < step.step; ++validation)
            write(validation->first, nullptr, &validation->second);
        const bool both = validation != validations.end() && validation->first == step.step;
        write(step.step, &step, both ? &validation->second : nullptr);
        if (both)
            ++validation;
    }
    for (; validation != validations.end(); ++validation)
        write(validation->first, nullptr, &validation->second);
    return text;
}

} // namespace zhuyi
