#pragma once

#include "engine/corpus/Alignment.h"
#include "engine/corpus/Grammar.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace zhuyi {

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine.
class GrammarRandom {
  public:
    explicit GrammarRandom(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// 0 to bound - 1.
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }

  private:
    std::uint64_t state_;
};

/// Derives sentence pairs from a grammar, which must outlive it.
class GrammarSentences {
  public:
    struct Pair {
        std::vector<int> sides[2]; // numbers of words, Chinese and English
        std::vector<AlignmentLink> links;
    };

    GrammarSentences(const Grammar& grammar, std::uint64_t seed) : grammar_(grammar), random_(seed) {}

    /// The next pair of a category, which may be one that came before; empty where a derivation grew too large or has a
    /// word twice that is to be there once.
    const Pair& next(int category);
    const std::string& word(int number) const { return words_[static_cast<std::size_t>(number)]; }

  private:
    struct Node {
        const Grammar::Rule* rule = nullptr;
        std::vector<int> children;
    };
    struct Form {
        int name = Grammar::None;
        int agreement = Grammar::None; // a word
    };
    struct Token {
        int word = 0;
        int link = 0; // tokens with the same number link; 0: with nothing
        bool sure = true;
    };

    int derive(int category);
    bool repeats(const Grammar::Rule& rule);
    void realise(int node, std::size_t side, Form form, std::vector<Token>& tokens);
    void addHead(const Token& token, std::size_t side, Form form, std::vector<Token>& tokens);
    int headLink(int node, std::size_t side) const;
    int feature(int node, int name) const;
    int inflected(int word, Form form);
    int number(const std::string& word);
    void chooseArticles(std::vector<Token>& tokens);

    const Grammar& grammar_;
    GrammarRandom random_;
    std::vector<Node> nodes_;
    std::size_t used_ = 0; // nodes of the derivation at hand
    std::vector<int> single_; // its words that may not come again
    bool repeated_ = false;   // one of them did
    std::vector<std::string> words_ = grammar_.words;
    std::unordered_map<std::string, int> numbers_;
    std::unordered_map<std::uint64_t, int> inflections_;
    std::vector<Token> tokens_[2];
    Pair pair_;
};

} // namespace zhuyi
