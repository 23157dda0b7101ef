#pragma once

#include "engine/model/Attention.h"

namespace zhuyi {

/// The fixed-vector model, for contrast: the context of every step is the encoder's last state (Cho et al. 2014), so
/// that the whole sentence has to fit into it.
class NoAttention : public Attention {
  public:
    explicit NoAttention(std::int64_t memorySize) : memorySize_(memorySize) {}
    void prepare(Memory& memory) override { memory.values = memory.finals.back(); }
    Result forward(const torch::Tensor&, const Memory& memory, const torch::Tensor&, const torch::Tensor&) override {
        return {memory.values, torch::zeros_like(memory.padding, memory.values.options())};
    }
    std::int64_t contextSize() const override { return memorySize_; }

  protected:
    torch::Tensor scores(const torch::Tensor&, const Memory& memory, const torch::Tensor&) override {
        return torch::zeros_like(memory.padding, memory.values.options());
    }

  private:
    std::int64_t memorySize_;
};

} // namespace zhuyi
