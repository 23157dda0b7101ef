#pragma once

#include "engine/model/Attention.h"

namespace zhuyi {

/// score = qᵀ W m   (Luong et al. 2015, "general"); values are the memory itself.
class GeneralAttention : public Attention {
  public:
    GeneralAttention(std::int64_t querySize, std::int64_t memorySize) : memorySize_(memorySize) {
        using torch::nn::Linear, torch::nn::LinearOptions;
        key_ = register_module("key", Linear(LinearOptions(memorySize, querySize).bias(false)));
    }
    void prepare(Memory& memory) override {
        memory.keys = key_(memory.states);
        memory.values = memory.states;
    }
    std::int64_t contextSize() const override { return memorySize_; }

  protected:
    torch::Tensor scores(const torch::Tensor& query, const Memory& memory, const torch::Tensor&) override {
        return torch::bmm(memory.keys, query.unsqueeze(2)).squeeze(2);
    }

  private:
    std::int64_t memorySize_;
    torch::nn::Linear key_{nullptr};
};

} // namespace zhuyi
