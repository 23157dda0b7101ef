#include "engine/decoding/EncodedRows.h"
#include "engine/decoding/SearchNetwork.h"

namespace zhuyi {

namespace {

class PlainSearchNetwork : public SearchNetwork {
  public:
    PlainSearchNetwork(Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths)
        : network_(network) {
        const torch::NoGradGuard noGradient;
        encoded_ = network.encode(source, lengths);
    }

    Step step(const std::vector<std::int64_t>& tokens, const Given& given) override {
        const torch::NoGradGuard noGradient;
        const auto ids = torch::tensor(tokens, torch::kInt64).to(network_.device());
        const auto [logits, weights] = network_.step(ids, encoded_, tensorOf(given));
        const auto host = [](const torch::Tensor& tensor) {
            return tensor.to(torch::kCPU, torch::kFloat32).contiguous();
        };
        logProbabilities_ = host(torch::log_softmax(logits, 1));
        attention_ = host(weights);
        return {logProbabilities_.data_ptr<float>(), logProbabilities_.size(1), attention_.data_ptr<float>(),
                attention_.size(1)};
    }

    void select(const std::vector<std::int64_t>& rows, bool sameSentences) override {
        const torch::NoGradGuard noGradient;
        selectRows(encoded_, rows, !sameSentences);
    }

  private:
    /// Attention::forward's given weights.
    torch::Tensor tensorOf(const Given& given) const {
        torch::Tensor tensor;
        for (std::size_t row = 0; row < given.size(); ++row) {
            if (!given[row])
                continue;
            const auto longest = encoded_.memory.states.size(1);
            if (!tensor.defined())
                tensor = torch::zeros({static_cast<std::int64_t>(given.size()), longest}, torch::kFloat32);
            std::copy(given[row]->begin(), given[row]->end(),
                      tensor.data_ptr<float>() + static_cast<std::int64_t>(row) * longest);
        }
        return tensor.defined() ? tensor.to(encoded_.memory.states.options()) : tensor;
    }

    Seq2Seq& network_;
    Seq2Seq::Encoded encoded_;
    torch::Tensor logProbabilities_, attention_;
};

} // namespace

std::unique_ptr<SearchNetwork> plainSearchNetwork(Seq2Seq& network, const torch::Tensor& source,
                                                  const torch::Tensor& lengths) {
    return std::make_unique<PlainSearchNetwork>(network, source, lengths);
}

} // namespace zhuyi
