#include "ui/attention/CaptionedHeatmap.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/attention/GoldShare.h"
#include "ui/attention/HeatmapView.h"
#include "ui/shell/Fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QVBoxLayout>

#include <cmath>

namespace zhuyi {

CaptionedHeatmap::CaptionedHeatmap(QWidget* parent)
    : QWidget(parent), heatmap_(new HeatmapView), title_(new ElidedLabel), step_(new QLabel), gold_(new QLabel),
      head_(new QHBoxLayout) {
    QFont bold = Fonts::withChinese(font());
    bold.setBold(true);
    title_->setFont(bold);
    gold_->setObjectName(QStringLiteral("goldShare"));
    step_->setForegroundRole(QPalette::PlaceholderText);
    head_->setContentsMargins(8, 0, 8, 0);
    head_->addWidget(title_, 1);
    auto* caption = new QHBoxLayout;
    caption->setContentsMargins(8, 0, 8, 0);
    caption->setSpacing(10);
    caption->addWidget(step_);
    caption->addWidget(gold_);
    caption->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head_);
    column->addLayout(caption);
    column->addWidget(heatmap_, 1);
    title_->hide();
}

void CaptionedHeatmap::addButton(QWidget* button) {
    head_->addWidget(button);
}

void CaptionedHeatmap::setTitle(const QString& title) {
    title_->setText(title);
    title_->setVisible(!title.isEmpty());
    // As high as with a button, so that two of them stand level.
    title_->setMinimumHeight(title.isEmpty() ? 0 : style()->pixelMetric(QStyle::PM_SmallIconSize) + 8);
}

void CaptionedHeatmap::show(const AttentionMapPtr& map, const QString& empty) {
    heatmap_->setEmptyText(empty);
    heatmap_->setMap(map);
    retranslate();
}

void CaptionedHeatmap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CaptionedHeatmap::retranslate() {
    const AttentionMapPtr map = heatmap_->map();
    step_->setText(map ? tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(map->step))) : QString());
    const auto share = map ? goldShare(*map) : std::nullopt;
    //: Of the attention; "it" is the true alignment
    gold_->setText(share ? tr("%1 % on the true alignment").arg(std::lround(*share * 100)) : QString());
    gold_->setToolTip(tr("How much of the attention lies on the cells of the true alignment, averaged over the words of the "
                         "translation that are aligned to any."));
}

} // namespace zhuyi
