#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// SentencePiece behind an interface of its own, in a library of its own that is loaded when subwords are first asked for:
/// Debian's SentencePiece carries a Protocol Buffers library whose symbols clash with that of LibTorch, unless they are
/// looked up apart.
class Pieces {
  public:
    virtual ~Pieces() = default;
    virtual std::vector<std::string> encode(std::string_view text) const = 0; // may be called by several threads
    virtual std::vector<std::string> all() const = 0;
    /// Each text cut at random: of a unigram model with the probabilities of its ways to cut it to the power of
    /// `strength` (Kudo 2018, α; over all ways), by byte-pair encoding with this share of merges left out (Provilkov et
    /// al. 2020). The same for the same seed, whoever calls.
    virtual std::vector<std::vector<std::string>> sample(const std::vector<std::string>& texts, double strength,
                                                         std::uint32_t seed) const = 0;
};

struct PiecesRequest {
    std::string kind = "unigram"; // or "bpe"
    std::int64_t pieces = 0;
    double coverage = 0;    // of all characters, 0.98–1
    std::string characters; // covered beside these
};

/// What the library offers. What is wrong comes back in `error`.
struct PiecesLibrary {
    std::unique_ptr<Pieces> (*open)(const std::string& model); // null where it is no model
    std::string (*train)(const std::vector<std::string>& sentences, const PiecesRequest& request, std::string& error);
};

/// Loads it once; throws Failure (Internal).
const PiecesLibrary& piecesLibrary();

} // namespace zhuyi
