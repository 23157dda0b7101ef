#pragma once

#include "engine/corpus/PreparedCorpus.h"
#include "engine/text/SubwordTokenizer.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace zhuyi {

/// Subword regularisation (Kudo 2018; Provilkov et al. 2020): cuts the training part into other subwords for each
/// epoch, the same for the same seed and epoch, on a thread of its own while the epoch before trains. A sentence that
/// would get longer than max_length is cut as usual. A side of other tokens stays as it is.
class SubwordSampling {
  public:
    /// `corpus` has the texts (PreparedCorpus::trainSource, trainTarget).
    explicit SubwordSampling(std::shared_ptr<const PreparedCorpus> corpus);
    ~SubwordSampling();
    SubwordSampling(const SubwordSampling&) = delete;
    SubwordSampling& operator=(const SubwordSampling&) = delete;

    /// Begins to cut for an epoch, unless that one is under way or ready. What was cut for another is gone.
    void begin(std::int64_t epoch);
    /// The training part of that epoch. Waits so long at most, and answers null where it is not ready then.
    std::shared_ptr<const EncodedPairs> take(std::int64_t epoch, std::chrono::milliseconds most);

  private:
    void end();
    EncodedPairs cut(std::int64_t epoch) const;
    EncodedSide cutSide(const SubwordTokenizer& tokenizer, const Vocabulary& vocabulary, const EncodedSide& usual,
                        const std::vector<std::string>& texts, std::uint64_t stream) const;

    std::shared_ptr<const PreparedCorpus> corpus_;
    std::optional<SubwordTokenizer> source_, target_;
    std::int64_t epoch_ = 0; // under way or ready
    std::thread thread_;
    std::atomic<bool> ending_{false};
    std::mutex mutex_;
    std::condition_variable done_;
    std::shared_ptr<const EncodedPairs> ready_;
    std::exception_ptr failure_;
};

} // namespace zhuyi
