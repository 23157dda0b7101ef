#include "ui/attention/MapLabels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace zhuyi {

using namespace Qt::StringLiterals;

namespace {

const std::string endMark = "</s>", unknownMark = "<unk>";

} // namespace

MapLabels::MapLabels(AttentionMapPtr map, bool isDifference) : map_(std::move(map)), isDifference_(isDifference) {
    if (!map_)
        return;
    const auto read = [](const std::vector<std::string>& tokens, QStringList& labels) {
        for (const std::string& token : tokens)
            //: The mark at the end of a sentence, as a token; as short as can be
            labels << (token == endMark       ? tr("‹end›")
                       : token == unknownMark ? tr("‹?›")
                                              : QString::fromStdString(token));
    };
    read(map_->sourceTokens, source_);
    read(map_->targetTokens, target_);
}

void MapLabels::setWeights(AttentionMapPtr map, bool isDifference) {
    map_ = std::move(map);
    isDifference_ = isDifference;
}

QString MapLabels::weightText(double weight) const {
    const QString text = QString::number(std::abs(weight), 'f', 3);
    return !isDifference_ ? text : weight < 0 ? u'−' + text : u'+' + text;
}

/// The three largest, largest first.
QString MapLabels::strongest(const std::vector<double>& weights, const QStringList& labels) const {
    std::vector<int> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    const auto shown = order.begin() + std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(weights.size()));
    std::partial_sort(order.begin(), shown, order.end(), [&](int x, int y) {
        return std::abs(weights[static_cast<std::size_t>(x)]) > std::abs(weights[static_cast<std::size_t>(y)]);
    });
    QStringList parts;
    for (auto it = order.begin(); it != shown; ++it)
        parts << labels[*it] + u' ' + weightText(weights[static_cast<std::size_t>(*it)]);
    return parts.join(u",  "_s);
}

bool MapLabels::isMark(const std::string& token) {
    return token == endMark || token == unknownMark;
}

QString MapLabels::readout(int row, int column) const {
    const auto weight = [this](qsizetype r, qsizetype c) {
        return static_cast<double>(map_->at(static_cast<std::size_t>(r), static_cast<std::size_t>(c)));
    };
    std::vector<double> weights;
    if (row >= 0 && column >= 0)
        return u"%1 ← %2  %3"_s.arg(target_[row], source_[column], weightText(weight(row, column)));
    if (row >= 0) {
        for (qsizetype c = 0; c < source_.size(); ++c)
            weights.push_back(weight(row, c));
        return target_[row] + u" ← "_s + strongest(weights, source_);
    }
    if (column >= 0) {
        for (qsizetype r = 0; r < target_.size(); ++r)
            weights.push_back(weight(r, column));
        return source_[column] + u" → "_s + strongest(weights, target_);
    }
    return {};
}

QString MapLabels::explanation(int row, int column) const {
    if ((row >= 0) == (column >= 0))
        return readout(row, column);
    const std::string& token = row >= 0 ? map_->targetTokens[static_cast<std::size_t>(row)]
                                        : map_->sourceTokens[static_cast<std::size_t>(column)];
    if (token == endMark)
        return tr("End of the sentence.");
    if (token == unknownMark)
        return tr("A word outside the model's vocabulary.");
    const QString label = row >= 0 ? target_[row] : source_[column];
    return label.startsWith(u'▁')
               ? tr("%1: a subword. ▁ marks where a word begins; a subword without it goes on with the word before.")
                     .arg(label)
               : label;
}

} // namespace zhuyi
