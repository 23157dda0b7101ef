#pragma once

#include "engine/model/Attention.h"

namespace zhuyi {

/// score = qᵀ m   (Luong et al. 2015, "dot"). It asks for a query and a memory of one size: where an encoder that reads
/// both ways gives a wider one, a linear map brings the memory to the query's size first.
class DotAttention : public Attention {
  public:
    DotAttention(std::int64_t querySize, std::int64_t memorySize) : querySize_(querySize) {
        using torch::nn::Linear, torch::nn::LinearOptions;
        if (memorySize != querySize)
            bridge_ = register_module("bridge", Linear(LinearOptions(memorySize, querySize).bias(false)));
    }
    void prepare(Memory& memory) override {
        memory.keys = memory.values = bridge_ ? bridge_(memory.states) : memory.states;
    }
    std::int64_t contextSize() const override { return querySize_; }

  protected:
    torch::Tensor scores(const torch::Tensor& query, const Memory& memory, const torch::Tensor&) override {
        return torch::bmm(memory.keys, query.unsqueeze(2)).squeeze(2);
    }

  private:
    std::int64_t querySize_;
    torch::nn::Linear bridge_{nullptr};
};

} // namespace zhuyi
