#include "engine/model/fast/OutputPass.h"

#include "engine/model/fast/Kernels.h"
#include "engine/model/fast/Products.h"

#include <algorithm>

namespace zhuyi::fast {

namespace {

constexpr std::int64_t MostRows = 384;

/// Calls `visit` with the begin and the length of stretches of about the same length.
template <typename Visit>
void eachStretch(std::int64_t rows, const Visit& visit) {
    const auto stretches = (rows + MostRows - 1) / MostRows;
    for (std::int64_t stretch = 0; stretch < stretches; ++stretch) {
        const auto begin = stretch * rows / stretches;
        visit(begin, (stretch + 1) * rows / stretches - begin);
    }
}

} // namespace

OutputPass::OutputPass(const Parameters& parameters)
    : weight_(parameters["output.weight"]), bias_(parameters["output.bias"]) {}

OutputPass::Sum OutputPass::train(ConstView outputs, const std::vector<std::int64_t>& targets, double smoothing,
                                  double scale, View toOutputs) {
    Sum sum;
    const auto vocabulary = weight_.value.rows;
    const auto logits = logits_.take(outputs.rows, vocabulary);
    std::fill_n(bias_.gradient.data, vocabulary, 0.0F);
    eachStretch(outputs.rows, [&](std::int64_t begin, std::int64_t count) {
        const auto stretch = logits.rowsFrom(begin, count);
        multiplyByTransposed(outputs.rowsFrom(begin, count), weight_.value, stretch);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto loss = crossEntropyRow(stretch.row(i), bias_.value.data, bias_.gradient.data, vocabulary,
                                              targets[static_cast<std::size_t>(begin + i)],
                                              static_cast<float>(smoothing), static_cast<float>(scale));
            sum.nats += loss.nats;
            sum.objective += loss.objective;
        }
        multiply(stretch, weight_.value, toOutputs.rowsFrom(begin, count));
    });
    transposedMultiply(logits, outputs, weight_.gradient);
    return sum;
}

double OutputPass::score(ConstView outputs, const std::vector<std::int64_t>& targets, std::vector<char>& isLikeliest) {
    double nats = 0;
    const auto vocabulary = weight_.value.rows;
    isLikeliest.clear();
    eachStretch(outputs.rows, [&](std::int64_t begin, std::int64_t count) {
        const auto stretch = logits_.take(count, vocabulary);
        multiplyByTransposed(outputs.rowsFrom(begin, count), weight_.value, stretch);
        for (std::int64_t i = 0; i < count; ++i) {
            bool likeliest = false;
            nats += crossEntropyRow(stretch.row(i), bias_.value.data, vocabulary,
                                    targets[static_cast<std::size_t>(begin + i)], 0, likeliest)
                        .nats;
            isLikeliest.push_back(likeliest);
        }
    });
    return nats;
}

} // namespace zhuyi::fast
