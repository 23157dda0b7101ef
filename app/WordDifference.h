#pragma once

#include <string>
#include <vector>

namespace zhuyi {

/// Which words an expected and a given English sentence share, in order: their longest common subsequence. Case and
/// final punctuation decide nothing.
class WordDifference {
  public:
    struct Word {
        std::string text;
        bool joined = false; // to the word before it, without a space
        bool shared = false;
    };
    WordDifference(const std::string& expected, const std::string& given);

    const std::vector<Word>& expected() const { return expected_; }
    const std::vector<Word>& given() const { return given_; }
    bool none() const;

  private:
    std::vector<Word> expected_, given_;
};

} // namespace zhuyi
