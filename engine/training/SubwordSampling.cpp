#include "engine/training/SubwordSampling.h"

#include <algorithm>

namespace zhuyi {

namespace {

constexpr std::size_t cutTogether = 1000; // sentences, between two looks at whether it is to end

/// SplitMix64 (Steele et al. 2014) of where in the run a stretch of sentences is cut.
std::uint32_t seedOf(std::uint64_t stream, std::size_t stretch) {
    std::uint64_t x = stream + 0x9E3779B97F4A7C15ULL * (stretch + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<std::uint32_t>(x >> 33); // the greatest of 32 bits means none to SentencePiece
}

} // namespace

SubwordSampling::SubwordSampling(std::shared_ptr<const PreparedCorpus> corpus) : corpus_(std::move(corpus)) {
    // Their pieces alone are used; the text is folded already.
    if (!corpus_->trainSource.empty())
        source_.emplace(corpus_->source.subwordModel(), Language::English);
    if (!corpus_->trainTarget.empty())
        target_.emplace(corpus_->target.subwordModel(), Language::English);
}

SubwordSampling::~SubwordSampling() {
    end();
}

void SubwordSampling::end() {
    ending_ = true;
    if (thread_.joinable())
        thread_.join();
    ending_ = false;
    ready_.reset();
    failure_ = nullptr;
    epoch_ = 0;
}

void SubwordSampling::begin(std::int64_t epoch) {
    if (epoch == epoch_)
        return;
    end();
    epoch_ = epoch;
    thread_ = std::thread([this, epoch] {
        std::shared_ptr<const EncodedPairs> pairs;
        std::exception_ptr failure;
        try {
            pairs = std::make_shared<const EncodedPairs>(cut(epoch));
        } catch (...) {
            failure = std::current_exception();
        }
        const std::lock_guard<std::mutex> lock(mutex_);
        ready_ = std::move(pairs);
        failure_ = failure;
        done_.notify_all();
    });
}

std::shared_ptr<const EncodedPairs> SubwordSampling::take(std::int64_t epoch, std::chrono::milliseconds most) {
    begin(epoch);
    std::unique_lock<std::mutex> lock(mutex_);
    done_.wait_for(lock, most, [this] { return ready_ || failure_; });
    if (failure_)
        std::rethrow_exception(failure_);
    return ready_;
}

EncodedPairs SubwordSampling::cut(std::int64_t epoch) const {
    EncodedPairs pairs;
    const auto stream = [&](std::uint64_t side) {
        return (static_cast<std::uint64_t>(corpus_->summary.settings.seed) << 32) +
               static_cast<std::uint64_t>(epoch) * 2 + side;
    };
    const auto& train = corpus_->train;
    pairs.source =
        source_ ? cutSide(*source_, corpus_->source, train.source, corpus_->trainSource, stream(0)) : train.source;
    pairs.target =
        target_ ? cutSide(*target_, corpus_->target, train.target, corpus_->trainTarget, stream(1)) : train.target;
    pairs.lines = train.lines;
    return pairs;
}

EncodedSide SubwordSampling::cutSide(const SubwordTokenizer& tokenizer, const Vocabulary& vocabulary,
                                     const EncodedSide& usual, const std::vector<std::string>& texts,
                                     std::uint64_t stream) const {
    const auto& settings = corpus_->summary.settings;
    EncodedSide side;
    std::vector<std::int32_t> ids;
    for (std::size_t begin = 0; begin < texts.size() && !ending_; begin += cutTogether) {
        const auto end = std::min(begin + cutTogether, texts.size());
        const std::vector<std::string> stretch(texts.begin() + static_cast<std::ptrdiff_t>(begin),
                                               texts.begin() + static_cast<std::ptrdiff_t>(end));
        const auto cut = tokenizer.sample(stretch, settings.subword_sampling, seedOf(stream, begin / cutTogether));
        for (auto i = begin; i < end; ++i) {
            const auto& tokens = cut[i - begin];
            if (static_cast<std::int64_t>(tokens.size()) > settings.max_length)
                ids.assign(usual.begin(i), usual.begin(i) + usual.length(i));
            else {
                ids.clear();
                for (const auto& token : tokens)
                    ids.push_back(vocabulary.id(token));
            }
            side.append(ids);
        }
    }
    return side;
}

} // namespace zhuyi
