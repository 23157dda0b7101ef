#pragma once

#include <string>
#include <unordered_map>
#include <vector>

namespace zhuyi {

/// Puts a word in the place of each unknown one: what `dictionary` (source word to target word) has for the source word
/// that it looked at most, or that source word itself (Luong et al. 2015, "Addressing the Rare Word Problem in Neural
/// Machine Translation"; Jean et al. 2015 read the source word from the attention). Where nothing was looked at, the word
/// stays as it is.
/// `attention` is row-major, at least `words.size()` rows of `source.size()`; `isUnknown` has an entry a word.
std::vector<std::string> replaceUnknown(std::vector<std::string> words, const std::vector<bool>& isUnknown,
                                        const std::vector<float>& attention, const std::vector<std::string>& source,
                                        const std::unordered_map<std::string, std::string>& dictionary = {});

} // namespace zhuyi
