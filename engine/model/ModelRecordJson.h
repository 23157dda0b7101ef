#pragma once

#include "engine/model/Model.h"

#include <nlohmann/json.hpp>

namespace zhuyi {

/// The newest layout of the record that this program writes and reads.
constexpr std::int64_t ModelFormatVersion = 1;

nlohmann::json toJson(const ModelRecord& record);

/// `path` is for messages. Throws Failure (ModelMalformed, ModelTooNew).
ModelRecord recordFromJson(const nlohmann::json& json, const std::string& path);

nlohmann::json toJson(const Settings& settings);

} // namespace zhuyi
