#include "engine/training/Adam.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

constexpr double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;
constexpr std::int64_t Grain = 32768;

struct Sweep {
    float clip, stepSize, rootOfCorrection2;
};

void sweep(float* p, const float* g, float* m, float* v, std::int64_t size, const Sweep& s) {
    at::parallel_for(0, size, Grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const float gradient = g[i] * s.clip;
            m[i] = static_cast<float>(Beta1) * m[i] + static_cast<float>(1 - Beta1) * gradient;
            v[i] = static_cast<float>(Beta2) * v[i] + static_cast<float>(1 - Beta2) * gradient * gradient;
            p[i] -= s.stepSize * m[i] / (std::sqrt(v[i]) / s.rootOfCorrection2 + static_cast<float>(Epsilon));
        }
    });
}

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters) : parameters_(std::move(parameters)) {
    for (const auto& parameter : parameters_) {
        means_.push_back(torch::zeros_like(parameter, torch::MemoryFormat::Contiguous).detach());
        squares_.push_back(torch::zeros_like(parameter, torch::MemoryFormat::Contiguous).detach());
    }
}

double Adam::gradientNorm() const {
    double squares = 0;
    for (const auto& parameter : parameters_)
        if (parameter.grad().defined()) {
            const double norm = parameter.grad().norm().item<double>();
            squares += norm * norm;
        }
    return std::sqrt(squares);
}

double Adam::step(double learningRate, double clipNorm) {
    const torch::NoGradGuard noGradient;
    const double norm = gradientNorm();
    if (!std::isfinite(norm))
        return norm;
    ++steps_;
    const double clip = clipNorm > 0 ? std::min(1.0, clipNorm / (norm + 1e-6)) : 1.0;
    const double stepSize = learningRate / (1 - std::pow(Beta1, steps_));
    const double rootOfCorrection2 = std::sqrt(1 - std::pow(Beta2, steps_));
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        auto& parameter = parameters_[i];
        if (!parameter.grad().defined())
            continue;
        const auto gradient = parameter.grad().contiguous();
        if (parameter.is_cpu() && parameter.scalar_type() == torch::kFloat32 && parameter.is_contiguous()) {
            sweep(parameter.data_ptr<float>(), gradient.data_ptr<float>(), means_[i].data_ptr<float>(),
                  squares_[i].data_ptr<float>(), parameter.numel(),
                  {static_cast<float>(clip), static_cast<float>(stepSize), static_cast<float>(rootOfCorrection2)});
        } else {
            means_[i].mul_(Beta1).add_(gradient, (1 - Beta1) * clip);
            squares_[i].mul_(Beta2).addcmul_(gradient, gradient, (1 - Beta2) * clip * clip);
            parameter.addcdiv_(means_[i], squares_[i].sqrt().div_(rootOfCorrection2).add_(Epsilon), -stepSize);
        }
    }
    return norm;
}

} // namespace zhuyi
