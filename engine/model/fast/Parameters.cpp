#include "engine/model/fast/Parameters.h"

#include "engine/model/TiedEmbeddings.h"
#include "engine/model/fast/Kernels.h"

#include <algorithm>

namespace zhuyi::fast {

namespace {

EmbeddingUse embeddingOf(const char* module, bool isTied, const Settings& settings) {
    if (isTied)
        return {"output.weight", true, static_cast<float>(tiedScale(settings.embedding_size))};
    return {std::string(module) + ".embedding.weight", false, 1};
}

} // namespace

void EmbeddingGradient::clear() {
    if (isShared_)
        return;
    for (const auto row : *rows_) {
        std::fill_n(table_.row(row), table_.columns, 0.0F);
        touched_[static_cast<std::size_t>(row)] = 0;
    }
    rows_->clear();
}

void EmbeddingGradient::add(std::int64_t token, const float* row) {
    if (!isShared_) {
        auto& touched = touched_[static_cast<std::size_t>(token)];
        if (!touched)
            rows_->push_back(token);
        touched = 1;
    }
    addRow(table_.row(token), row, table_.columns);
}

void EmbeddingGradient::finish() {
    if (!isShared_)
        std::sort(rows_->begin(), rows_->end());
}

EmbeddingUse sourceEmbedding(const Settings& settings) {
    return embeddingOf("encoder", tiesSource(settings), settings);
}

EmbeddingUse targetEmbedding(const Settings& settings) {
    return embeddingOf("decoder", settings.tied_embeddings, settings);
}

} // namespace zhuyi::fast
