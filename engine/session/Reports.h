#pragma once

#include "engine/session/AttentionMap.h"
#include "engine/session/Settings.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zhuyi {

/// One training step. Losses are nats a target token, end of sentence included, without label smoothing.
struct StepReport {
    std::int64_t step = 0;  // 1-based, over the whole run
    std::int64_t epoch = 0; // 1-based
    std::int64_t epochs = 0;
    std::int64_t stepInEpoch = 0; // 1-based
    std::int64_t stepsInEpoch = 0;
    double trainLoss = 0;
    double gradientNorm = 0; // before clipping
    double learningRate = 0;
    double tokensPerSecond = 0; // real target tokens of the training steps, averaged over the last seconds
    std::int64_t tokens = 0;    // real target tokens of this step
    double stepSeconds = 0;     // that it took
    double seconds = 0;         // of training and validation since the run began
    double secondsLeft = 0;     // estimated; negative while unknown
    double progress = 0;        // of the whole run, 0–1
};

/// Attention turned into word alignments, against true ones (Och & Ney 2003). All 0–1.
struct AlignmentScore {
    double errorRate = 0;
    double precision = 0;
    double recall = 0;
};

/// A dev sentence, as the model translates it now.
struct DevSample {
    std::string source;
    std::string reference;
    std::string translation; // greedy, detokenized
};

/// One pass over the dev part.
struct ValidationReport {
    std::int64_t step = 0;
    std::int64_t epoch = 0;
    double seconds = 0;
    double trainLoss = 0; // mean since the last validation
    double devLoss = 0;
    double perplexity = 0;                   // exp(devLoss)
    double tokenAccuracy = 0;                // 0–1, teacher-forced, end of sentence included
    std::optional<AlignmentScore> alignment; // where true alignments of dev pairs are known
    std::optional<double> bleu;              // 0–100, greedy, of a sample of the dev part
    std::vector<DevSample> samples;          // a few dev sentences, the same ones each time
    double learningRate = 0;
    double tokensPerSecond = 0; // of the training steps since the last validation
    bool best = false;          // by best_by, so far
    bool endOfEpoch = false;
};

/// The sentences that the user watches, as the model sees them now.
struct ProbeReport {
    std::uint64_t id = 0; // of the WatchProbes
    std::int64_t step = 0;
    std::vector<AttentionMapPtr> maps;     // one a probe, in the order of WatchProbes; null for an empty one
    std::vector<std::string> translations; // greedy, detokenized; one a probe
};

/// What is known of a model at hand.
struct ModelSummary {
    std::string path; // empty while it has no file
    Settings settings;
    std::int64_t parameters = 0;
    std::int64_t sourceVocabulary = 0;
    std::int64_t targetVocabulary = 0;
    std::int64_t step = 0;
    std::map<std::string, double> metrics;  // under the names of the log
    std::vector<std::string> together = {}; // the files of further models that translate together with it
};

/// How well sentences of like lengths are translated.
struct LengthScore {
    std::int64_t shortest = 0, longest = 0; // source tokens, both included
    std::int64_t pairs = 0;
    double bleu = 0;          // 0–100
    double tokenAccuracy = 0; // 0–1
};

/// `zhuyi evaluate`.
struct EvaluationReport {
    std::int64_t pairs = 0;
    double loss = 0;
    double perplexity = 0;
    double tokenAccuracy = 0;
    double bleu = 0; // 0–100
    double chrf = 0; // 0–100
    std::optional<double>
        bleuAllReferences;   // against all the corpus's translations of a source, where some has several
    double lengthRatio = 0;  // BLEU's tokens of the translations by those of the references
    double unknownShare = 0; // of the tokens of the sources, 0–1
    std::string bleuSignature;
    std::string bleuAllReferencesSignature;
    std::string chrfSignature;
    std::optional<AlignmentScore> alignment; // where true alignments were given
    std::vector<LengthScore> byLength;       // from short to long
    double seconds = 0;
};

/// The library under LibTorch's matrix products, and whether it is one of the slow ones.
struct EngineInfo {
    std::string torchVersion;
    std::string blas; // path of the library in use
    bool blasIsSlow = false;
    int threads = 1;
    std::string device;
};

} // namespace zhuyi
