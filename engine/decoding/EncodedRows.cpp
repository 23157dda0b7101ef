#include "engine/decoding/EncodedRows.h"

namespace zhuyi {

void selectRows(Seq2Seq::Encoded& encoded, const std::vector<std::int64_t>& rows, bool memory) {
    const auto index = torch::tensor(rows, torch::kInt64).to(encoded.state.output.device());
    const auto select = [&index](torch::Tensor& tensor) {
        if (tensor.defined())
            tensor = tensor.index_select(0, index);
    };
    auto& state = encoded.state;
    for (auto& layer : state.hidden)
        select(layer);
    for (auto& layer : state.cell)
        select(layer);
    select(state.output);
    select(state.coverage);
    if (!memory)
        return;
    auto& kept = encoded.memory;
    kept.embedded.reset(); // no search looks at it
    const bool valuesAreStates = kept.values.defined() && kept.values.is_same(kept.states);
    const bool valuesAreKeys = kept.values.defined() && kept.values.is_same(kept.keys);
    select(kept.states);
    select(kept.padding);
    select(kept.keys);
    if (valuesAreStates)
        kept.values = kept.states;
    else if (valuesAreKeys)
        kept.values = kept.keys;
    else
        select(kept.values);
    for (auto& layer : kept.finals)
        select(layer);
}

} // namespace zhuyi
