#include "engine/training/ParallelTranslator.h"

#include "engine/model/Seq2Seq.h"

#include <utility>

namespace zhuyi {

ParallelTranslator::ParallelTranslator(const Model& model, int threads) : network_(model.network) {
    for (int worker = 0; worker < threads; ++worker)
        translators_.push_back(std::make_unique<const Translator>(model));
}

std::vector<std::string> ParallelTranslator::translate(const std::vector<std::string>& texts, Workers& workers) const {
    network_->eval(); // before the threads part: the mode belongs to all of them
    std::vector<std::string> translations(texts.size());
    const auto count = static_cast<std::size_t>(workers.size());
    workers.run([&](int worker) {
        const auto share = static_cast<std::size_t>(worker);
        const auto begin = share * texts.size() / count, end = (share + 1) * texts.size() / count;
        if (begin == end)
            return;
        const auto at = [](auto& list, std::size_t place) { return list.begin() + static_cast<std::ptrdiff_t>(place); };
        auto found = translators_.at(share)->translate(std::vector<std::string>(at(texts, begin), at(texts, end)));
        for (std::size_t i = 0; i < found.size(); ++i)
            translations[begin + i] = std::move(found[i].text);
    });
    return translations;
}

} // namespace zhuyi
