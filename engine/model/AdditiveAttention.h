#pragma once

#include "engine/model/Attention.h"

#include <torch/nn/init.h>

namespace zhuyi {

/// score = vᵀ tanh(W q + U m)   (Bahdanau et al. 2015, eq. in appendix A.1.2); values are the memory itself.
/// With coverage, score = vᵀ tanh(W q + U m + w · coverage of m), where w begins as 0   (Tu et al. 2016, See et al.
/// 2017).
class AdditiveAttention : public Attention {
  public:
    AdditiveAttention(std::int64_t querySize, std::int64_t memorySize, std::int64_t size, bool covers = false)
        : memorySize_(memorySize) {
        using torch::nn::Linear, torch::nn::LinearOptions;
        query_ = register_module("query", Linear(LinearOptions(querySize, size).bias(false)));
        key_ = register_module("key", Linear(LinearOptions(memorySize, size).bias(false)));
        if (covers) {
            coverage_ = register_module("coverage", Linear(LinearOptions(1, size).bias(false)));
            torch::nn::init::zeros_(coverage_->weight);
        }
        energy_ = register_module("energy", Linear(LinearOptions(size, 1).bias(false)));
    }
    void prepare(Memory& memory) override {
        memory.keys = key_(memory.states);
        memory.values = memory.states;
    }
    std::int64_t contextSize() const override { return memorySize_; }

  protected:
    torch::Tensor scores(const torch::Tensor& query, const Memory& memory, const torch::Tensor& coverage) override {
        auto sum = query_(query).unsqueeze(1) + memory.keys; // B×S×A
        if (coverage_)
            sum = sum + coverage_(coverage.unsqueeze(2));
        return energy_(torch::tanh(sum)).squeeze(2);
    }

  private:
    std::int64_t memorySize_;
    torch::nn::Linear query_{nullptr}, key_{nullptr}, coverage_{nullptr}, energy_{nullptr};
};

} // namespace zhuyi
