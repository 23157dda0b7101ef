#include "ui/attention/DrawnMap.h"

#include "ui/attention/AttentionStatistics.h"
#include "ui/attention/GoldShare.h"
#include "ui/shell/Fonts.h"

#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

using namespace Qt::StringLiterals;

void DrawnMap::setMap(AttentionMapPtr map, bool isDifference) {
    const bool sameTokens = map && map_ && map->sourceTokens == map_->sourceTokens &&
                            map->targetTokens == map_->targetTokens && map->sourceIsChinese == map_->sourceIsChinese;
    map_ = std::move(map);
    isDifference_ = isDifference;
    largest_ = 0;
    if (map_)
        for (const float weight : map_->weights)
            largest_ = std::max(largest_, std::abs(static_cast<double>(weight)));
    entropies_ = map_ ? rowEntropies(*map_) : std::vector<double>();
    coverages_ = map_ ? zhuyi::coverages(*map_) : std::vector<double>();
    if (sameTokens)
        labels_.setWeights(map_, isDifference);
    else
        readTokens();
}

void DrawnMap::setFont(const QFont& font) {
    font_ = font;
    readTokens();
}

void DrawnMap::readTokens() {
    labels_ = MapLabels(map_, isDifference_);
    widestSource_ = widestTarget_ = 0;
    if (!map_)
        return;
    const QFontMetrics source(font(basePixels(), sourceIsChinese()));
    const QFontMetrics target(font(basePixels(), !sourceIsChinese()));
    for (const QString& label : labels_.source())
        widestSource_ = std::max(widestSource_, source.horizontalAdvance(label));
    for (const QString& label : labels_.target())
        widestTarget_ = std::max(widestTarget_, target.horizontalAdvance(label));
}

double DrawnMap::value(int row, int column) const {
    return static_cast<double>(map_->at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
}

int DrawnMap::basePixels() const {
    return std::max(leastFont + 1, QFontInfo(font_).pixelSize());
}

QFont DrawnMap::font(int pixels, bool chinese) const {
    QFont result = chinese ? Fonts::chinese(font_) : Fonts::withChinese(font_);
    result.setPixelSize(std::max(1, pixels));
    return result;
}

QString DrawnMap::readout(int row, int column) const {
    return isEmpty() ? QString() : withGold(labels_.readout(row, column), u"  ·  "_s, row, column);
}

QString DrawnMap::explanation(int row, int column) const {
    return isEmpty() ? QString() : withGold(labels_.explanation(row, column), u"\n"_s, row, column);
}

QString DrawnMap::withGold(const QString& text, const QString& separator, int row, int column) const {
    const GoldCell* cell = row >= 0 && column >= 0 ? goldAt(*map_, row, column) : nullptr;
    if (!cell)
        return text;
    return text + separator + (cell->sure ? tr("true alignment") : tr("possible alignment"));
}

QString DrawnMap::goldSummary() const {
    const auto share = map_ && !isDifference_ ? goldShare(*map_) : std::nullopt;
    return share ? tr("%1 % of the attention on the true alignment").arg(std::lround(*share * 100)) : QString();
}

} // namespace zhuyi
