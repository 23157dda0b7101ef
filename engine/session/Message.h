#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace zhuyi {

/// What can go wrong, or deserves a word. The English sentence of each stands in Message.cpp and is the source text of
/// its translation.
enum class MessageCode {
    FileMissing,            // path
    FileUnreadable,         // path, reason
    FileEmpty,              // path
    FileBinary,             // path
    FileNotUtf8,            // path, line
    SingleColumn,           // path, line
    OneLanguage,            // path
    NoPairsLeft,
    NothingHeldOut,            // path
    AlignmentLineCount,     // path, its lines, corpus, its lines
    AlignmentMalformed,     // path, line, what stands there
    AlignmentOutside,       // path, line, link, words of the first column, words of the second
    AlignmentFromOne,       // path, line, link, words of the first column, words of the second
    AlignmentFromZero,      // path, line, link
    AttentionMissing,       // path of the model
    TooFewPairs,            // path, pairs of the training part, batch size
    FileUnwritable,         // path, reason
    ModelMalformed,         // path, what
    ModelTooNew,            // path, version of the file, version understood
    ModelMissing,           // (no model to translate with yet)
    CheckpointMismatch,     // path, setting
    CheckpointMissing,      // path
    CorpusMissing,          // (nothing opened to train on yet)
    DevFileTooSmall,        // path
    GrammarExhausted,       // pairs asked for, pairs that there are (about)
    NothingToGuide,         // (guided_attention without attention)
    TiedSizesDiffer,        // embedding_size, hidden_size
    CoverageNotAdditive,    // attention
    JointNotSubwords,       // (joint_vocabulary without subwords on both sides)
    NothingToSample,        // (subword_sampling without subwords)
    SampledAndGuided,       // (subword_sampling with guided_attention)
    EnsembleDiffers,        // path of the first model, path of another, what differs ("direction", "target vocabulary")
    NothingToSteer,         // (attention given to a model without any)
    GivenAttentionUnusable, // target token (1-based), source tokens
    RunNotPaused,           // (the learning rate of a run that goes on, or of none)
    SettingUnknown,         // key
    SettingOutOfRange,      // key, value, least, greatest
    SettingNotAChoice,      // key, value, choices
    PresetUnknown,          // name, known names
    DeviceMissing,          // device
    Busy,                   // (another long task is running)
    Cancelled,              // (by the user)
    LossNotFinite,          // step
    OutOfMemory,            //
    EngineMissing,          // reason
    Internal,               // what
    SentenceCut,            // tokens kept (a notice)
    SentenceUnknownWords,   // the words (a notice)
    SlowNetwork,            // (a notice)
    SlowBlas,               // library path (a notice)
};

/// A code and its arguments, so that each surface can say it in its user's language.
struct Message {
    MessageCode code = MessageCode::Internal;
    std::vector<std::string> arguments;
};

/// The English sentence with %1, %2, … for the arguments.
const char* pattern(MessageCode code);

/// The English sentence, arguments put in.
std::string englishText(const Message& message);

/// A failure inside the engine; the engine thread turns it into an event.
class Failure : public std::exception {
  public:
    explicit Failure(MessageCode code, std::vector<std::string> arguments = {})
        : message_{code, std::move(arguments)}, text_(englishText(message_)) {}
    const Message& message() const { return message_; }
    const char* what() const noexcept override { return text_.c_str(); }

  private:
    Message message_;
    std::string text_;
};

} // namespace zhuyi
