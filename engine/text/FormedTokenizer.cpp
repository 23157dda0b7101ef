#include "engine/text/FormedTokenizer.h"

#include <utility>

namespace zhuyi {

FormedTokenizer::FormedTokenizer(std::unique_ptr<Tokenizer> tokenizer, TextForm form)
    : tokenizer_(std::move(tokenizer)), form_(form) {}

std::vector<std::string> FormedTokenizer::tokenize(std::string_view text) const {
    return tokenizer_->tokenize(form_.read(text));
}

std::string FormedTokenizer::detokenize(const std::vector<std::string>& tokens) const {
    return form_.write(tokenizer_->detokenize(tokens));
}

std::unique_ptr<Tokenizer> FormedTokenizer::clone() const {
    return std::make_unique<FormedTokenizer>(tokenizer_->clone(), form_);
}

} // namespace zhuyi
