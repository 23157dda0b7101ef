#include "engine/training/Adam.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhuyi {

namespace {

constexpr double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;
constexpr std::int64_t PieceSize = 32768; // fits a core's second-level cache

struct Factors {
    double clip, stepSize, rootOfCorrection2;
};

// Compiled once for AVX2 too, chosen as the library is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&                  \
    !defined(__SANITIZE_THREAD__)
#define ZHUYI_VECTOR_CLONES __attribute__((target_clones("arch=haswell", "default")))
#else
#define ZHUYI_VECTOR_CLONES
#endif

/// Adds `share`, if there is one, to `sum` and answers the sum of the squares.
ZHUYI_VECTOR_CLONES double addSquared(float* sum, const float* share, std::int64_t size) {
    double squares = 0;
    for (std::int64_t i = 0; i < size;) {
        float partial = 0; // of a stretch short enough for single precision
        const std::int64_t end = std::min(size, i + 256);
        for (; i < end; ++i) {
            const float value = share ? sum[i] + share[i] : sum[i];
            sum[i] = value;
            partial += value * value;
        }
        squares += partial;
    }
    return squares;
}

ZHUYI_VECTOR_CLONES void sweep(float* p, const float* g, float* m, float* v, std::int64_t size, const Factors& factors) {
    const auto clip = static_cast<float>(factors.clip), stepSize = static_cast<float>(factors.stepSize);
    const auto root = static_cast<float>(1 / factors.rootOfCorrection2);
    for (std::int64_t i = 0; i < size; ++i) {
        const float gradient = g[i] * clip;
        m[i] = static_cast<float>(Beta1) * m[i] + static_cast<float>(1 - Beta1) * gradient;
        v[i] = static_cast<float>(Beta2) * v[i] + static_cast<float>(1 - Beta2) * gradient * gradient;
        p[i] -= stepSize * m[i] / (std::sqrt(v[i]) * root + static_cast<float>(Epsilon));
    }
}

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters) : parameters_(std::move(parameters)) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto& parameter = parameters_[i];
        TORCH_CHECK(parameter.is_contiguous() && parameter.scalar_type() == torch::kFloat32);
        means_.push_back(torch::zeros_like(parameter).detach());
        squares_.push_back(torch::zeros_like(parameter).detach());
        for (std::int64_t begin = 0; begin < parameter.numel(); begin += PieceSize)
            pieces_.push_back({i, begin, std::min(parameter.numel(), begin + PieceSize)});
    }
}

double Adam::step(std::vector<Gradients>& shares, double learningRate, double clipNorm, Workers& workers) {
    const torch::NoGradGuard noGradient;
    const bool onCpu = parameters_.front().is_cpu();
    auto& sums = shares.front();
    std::vector<Gradients*> others;
    for (std::size_t s = 1; s < shares.size(); ++s)
        others.push_back(&shares[s]);
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (!sums[i].defined())
            sums[i] = torch::zeros_like(parameters_[i]);
        // A gradient may be a view of another's memory, which a sum must not write to.
        sums[i] = sums[i].is_contiguous() && !sums[i].is_view() ? sums[i] : sums[i].clone(torch::MemoryFormat::Contiguous);
        for (auto* other : others)
            if ((*other)[i].defined())
                (*other)[i] = (*other)[i].contiguous();
    }
    std::vector<double> squares(pieces_.size(), 0);
    if (onCpu) {
        workers.run([&](int worker) {
            for (auto n = static_cast<std::size_t>(worker); n < pieces_.size(); n += static_cast<std::size_t>(workers.size())) {
                const auto& piece = pieces_[n];
                float* sum = sums[piece.parameter].data_ptr<float>() + piece.begin;
                const auto size = piece.end - piece.begin;
                squares[n] = addSquared(sum, nullptr, others.empty() ? size : 0);
                for (std::size_t s = 0; s < others.size(); ++s) {
                    const auto& share = (*others[s])[piece.parameter];
                    const float* values = share.defined() ? share.data_ptr<float>() + piece.begin : nullptr;
                    squares[n] = addSquared(sum, values, size);
                }
            }
        });
    } else {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            for (auto* other : others)
                if ((*other)[i].defined())
                    sums[i].add_((*other)[i]);
            squares.push_back(sums[i].square().sum().item<double>());
        }
    }
    const double norm = std::sqrt(std::accumulate(squares.begin(), squares.end(), 0.0));
    if (!std::isfinite(norm))
        return norm;
    ++steps_;
    const Factors factors{clipNorm > 0 ? std::min(1.0, clipNorm / (norm + 1e-6)) : 1.0,
                          learningRate / (1 - std::pow(Beta1, steps_)), std::sqrt(1 - std::pow(Beta2, steps_))};
    if (onCpu) {
        workers.run([&](int worker) {
            for (auto n = static_cast<std::size_t>(worker); n < pieces_.size(); n += static_cast<std::size_t>(workers.size())) {
                const auto& [i, begin, end] = pieces_[n];
                sweep(parameters_[i].data_ptr<float>() + begin, sums[i].data_ptr<float>() + begin,
                      means_[i].data_ptr<float>() + begin, squares_[i].data_ptr<float>() + begin, end - begin, factors);
            }
        });
    } else {
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            means_[i].mul_(Beta1).add_(sums[i], (1 - Beta1) * factors.clip);
            squares_[i].mul_(Beta2).addcmul_(sums[i], sums[i], (1 - Beta2) * factors.clip * factors.clip);
            parameters_[i].addcdiv_(means_[i], squares_[i].sqrt().div_(factors.rootOfCorrection2).add_(Epsilon),
                                    -factors.stepSize);
        }
    }
    return norm;
}

} // namespace zhuyi
