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
    widestSource_ = map_ ? widest(labels_.source(), basePixels(), sourceIsChinese()) : 0;
    widestTarget_ = map_ ? widest(labels_.target(), basePixels(), !sourceIsChinese()) : 0;
}

double DrawnMap::value(int row, int column) const {
    return static_cast<double>(map_->at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
}

int DrawnMap::widest(const QStringList& labels, int pixels, bool chinese) const {
    const QFontMetrics metrics(font(pixels, chinese));
    int width = 0;
    for (const QString& label : labels)
        width = std::max(width, metrics.horizontalAdvance(label));
    return width;
}

int DrawnMap::widestSource(int pixels) const {
    return pixels == basePixels() ? widestSource_ : widest(labels_.source(), pixels, sourceIsChinese());
}

int DrawnMap::widestTarget(int pixels) const {
    return pixels == basePixels() ? widestTarget_ : widest(labels_.target(), pixels, !sourceIsChinese());
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
