#include "engine/model/ModelRecordJson.h"

#include "engine/text/Capitals.h"

namespace zhuyi {

using Json = nlohmann::json;

Json toJson(const Settings& settings) {
    Json json = Json::object();
    for (const auto& info : settingInfos())
        std::visit([&](auto member) { json[info.name] = settings.*member; }, info.member);
    return json;
}

Json toJson(const ModelRecord& record) {
    Json json = {
        {"format_version", ModelFormatVersion},
        {"settings", toJson(record.settings)},
        {"source_vocabulary", record.source.words()},
        {"target_vocabulary", record.target.words()},
        {"step", record.step},
        {"metrics", record.metrics},
        {"corpus", {{"name", record.corpus}, {"dev_lines", record.devLines}, {"test_lines", record.testLines}}},
        {"trained_with",
         {{"zhuyi", record.programVersion},
          {"libtorch", record.torchVersion},
          {"blas", record.blas},
          {"threads", record.threads}}}};
    if (const auto& capitals = *record.target.capitals(); !capitals.beginSentences() || !capitals.words().empty())
        json["target_capitals"] = {{"begin_sentences", capitals.beginSentences()}, {"words", capitals.words()}};
    for (const auto& change : record.rateChanges)
        json["learning_rate_changes"].push_back({{"step", change.step}, {"learning_rate", change.learningRate}});
    return json;
}

ModelRecord recordFromJson(const Json& json, const std::string& path) {
    try {
        const auto version = json.at("format_version").get<std::int64_t>();
        if (version > ModelFormatVersion)
            throw Failure(MessageCode::ModelTooNew,
                          {path, std::to_string(version), std::to_string(ModelFormatVersion)});
        ModelRecord record;
        for (const auto& [name, value] : json.at("settings").items()) {
            const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
            if (const auto error = setSetting(record.settings, name, text))
                throw Failure(MessageCode::ModelMalformed, {path, name});
        }
        record.source = Vocabulary(json.at("source_vocabulary").get<std::vector<std::string>>());
        record.target = Vocabulary(json.at("target_vocabulary").get<std::vector<std::string>>());
        if (const auto capitals = json.find("target_capitals"); capitals != json.end())
            record.target.setCapitals(
                std::make_shared<const Capitals>(capitals->at("begin_sentences").get<bool>(),
                                                 capitals->at("words").get<std::map<std::string, std::string>>()));
        record.step = json.at("step").get<std::int64_t>();
        record.metrics = json.at("metrics").get<std::map<std::string, double>>();
        for (const auto& change : json.value("learning_rate_changes", Json::array())) {
            record.rateChanges.push_back(
                {change.at("step").get<std::int64_t>(), change.at("learning_rate").get<double>()});
            const auto& range = *findSetting("learning_rate");
            const double rate = record.rateChanges.back().learningRate;
            if (!(rate >= range.least && rate <= range.greatest))
                throw Failure(MessageCode::ModelMalformed, {path, "learning_rate_changes"});
        }
        const auto& corpus = json.at("corpus");
        record.corpus = corpus.at("name").get<std::string>();
        record.devLines = corpus.at("dev_lines").get<std::vector<std::int64_t>>();
        record.testLines = corpus.at("test_lines").get<std::vector<std::int64_t>>();
        const auto& with = json.at("trained_with");
        record.programVersion = with.at("zhuyi").get<std::string>();
        record.torchVersion = with.at("libtorch").get<std::string>();
        record.blas = with.at("blas").get<std::string>();
        record.threads = with.at("threads").get<int>();
        return record;
    } catch (const Json::exception&) {
        throw Failure(MessageCode::ModelMalformed, {path, "zhuyi"});
    }
}

} // namespace zhuyi
