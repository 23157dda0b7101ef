#include "engine/decoding/SearchNetwork.h"
#include "engine/model/fast/NetworkParameters.h"
#include "engine/model/fast/SearchPass.h"

namespace zhuyi {

namespace {

class FastSearchNetwork : public SearchNetwork {
  public:
    FastSearchNetwork(const Seq2Seq& network, const torch::Tensor& source, const torch::Tensor& lengths)
        : pass_(fast::parametersOf(network), network.settings()) {
        fast::Tokens tokens;
        const auto* rows = source.data_ptr<std::int64_t>();
        const auto *first = lengths.data_ptr<std::int64_t>(), *last = first + lengths.size(0);
        tokens.lengths.assign(first, last);
        for (const auto length : tokens.lengths) {
            tokens.ids.insert(tokens.ids.end(), rows, rows + length);
            rows += source.size(1);
        }
        pass_.begin(std::move(tokens));
    }

    Step step(const std::vector<std::int64_t>& tokens, const Given& given) override {
        given_.clear();
        for (const auto* weights : given)
            given_.push_back(weights ? weights->data() : nullptr);
        const auto [logProbabilities, attention] = pass_.step(tokens, given_);
        return {logProbabilities.data, logProbabilities.columns, attention.data, attention.columns};
    }

    void select(const std::vector<std::int64_t>& rows, bool) override { pass_.select(rows); }

  private:
    fast::SearchPass pass_;
    fast::SearchPass::Given given_;
};

} // namespace

std::unique_ptr<SearchNetwork> fastSearchNetwork(const Seq2Seq& network, const torch::Tensor& source,
                                                 const torch::Tensor& lengths) {
    return std::make_unique<FastSearchNetwork>(network, source.contiguous(), lengths.contiguous());
}

std::unique_ptr<SearchNetwork> searchNetwork(const SearchNetworks& networks, const torch::Tensor& source,
                                             const torch::Tensor& lengths) {
    std::vector<std::unique_ptr<SearchNetwork>> members;
    for (auto* network : networks.all)
        members.push_back(network->device().is_cpu() && fast::knows(network->settings())
                              ? fastSearchNetwork(*network, source, lengths)
                              : plainSearchNetwork(*network, source, lengths));
    return members.size() == 1 ? std::move(members.front()) : ensembleSearchNetwork(std::move(members));
}

} // namespace zhuyi
