#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

struct Settings;
class Vocabulary;

enum class Language { Chinese, English };

/// Cuts a sentence into tokens and joins tokens to a sentence that people read. Not shared between threads (ICU's break
/// iterators keep state): `clone()` one for each.
class Tokenizer {
  public:
    virtual ~Tokenizer() = default;
    /// Of normalised text (see normalise()); never an empty token, never one with white space in it.
    virtual std::vector<std::string> tokenize(std::string_view text) const = 0;
    virtual std::string detokenize(const std::vector<std::string>& tokens) const = 0;
    virtual std::unique_ptr<Tokenizer> clone() const = 0;
};

/// `kind` is a value of the settings source_tokenizer and target_tokenizer: "character", "word" or "whitespace".
std::unique_ptr<Tokenizer> makeTokenizer(const std::string& kind, Language language);

enum class Side { Source, Target };

/// The one that a run's settings ask for on this side; for subwords, `vocabulary` (of this side) must hold their model.
std::unique_ptr<Tokenizer> makeTokenizer(const Settings& settings, Side side, const Vocabulary& vocabulary);

} // namespace zhuyi
