#include "engine/training/Adam.h"

#include "engine/training/AdamSweeps.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhuyi {

namespace {

constexpr std::int64_t PieceSize = 32768; // fits a core's second-level cache

std::int64_t rowSize(const torch::Tensor& parameter) {
    return parameter.dim() > 1 ? parameter.size(-1) : 1;
}

/// The rows of a gradient of rows that lie within a piece.
template <typename Visit>
void eachRow(const Gradient& gradient, std::int64_t begin, std::int64_t end, const Visit& visit) {
    const auto size = gradient.values.size(-1);
    auto row = std::lower_bound(gradient.rows.begin(), gradient.rows.end(), begin / size);
    for (; row != gradient.rows.end() && *row * size < end; ++row)
        visit(*row * size, size);
}

/// What the shares bring becomes addable in place: of one layout, and nobody else's memory.
void prepare(Gradient& sum, const torch::Tensor& parameter) {
    if (!sum.values.defined())
        sum.values = torch::zeros_like(parameter);
    if (!sum.values.is_contiguous() || sum.values.is_view())
        sum.values = sum.values.clone(torch::MemoryFormat::Contiguous);
}

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters, double weightDecay)
    : parameters_(std::move(parameters)), weightDecay_(weightDecay) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto& parameter = parameters_[i];
        TORCH_CHECK(parameter.is_contiguous() && parameter.scalar_type() == torch::kFloat32);
        means_.push_back(torch::zeros_like(parameter).detach());
        squares_.push_back(torch::zeros_like(parameter).detach());
        const auto row = rowSize(parameter), size = std::max<std::int64_t>(1, PieceSize / row) * row;
        for (std::int64_t begin = 0; begin < parameter.numel(); begin += size)
            pieces_.push_back({i, begin, std::min(parameter.numel(), begin + size)});
    }
}

void Adam::eachPiece(Workers& workers, const std::function<void(std::size_t)>& work) const {
    workers.run([&](int worker) {
        for (auto n = static_cast<std::size_t>(worker); n < pieces_.size();
             n += static_cast<std::size_t>(workers.size()))
            work(n);
    });
}

double Adam::gather(const Piece& piece, const std::vector<Gradients*>& shares) const {
    const auto& [i, begin, end] = piece;
    const auto& sum = (*shares[0])[i];
    float* values = sum.values.data_ptr<float>();
    for (std::size_t s = 1; s < shares.size(); ++s) {
        const auto& share = (*shares[s])[i];
        if (!share.values.defined())
            continue;
        const float* others = share.values.data_ptr<float>();
        if (share.isOfRows)
            eachRow(share, begin, end, [&](auto place, auto size) { addShare(values + place, others + place, size); });
        else
            addShare(values + begin, others + begin, end - begin);
    }
    if (!sum.isOfRows)
        return squareOf(values + begin, end - begin);
    double square = 0;
    eachRow(sum, begin, end, [&](auto place, auto size) { square += squareOf(values + place, size); });
    return square;
}

void Adam::move(const Piece& piece, const Gradient& gradient, const AdamFactors& factors) {
    const auto& [i, begin, end] = piece;
    auto own = factors;
    own.keep = parameters_[i].dim() > 1 ? factors.keep : 1;
    const auto sweep = [&, i = i](std::int64_t from, std::int64_t to, bool moves) {
        moveByAdam(parameters_[i].data_ptr<float>() + from, moves ? gradient.values.data_ptr<float>() + from : nullptr,
                   means_[i].data_ptr<float>() + from, squares_[i].data_ptr<float>() + from, to - from, own);
    };
    if (!gradient.isOfRows) {
        sweep(begin, end, true);
        return;
    }
    // Rows without a gradient move too, by what they remember.
    auto done = begin;
    eachRow(gradient, begin, end, [&](auto place, auto size) {
        sweep(done, place, false);
        sweep(place, place + size, true);
        done = place + size;
    });
    sweep(done, end, false);
}

double Adam::step(const std::vector<Gradients*>& shares, double learningRate, double clipNorm, Workers& workers) {
    const torch::NoGradGuard noGradient;
    const bool onCpu = parameters_.front().is_cpu();
    auto& sums = *shares.front();
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        prepare(sums[i], parameters_[i]);
        for (std::size_t s = 1; s < shares.size(); ++s) {
            auto& share = (*shares[s])[i];
            if (share.values.defined())
                share.values = share.values.contiguous();
            TORCH_CHECK(share.isOfRows == sums[i].isOfRows);
            if (!share.isOfRows)
                continue;
            const auto own = static_cast<std::ptrdiff_t>(sums[i].rows.size());
            sums[i].rows.insert(sums[i].rows.end(), share.rows.begin(), share.rows.end());
            std::inplace_merge(sums[i].rows.begin(), sums[i].rows.begin() + own, sums[i].rows.end());
            sums[i].rows.erase(std::unique(sums[i].rows.begin(), sums[i].rows.end()), sums[i].rows.end());
        }
    }
    std::vector<double> squares(pieces_.size(), 0);
    if (onCpu) {
        eachPiece(workers, [&](std::size_t n) { squares[n] = gather(pieces_[n], shares); });
    } else {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            for (std::size_t s = 1; s < shares.size(); ++s)
                if ((*shares[s])[i].values.defined())
                    sums[i].values.add_((*shares[s])[i].values);
            squares.push_back(sums[i].values.square().sum().item<double>());
        }
    }
    const double norm = std::sqrt(std::accumulate(squares.begin(), squares.end(), 0.0));
    if (!std::isfinite(norm))
        return norm;
    ++steps_;
    const AdamFactors factors{clipNorm > 0 ? std::min(1.0, clipNorm / (norm + 1e-6)) : 1.0,
                              learningRate / (1 - std::pow(AdamBeta1, steps_)),
                              std::sqrt(1 - std::pow(AdamBeta2, steps_)), 1 - learningRate * weightDecay_};
    if (onCpu) {
        eachPiece(workers, [&](std::size_t n) { move(pieces_[n], sums[pieces_[n].parameter], factors); });
    } else {
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            means_[i].mul_(AdamBeta1).add_(sums[i].values, (1 - AdamBeta1) * factors.clip);
            squares_[i].mul_(AdamBeta2).addcmul_(sums[i].values, sums[i].values,
                                                 (1 - AdamBeta2) * factors.clip * factors.clip);
            if (parameters_[i].dim() > 1)
                parameters_[i].mul_(factors.keep);
            parameters_[i].addcdiv_(means_[i], squares_[i].sqrt().div_(factors.rootOfCorrection2).add_(AdamEpsilon),
                                    -factors.stepSize);
        }
    }
    return norm;
}

} // namespace zhuyi
