#pragma once

#include "engine/decoding/Translator.h"
#include "engine/training/Workers.h"

#include <memory>
#include <string>
#include <vector>

namespace zhuyi {

/// Translates many sentences on several threads at once, with a translator for each: tokenizers keep state.
class ParallelTranslator {
  public:
    ParallelTranslator(const Model& model, int threads);

    /// Greedy; one translation a text, in their order. Neighbours are searched together, so texts of like lengths
    /// should stand side by side. Leaves the network in evaluation mode. `workers` are no more than `threads`.
    std::vector<std::string> translate(const std::vector<std::string>& texts, Workers& workers) const;

  private:
    std::shared_ptr<Seq2Seq> network_;
    std::vector<std::unique_ptr<const Translator>> translators_; // one a worker
};

} // namespace zhuyi
