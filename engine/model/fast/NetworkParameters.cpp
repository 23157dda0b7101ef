#include "engine/model/fast/NetworkParameters.h"

#include "engine/model/Seq2Seq.h"

namespace zhuyi::fast {

bool knows(const Settings& settings) {
    const bool isStacked = settings.encoder_layers > 1 || settings.decoder_layers > 1;
    return settings.cell == "lstm" && !settings.layer_normalisation && !settings.coverage &&
           !(settings.residual && isStacked);
}

Parameters parametersOf(const Seq2Seq& network, std::vector<Gradient>* gradients) {
    Parameters parameters;
    const auto named = network.named_parameters();
    if (gradients)
        gradients->resize(named.size());
    for (std::size_t i = 0; i < named.size(); ++i) {
        const auto& value = named[i].value();
        TORCH_CHECK(value.is_contiguous() && value.is_cpu() && value.scalar_type() == torch::kFloat32);
        const auto columns = value.size(-1), rows = value.numel() / columns;
        Weight weight{{value.data_ptr<float>(), rows, columns}, {}};
        if (!gradients) {
            parameters.add(named[i].key(), weight);
            continue;
        }
        auto& gradient = (*gradients)[i];
        gradient.values = torch::zeros(value.sizes());
        gradient.isOfRows = named[i].key().find("embedding.") != std::string::npos;
        weight.gradient = {gradient.values.data_ptr<float>(), rows, columns};
        parameters.add(named[i].key(), weight, &gradient.rows);
    }
    return parameters;
}

} // namespace zhuyi::fast
