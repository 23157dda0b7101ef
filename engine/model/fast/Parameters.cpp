#include "engine/model/fast/Parameters.h"

#include "engine/model/fast/Kernels.h"

#include <algorithm>
#include <cmath>

namespace zhuyi::fast {

void EmbeddingGradient::clear() {
    for (const auto row : *rows_) {
        if (!isShared_)
            std::fill_n(table_.row(row), table_.columns, 0.0F);
        touched_[static_cast<std::size_t>(row)] = 0;
    }
    rows_->clear();
}

void EmbeddingGradient::add(std::int64_t token, const float* row) {
    auto& touched = touched_[static_cast<std::size_t>(token)];
    if (!touched)
        rows_->push_back(token);
    touched = 1;
    addRow(table_.row(token), row, table_.columns);
}

void EmbeddingGradient::finish() {
    std::sort(rows_->begin(), rows_->end());
}

std::string targetEmbeddingName(const Settings& settings) {
    return settings.tied_embeddings ? "output.weight" : "decoder.embedding.weight";
}

float targetEmbeddingScale(const Settings& settings) {
    return settings.tied_embeddings ? std::sqrt(static_cast<float>(settings.embedding_size)) : 1;
}

} // namespace zhuyi::fast
