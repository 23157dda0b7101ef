#pragma once

#include "engine/session/DecodingOptions.h"
#include "engine/session/Settings.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zhuyi {

/// Read a corpus and make it ready to train on. Ends in CorpusOpened or Failed; the one at hand stays until then.
struct OpenCorpus {
    std::string path = {};
    std::string devPath = {}; // validate on this file instead of parts cut from `path`; no test part then
    Settings settings = {};
    std::string alignmentsPath = {}; // Pharaoh file with the true alignments of the lines of `path`
    bool oneBased = false;           // that file counts words from 1
    bool builtIn = false;            // the built-in corpus, with its alignments; no path is read
    std::string devAlignmentsPath = {}; // as alignmentsPath, of the lines of `devPath`
};

/// Train on the corpus at hand, tokenised anew where the settings ask for it. Ends in TrainingFinished or Failed.
struct Train {
    Settings settings = {};
    double minutes = 0;         // wall time of training and validation; 0: no limit
    std::string modelPath = {};      // where the best model is written at the end; empty: only kept at hand
    std::string checkpointPath = {}; // written at each validation and when stopped; empty: none
    bool resume = false;        // go on from checkpointPath
    bool startPaused = false;
};

struct Pause {};
struct Resume {};
/// One training step, then pause again.
struct Step {};
/// End training early: the best model so far is kept (and written to Train::modelPath).
struct Stop {};
/// Ends as soon as possible, a checkpoint is left, Train::modelPath is not touched.
struct Interrupt {};
/// Give up opening a corpus or evaluating.
struct Cancel {};

/// The attention of one target token, given instead of computed: the decoder gets the context that these weights make.
struct GivenAttention {
    std::int64_t row = 0;       // of the map, 0-based
    std::vector<float> weights; // one a source token, none negative; they are scaled to sum to 1
};

/// Ends in Translated or Failed, with the same id.
struct Translate {
    std::uint64_t id = 0;
    std::string text;
    bool latestOnly = false; // replaces an older one that still waits and has this set too; that one gets no event
    DecodingOptions options = {};
    std::int64_t alternatives = 0;              // how many of the most probable tokens of each row to tell
    bool wantBeam = false;                      // tell what the beam search weighed
    std::vector<std::string> prefix = {};       // target tokens that the translation has to begin with
    std::vector<GivenAttention> attention = {}; // of some rows
};

/// Forced decoding: the attention and probabilities of a given target. Ends in Translated or Failed, with the same id.
struct Force {
    std::uint64_t id = 0;
    std::string source;
    std::string target;
    std::int64_t alternatives = 0;              // as in Translate
    std::vector<GivenAttention> attention = {}; // as in Translate
};

enum class ExplainMethod { GradientTimesInput, LeaveOut };

/// How much each source token moved each token of a translation, which need not be where the attention lay. Ends in Explained
/// or Failed, with the same id.
struct Explain {
    std::uint64_t id = 0;
    std::string source;
    std::vector<std::string> targetTokens = {}; // as in the AttentionMap of the translation
    ExplainMethod method = ExplainMethod::LeaveOut;
};

struct Probe {
    std::string source;
    std::string target; // forced where given, else greedy decoding
};

/// Watch these sentences from now on: a ProbesWatched at once where there is a model, and again as training goes on.
struct WatchProbes {
    std::vector<Probe> probes;
    std::uint64_t id = 0; // comes back in each report
};

/// Write the model at hand. Ends in ModelSaved or Failed.
struct SaveModel {
    std::string path;
};

/// Write a copy of the model at hand, which keeps the file that it has, or has none. Ends in ModelCopied or Failed.
struct CopyModel {
    std::string path;
};

/// Ends in ModelOpened or Failed; the model at hand stays until then.
struct OpenModel {
    std::string path;
    std::vector<std::string> ensemble = {}; // further models that translate together with it
};

/// Another learning rate from the next step on, of a run that is paused. Ends in LearningRateSet or Failed.
struct SetLearningRate {
    double learningRate = 1e-3;
};

/// Ends in Evaluated or Failed.
struct Evaluate {
    std::string corpusPath = {};     // empty: the test part of the corpus at hand, or its dev part where it has no test part
    std::string alignmentsPath = {}; // as in OpenCorpus
    bool oneBased = false;
    DecodingOptions options = {}; // of the translations that are scored
};

/// Word alignments of sentence pairs, words being what white space separates, from the attention of forced decoding.
/// Ends in Aligned or Failed, with the same id.
struct Align {
    std::uint64_t id = 0;
    std::vector<std::pair<std::string, std::string>> pairs = {}; // source and target
};

/// Write the built-in corpus to a file. Ends in CorpusWritten or Failed.
struct WriteCorpus {
    std::string path;
    std::string alignmentsPath = {}; // empty: not written
    std::int64_t pairs = 110000;
    std::int64_t seed = 1;
};

/// Describe a model or corpus file as JSON. Ends in Inspected or Failed.
struct Inspect {
    std::string path;
};

struct Shutdown {};

using Command = std::variant<OpenCorpus, Train, Pause, Resume, Step, Stop, Interrupt, Cancel, Translate, Force,
                             Explain, WatchProbes, SaveModel, CopyModel, OpenModel, SetLearningRate, Evaluate, Align, WriteCorpus,
                             Inspect, Shutdown>;

} // namespace zhuyi
