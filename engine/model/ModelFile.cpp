#include "engine/model/ModelFile.h"

#include "engine/model/CellStep.h"
#include "engine/model/ModelRecordJson.h"
#include "engine/model/Safetensors.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/ShallowJson.h"
#include "engine/model/TiedEmbeddings.h"
#include "engine/model/TimelineBytes.h"
#include "engine/session/TokenizerKind.h"

#include <cstring>
#include <fstream>

namespace zhuyi {

using Json = nlohmann::json;

namespace {

const char* const RecordKey = "zhuyi";
const char* const TrainingKey = "zhuyi.training";
const char* const SourceTokenizer = "source_tokenizer"; // SentencePiece models
const char* const TargetTokenizer = "target_tokenizer";
const char* const Timeline = "timeline"; // see TimelineBytes.h

Json metadataJson(const SafetensorsFile& file, const char* key, const std::string& path) {
    const auto it = file.metadata().find(key);
    if (it == file.metadata().end())
        return nullptr;
    Json json = shallowJson(it->second);
    if (!json.is_object())
        throw Failure(MessageCode::ModelMalformed, {path, key});
    return json;
}

Json recordJson(const SafetensorsFile& file, const std::string& path) {
    Json json = metadataJson(file, RecordKey, path);
    if (json.is_null())
        throw Failure(MessageCode::ModelMalformed, {path, RecordKey});
    return json;
}

torch::Tensor copyOf(const TensorView& view, const std::string& path) {
    if (view.type != "F32")
        throw Failure(MessageCode::ModelMalformed, {path, view.name});
    auto tensor = torch::empty(view.shape, torch::kFloat32);
    if (view.bytes > 0)
        std::memcpy(tensor.data_ptr(), view.data, view.bytes);
    return tensor;
}

/// What cuts into subwords, where that is what the settings ask for.
void readSubwords(const SafetensorsFile& file, const char* name, const std::string& kind, Vocabulary& vocabulary,
                  const std::string& path) {
    if (kind != "subword")
        return;
    const auto* view = file.find(name);
    if (!view || view->type != "U8")
        throw Failure(MessageCode::ModelMalformed, {path, name});
    Vocabulary read;
    try {
        read = Vocabulary::fromSubwords({reinterpret_cast<const char*>(view->data), view->bytes});
    } catch (const Failure&) {
        throw Failure(MessageCode::ModelMalformed, {path, name});
    }
    if (read.words() != vocabulary.words())
        throw Failure(MessageCode::ModelMalformed, {path, name});
    read.setCapitals(vocabulary.capitals());
    vocabulary = std::move(read);
}

std::shared_ptr<MapHistory> readTimeline(const SafetensorsFile& file, const std::string& path) {
    const auto* view = file.find(Timeline);
    if (!view)
        return nullptr;
    auto timeline =
        view->type == "U8" ? timelineFromBytes({reinterpret_cast<const char*>(view->data), view->bytes}) : std::nullopt;
    if (!timeline)
        throw Failure(MessageCode::ModelMalformed, {path, Timeline});
    return std::make_shared<MapHistory>(std::move(*timeline));
}

bool isBytes(const TensorView& view) {
    return view.name == SourceTokenizer || view.name == TargetTokenizer || view.name == Timeline;
}

} // namespace

void writeModel(const std::string& path, const Model& model, const NamedTensors& extra, const Json& training) {
    NamedTensors tensors;
    for (const auto& parameter : model.network->named_parameters())
        tensors.emplace_back(parameter.key(), parameter.value());
    tensors.insert(tensors.end(), extra.begin(), extra.end());
    std::vector<TensorView> views;
    for (auto& [name, tensor] : tensors) {
        tensor = tensor.detach().to(torch::kCPU).contiguous();
        views.push_back({name, "F32", tensor.sizes().vec(), static_cast<const std::byte*>(tensor.data_ptr()),
                         static_cast<std::size_t>(tensor.numel()) * sizeof(float)});
    }
    const std::string timeline =
        model.timeline && !model.timeline->isEmpty() ? timelineBytes(*model.timeline) : std::string();
    for (const auto& [name, bytes] : {std::pair(SourceTokenizer, &model.record.source.subwordModel()),
                                      {TargetTokenizer, &model.record.target.subwordModel()},
                                      {Timeline, &timeline}})
        if (!bytes->empty())
            views.push_back({name,
                             "U8",
                             {static_cast<std::int64_t>(bytes->size())},
                             reinterpret_cast<const std::byte*>(bytes->data()),
                             bytes->size()});
    std::map<std::string, std::string> metadata = {
        {"format", "pt"}, {RecordKey, toJson(model.record).dump(-1, ' ', false, Json::error_handler_t::replace)}};
    if (!training.is_null())
        metadata[TrainingKey] = training.dump();
    writeSafetensors(path, metadata, views);
}

Model readModel(const std::string& path, torch::Device device, ModelExtras* extras) {
    const SafetensorsFile file(path);
    Model model;
    model.path = path;
    model.record = recordFromJson(recordJson(file, path), path);
    readSubwords(file, SourceTokenizer, sourceTokenizerKind(model.record.settings), model.record.source, path);
    readSubwords(file, TargetTokenizer, targetTokenizerKind(model.record.settings), model.record.target, path);
    // The shapes must be right before a network of the settings' size is made: settings alone could ask for any memory.
    const auto& settings = model.record.settings;
    const auto* output = file.find("output.weight");
    if (!output || output->shape != std::vector<std::int64_t>{model.record.target.size(), settings.hidden_size})
        throw Failure(MessageCode::ModelMalformed, {path, "output.weight"});
    const auto* embedding = tiesSource(settings) ? output : file.find("encoder.embedding.weight");
    if (!embedding ||
        embedding->shape != std::vector<std::int64_t>{model.record.source.size(), settings.embedding_size})
        throw Failure(MessageCode::ModelMalformed, {path, "encoder.embedding.weight"});
    const auto* targetEmbedding = settings.tied_embeddings ? output : file.find("decoder.embedding.weight");
    if (!targetEmbedding ||
        targetEmbedding->shape != std::vector<std::int64_t>{model.record.target.size(), settings.embedding_size})
        throw Failure(MessageCode::ModelMalformed, {path, "decoder.embedding.weight"});
    std::size_t bytes = 0;
    for (const auto& tensor : file.tensors())
        bytes += tensor.bytes;
    const auto recurrences = settings.encoder_layers * (settings.bidirectional ? 2 : 1) + settings.decoder_layers;
    const auto least = CellStep::gatesOf(settings) * settings.hidden_size * settings.hidden_size * recurrences * 4;
    if (bytes < static_cast<std::size_t>(least))
        throw Failure(MessageCode::ModelMalformed, {path, "end"});
    model.network = std::make_shared<Seq2Seq>(settings, model.record.source.size(), model.record.target.size());
    {
        const torch::NoGradGuard noGradient;
        for (auto& parameter : model.network->named_parameters()) {
            const auto* view = file.find(parameter.key());
            if (!view || parameter.value().sizes().vec() != view->shape)
                throw Failure(MessageCode::ModelMalformed, {path, parameter.key()});
            parameter.value().copy_(copyOf(*view, path));
        }
    }
    model.network->to(device);
    model.network->eval();
    model.timeline = readTimeline(file, path);
    if (extras) {
        extras->training = metadataJson(file, TrainingKey, path);
        const auto parameters = model.network->named_parameters();
        for (const auto& view : file.tensors())
            if (!parameters.contains(view.name) && !isBytes(view))
                extras->tensors[view.name] = copyOf(view, path).to(device);
    }
    return model;
}

Model readModelToUse(const std::string& path, torch::Device device) {
    ModelExtras extras;
    Model model = readModel(path, device, &extras);
    if (extras.training.is_null())
        return model;
    model.path.clear(); // a checkpoint is no place to save a model to
    const torch::NoGradGuard noGradient;
    for (auto& parameter : model.network->named_parameters()) {
        const auto best = extras.tensors.find("best." + parameter.key());
        if (best != extras.tensors.end() && best->second.sizes() == parameter.value().sizes())
            parameter.value().copy_(best->second);
    }
    try {
        if (extras.training.at("has_best").get<bool>())
            model.record.becomesBest(extras.training.at("best_step").get<std::int64_t>(),
                                     extras.training.at("best_metrics").get<std::map<std::string, double>>());
    } catch (const Json::exception&) {
        throw Failure(MessageCode::ModelMalformed, {path, TrainingKey});
    }
    return model;
}

Json inspectModel(const std::string& path) {
    const SafetensorsFile file(path);
    const Json recorded = recordJson(file, path);
    const ModelRecord record = recordFromJson(recorded, path);
    Json layers = Json::array();
    std::int64_t parameters = 0;
    const bool checkpoint = file.metadata().count(TrainingKey) > 0;
    for (const auto& tensor : file.tensors()) {
        if (checkpoint && (tensor.name.rfind("adam.", 0) == 0 || tensor.name.rfind("best.", 0) == 0 ||
                           tensor.name.rfind("trained.", 0) == 0))
            continue;
        if (isBytes(tensor))
            continue;
        std::int64_t count = 1;
        for (const auto extent : tensor.shape)
            count *= extent;
        parameters += count;
        layers.push_back({{"name", tensor.name}, {"shape", tensor.shape}, {"parameters", count}});
    }
    Json json = {{"kind", checkpoint ? "checkpoint" : "model"},
                 {"format_version", recorded.at("format_version")},
                 {"settings", recorded.at("settings")},
                 {"preset", presetOf(record.settings)},
                 {"parameters", parameters},
                 {"layers", layers},
                 {"vocabulary", {{"source", record.source.size()}, {"target", record.target.size()}}},
                 {"step", record.step},
                 {"metrics", record.metrics},
                 {"corpus", recorded.at("corpus")},
                 {"trained_with", recorded.at("trained_with")}};
    if (recorded.contains("learning_rate_changes"))
        json["learning_rate_changes"] = recorded.at("learning_rate_changes");
    return json;
}

bool looksLikeModel(const std::string& path) {
    // A header's length below 100 MB leaves zeros in the bytes 4 to 7, which text never has; then JSON begins.
    std::ifstream file(path, std::ios::binary);
    char head[9] = {};
    if (!file.read(head, sizeof head))
        return false;
    return head[4] == 0 && head[5] == 0 && head[6] == 0 && head[7] == 0 && head[8] == '{';
}

} // namespace zhuyi
