#include "engine/session/Message.h"

#include "engine/session/TextNoop.h"

namespace zhuyi {

const char* pattern(MessageCode code) {
    switch (code) {
    case MessageCode::FileMissing:
        return TEXT_NOOP("Messages", "There is no file %1.");
    case MessageCode::FileUnreadable:
        return TEXT_NOOP("Messages", "%1 cannot be read: %2.");
    case MessageCode::FileEmpty:
        return TEXT_NOOP("Messages", "%1 is empty; choose a file with one sentence pair a line.");
    case MessageCode::FileBinary:
        return TEXT_NOOP("Messages", "%1 is not a text file; choose a UTF-8 text with one sentence pair a line.");
    case MessageCode::FileNotUtf8:
        return TEXT_NOOP("Messages", "%1 is not UTF-8 text (first seen in line %2); convert it, for instance with: "
                                     "iconv -f GB18030 -t UTF-8.");
    case MessageCode::SingleColumn:
        return TEXT_NOOP("Messages", "%1 has only one column (line %2); each line needs a sentence, a tab and its "
                                     "translation.");
    case MessageCode::OneLanguage:
        return TEXT_NOOP("Messages", "%1 has no column in Chinese beside one in English; each line needs a Chinese "
                                     "sentence and its English translation.");
    case MessageCode::NoPairsLeft:
        return TEXT_NOOP("Messages", "No pair of %1 can be used; every line was dropped as empty, repeated, malformed "
                                     "or too long.");
    case MessageCode::NothingHeldOut:
        return TEXT_NOOP("Messages", "This model was trained on all of %1, and validated on another file; open pairs that "
                                     "it does not know.");
    case MessageCode::AlignmentLineCount:
        return TEXT_NOOP("Messages", "%1 has %2 lines and %3 has %4; line by line, the one must align the words of the "
                                     "other.");
    case MessageCode::AlignmentMalformed:
        return TEXT_NOOP("Messages", "%1, line %2: %3 is no alignment link; write i-j, or i?j for one that is only "
                                     "possible, with a space between links.");
    case MessageCode::AlignmentOutside:
        return TEXT_NOOP("Messages", "%1, line %2: the link %3 lies outside its pair, which has %4 words in the first "
                                     "column and %5 in the second; words are what white space separates.");
    case MessageCode::AlignmentFromOne:
        return TEXT_NOOP("Messages", "%1, line %2: the link %3 lies outside its pair of %4 and %5 words; the file "
                                     "seems to count words from 1, not from 0.");
    case MessageCode::AlignmentFromZero:
        return TEXT_NOOP("Messages", "%1, line %2: the link %3 counts words from 0, not from 1.");
    case MessageCode::AttentionMissing:
        return TEXT_NOOP("Messages", "%1 is a model without attention, which aligns nothing; train one with another "
                                     "attention than none.");
    case MessageCode::TooFewPairs:
        return TEXT_NOOP("Messages", "%1 leaves %2 pairs to train on, fewer than a batch of %3; add pairs or make "
                                     "batch_size smaller.");
    case MessageCode::FileUnwritable:
        return TEXT_NOOP("Messages", "%1 cannot be written: %2; what was there is unchanged.");
    case MessageCode::ModelMalformed:
        return TEXT_NOOP("Messages", "%1 is not a whole model file: it is cut short or damaged (%2).");
    case MessageCode::ModelTooNew:
        return TEXT_NOOP("Messages", "%1 was written by a newer program (format %2, this one reads up to %3); update "
                                     "the program to open it.");
    case MessageCode::ModelMissing:
        return TEXT_NOOP("Messages", "There is no model yet; train one or open a model file first.");
    case MessageCode::CheckpointMismatch:
        return TEXT_NOOP("Messages", "%1 was made with another %2; resume with the same corpus and settings, or train "
                                     "anew without --resume.");
    case MessageCode::CheckpointMissing:
        return TEXT_NOOP("Messages", "There is no checkpoint %1 to resume from; train without --resume.");
    case MessageCode::CorpusMissing:
        return TEXT_NOOP("Messages", "There is no corpus yet; open a file of sentence pairs first.");
    case MessageCode::DevFileTooSmall:
        return TEXT_NOOP("Messages", "%1 has no pair that can be used to validate.");
    case MessageCode::GrammarExhausted:
        return TEXT_NOOP("Messages", "The built-in grammar can make only about %2 different sentence pairs, not %1; ask "
                                     "for fewer.");
    case MessageCode::NothingToGuide:
        return TEXT_NOOP("Messages", "A model without attention has none to guide; choose another attention than none, or "
                                     "set guided_attention to 0.");
    case MessageCode::TiedSizesDiffer:
        return TEXT_NOOP("Messages", "Tied embeddings need as large an embedding as the hidden size; embedding_size is %1, "
                                     "hidden_size %2.");
    case MessageCode::CoverageNotAdditive:
        return TEXT_NOOP(
            "Messages", "Coverage is a part of additive attention, and the attention chosen is %1; choose additive, or "
                        "set coverage to false.");
    case MessageCode::JointNotSubwords:
        return TEXT_NOOP("Messages", "A joint vocabulary is one of subwords; choose subword as the source tokens and as the "
                                     "target tokens, or set joint_vocabulary to false.");
    case MessageCode::NothingToSample:
        return TEXT_NOOP("Messages",
                         "Subword sampling needs subwords; choose subword or mixed as the tokens of one side, or set "
                         "subword_sampling to 0.");
    case MessageCode::SampledAndGuided:
        return TEXT_NOOP(
            "Messages",
            "Attention cannot be guided to subwords that change from epoch to epoch; set guided_attention or "
            "subword_sampling to 0.");
    case MessageCode::EnsembleDiffers:
        return TEXT_NOOP("Messages", "%1 and %2 cannot translate together: they differ in %3.");
    case MessageCode::NothingToSteer:
        return TEXT_NOOP("Messages", "A model without attention has none that could be changed; train one with another "
                                     "attention than none.");
    case MessageCode::GivenAttentionUnusable:
        return TEXT_NOOP("Messages", "The attention given for target token %1 cannot be used; it takes a weight for each "
                                     "of the %2 source tokens, none negative and not all 0.");
    case MessageCode::RunNotPaused:
        return TEXT_NOOP("Messages", "The learning rate can be changed while a run is paused; pause it first.");
    case MessageCode::SettingUnknown:
        return TEXT_NOOP("Messages", "There is no setting %1; zhuyi train --list-settings names them all.");
    case MessageCode::SettingOutOfRange:
        return TEXT_NOOP("Messages", "%1 cannot be %2; it goes from %3 to %4.");
    case MessageCode::SettingNotAChoice:
        return TEXT_NOOP("Messages", "%1 cannot be %2; choose one of %3.");
    case MessageCode::PresetUnknown:
        return TEXT_NOOP("Messages", "There is no preset %1; choose one of %2.");
    case MessageCode::DeviceMissing:
        return TEXT_NOOP("Messages", "This machine, or this build of LibTorch, has no device %1; choose cpu or auto.");
    case MessageCode::Busy:
        return TEXT_NOOP("Messages", "Something else is running; stop it or wait for it first.");
    case MessageCode::Cancelled:
        return TEXT_NOOP("Messages", "Cancelled.");
    case MessageCode::LossNotFinite:
        return TEXT_NOOP("Messages", "The loss is no longer a number at step %1; train again with a smaller learning_rate, or with gradient clipping (clip_norm, for instance 5; 0 is off).");
    case MessageCode::OutOfMemory:
        return TEXT_NOOP("Messages", "There is not enough memory for this; make batch_size, hidden_size or "
                                     "vocabulary_size smaller.");
    case MessageCode::EngineMissing:
        return TEXT_NOOP("Messages", "The engine could not be loaded: %1; reinstall the program.");
    case MessageCode::Internal:
        return TEXT_NOOP("Messages", "The engine met an error of its own: %1.");
    case MessageCode::SentenceCut:
        return TEXT_NOOP("Messages", "The sentence is long; only its first %1 tokens were used.");
    case MessageCode::SentenceUnknownWords:
        return TEXT_NOOP("Messages", "Not in the model's vocabulary: %1.");
    case MessageCode::SlowNetwork:
        return TEXT_NOOP(
            "Messages",
            "This network is computed by LibTorch's own modules, about a third slower than the default one: the "
            "faster code knows LSTMs without layer normalisation, coverage and residual connections.");
    case MessageCode::SlowBlas:
        return TEXT_NOOP("Messages", "Matrix products run on a slow library (%1), many times slower than they could; "
                                     "install libopenblas0-openmp and start again.");
    }
    return "";
}

std::string englishText(const Message& message) {
    std::string text;
    for (const char* p = pattern(message.code); *p != '\0'; ++p) {
        if (*p == '%' && p[1] >= '1' && p[1] <= '9') {
            const auto index = static_cast<std::size_t>(p[1] - '1');
            if (index < message.arguments.size())
                text += message.arguments[index];
            ++p;
        } else {
            text += *p;
        }
    }
    return text;
}

} // namespace zhuyi
