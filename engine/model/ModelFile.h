#pragma once

#include "engine/model/Model.h"
#include "engine/model/Torch.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace zhuyi {

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

/// Writes model.zhuyi: a safetensors file whose metadata holds the record under "zhuyi"; a timeline is a tensor of bytes.
/// A checkpoint adds tensors and its own record, `training`.
/// Throws Failure (FileUnwritable).
void writeModel(const std::string& path, const Model& model, const NamedTensors& extra = {},
                const nlohmann::json& training = nullptr);

/// What a checkpoint holds besides the model.
struct ModelExtras {
    std::map<std::string, torch::Tensor> tensors;
    nlohmann::json training; // null in a plain model file
};

/// Reads a model to `device`, ready to translate. With `extras`, all that belongs to a checkpoint too.
/// Throws Failure (FileMissing, FileUnreadable, ModelMalformed, ModelTooNew, OutOfMemory).
Model readModel(const std::string& path, torch::Device device, ModelExtras* extras = nullptr);

/// Reads a model to translate with: of a checkpoint, the weights that were best so far. Throws what readModel throws.
Model readModelToUse(const std::string& path, torch::Device device);

/// Settings, layers with shapes and parameter counts, metrics: what `zhuyi inspect` prints. Reads no weights.
nlohmann::json inspectModel(const std::string& path);

/// Whether the file begins like a safetensors file.
bool looksLikeModel(const std::string& path);

} // namespace zhuyi
