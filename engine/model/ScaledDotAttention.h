#pragma once

#include "engine/model/Attention.h"

#include <cmath>

namespace zhuyi {

/// score = (W q)ᵀ (U m) / √d, values = V m, each of size d   (Vaswani et al. 2017, eq. 1).
class ScaledDotAttention : public Attention {
  public:
    ScaledDotAttention(std::int64_t querySize, std::int64_t memorySize, std::int64_t size) : size_(size) {
        using torch::nn::Linear, torch::nn::LinearOptions;
        query_ = register_module("query", Linear(LinearOptions(querySize, size).bias(false)));
        key_ = register_module("key", Linear(LinearOptions(memorySize, size).bias(false)));
        value_ = register_module("value", Linear(LinearOptions(memorySize, size).bias(false)));
    }
    void prepare(Memory& memory) override {
        memory.keys = key_(memory.states);
        memory.values = value_(memory.states);
    }
    std::int64_t contextSize() const override { return size_; }

  protected:
    torch::Tensor scores(const torch::Tensor& query, const Memory& memory, const torch::Tensor&) override {
        const auto scaled = query_(query) / std::sqrt(static_cast<double>(size_));
        return torch::bmm(memory.keys, scaled.unsqueeze(2)).squeeze(2);
    }

  private:
    std::int64_t size_;
    torch::nn::Linear query_{nullptr}, key_{nullptr}, value_{nullptr};
};

} // namespace zhuyi
