#include "engine/session/TokenizerKind.h"

namespace zhuyi {

namespace {

std::string kindFor(const std::string& tokenizer, bool chinese) {
    if (tokenizer != "mixed")
        return tokenizer;
    return chinese ? "character" : "subword";
}

} // namespace

std::string sourceTokenizerKind(const Settings& settings) {
    return kindFor(settings.source_tokenizer, settings.sourceIsChinese());
}

std::string targetTokenizerKind(const Settings& settings) {
    return kindFor(settings.target_tokenizer, !settings.sourceIsChinese());
}

bool hasSubwordsOnBothSides(const Settings& settings) {
    return sourceTokenizerKind(settings) == "subword" && targetTokenizerKind(settings) == "subword";
}

bool hasJointVocabulary(const Settings& settings) {
    return settings.joint_vocabulary && hasSubwordsOnBothSides(settings);
}

} // namespace zhuyi
