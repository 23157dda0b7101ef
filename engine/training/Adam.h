#pragma once

#include "engine/model/Gradient.h"
#include "engine/model/Torch.h"
#include "engine/training/Workers.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace zhuyi {

struct AdamFactors;

/// Adam (Kingma & Ba 2015, algorithm 1; β₁ = 0.9, β₂ = 0.999, ε = 1e-8) with clipping of the gradients' common norm
/// (Pascanu et al. 2013): one sweep adds up the shares of the gradient, a second moves the parameters. Weight decay is
/// decoupled from the gradient (Loshchilov and Hutter 2019), and leaves biases alone.
class Adam {
  public:
    /// The gradients of all parameters, in their order.
    using Gradients = std::vector<Gradient>;

    explicit Adam(std::vector<torch::Tensor> parameters, double weightDecay = 0);

    /// Moves the parameters by the sum of the shares, added in their order, and answers its norm before clipping.
    /// `clipNorm` 0: no clipping. Moves nothing where the norm is not finite. The first share holds the sum afterwards.
    double step(const std::vector<Gradients*>& shares, double learningRate, double clipNorm, Workers& workers);

    std::int64_t steps() const { return steps_; }
    void setSteps(std::int64_t steps) { steps_ = steps; }
    /// The running means of the gradients and of their squares, in the order of the parameters.
    const std::vector<torch::Tensor>& means() const { return means_; }
    const std::vector<torch::Tensor>& squares() const { return squares_; }

  private:
    /// A stretch of one parameter, of whole rows where it has rows: what a worker does at a time.
    struct Piece {
        std::size_t parameter;
        std::int64_t begin, end;
    };
    /// Calls `work` with the number of each piece, on all workers.
    void eachPiece(Workers& workers, const std::function<void(std::size_t)>& work) const;
    /// Adds the others' to the first share's gradient of a piece and answers the sum's square.
    double gather(const Piece& piece, const std::vector<Gradients*>& shares) const;
    void move(const Piece& piece, const Gradient& gradient, const AdamFactors& factors);

    std::vector<torch::Tensor> parameters_, means_, squares_;
    std::vector<Piece> pieces_;
    double weightDecay_;
    std::int64_t steps_ = 0;
};

} // namespace zhuyi
