#pragma once

#include <QString>

#include <string>
#include <vector>

namespace zhuyi {

/// A stretch of text; empty where length is 0.
struct TextSpan {
    int start = 0, length = 0;
    bool contains(int position) const { return position >= start && position < start + length; }
};

/// Where each token stands in the text that it was made of, or that was made of it: letter case, width and spaces may
/// differ there. What cannot be found has no place; an unknown token has what lies between its neighbours.
std::vector<TextSpan> tokenSpans(const QString& text, const std::vector<std::string>& tokens);

} // namespace zhuyi
