#include "ui/attention/CaptionedView.h"

#include "ui/attention/AttentionView.h"
#include "ui/attention/ElidedLabel.h"
#include "ui/attention/GoldShare.h"
#include "ui/shell/Fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QResizeEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <cmath>

namespace zhuyi {

namespace {

constexpr int narrow = 280; // pixels; the share of gold is a number alone then, explained by its tool tip

} // namespace

CaptionedView::CaptionedView(AttentionView* view, QWidget* parent)
    : QWidget(parent), view_(view), title_(new ElidedLabel), model_(new ElidedLabel), step_(new QLabel),
      gold_(new QLabel), head_(new QHBoxLayout) {
    QFont bold = Fonts::withChinese(font());
    bold.setBold(true);
    title_->setFont(bold);
    gold_->setObjectName(QStringLiteral("goldShare"));
    model_->setForegroundRole(QPalette::PlaceholderText);
    step_->setForegroundRole(QPalette::PlaceholderText);
    head_->setContentsMargins(8, 0, 8, 0);
    head_->addWidget(title_, 1);
    auto* caption = new QHBoxLayout;
    caption->setContentsMargins(8, 0, 8, 0);
    caption->setSpacing(10);
    caption->addWidget(step_);
    caption->addWidget(model_, 1);
    caption->addWidget(gold_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head_);
    column->addLayout(caption);
    column->addWidget(view_, 1);
    title_->hide();
}

void CaptionedView::addButton(QWidget* button) {
    head_->addWidget(button);
}

void CaptionedView::setMap(const ShownMap& shown, bool isDifference) {
    shown_ = shown;
    isDifference_ = isDifference;
    title_->setText(shown.title);
    title_->setVisible(!shown.title.isEmpty());
    // As high as with a button, so that two of them stand level.
    title_->setMinimumHeight(shown.title.isEmpty() ? 0 : style()->pixelMetric(QStyle::PM_SmallIconSize) + 8);
    view_->setEmptyText(shown.emptyText);
    view_->setMap(shown.map, isDifference);
    retranslate();
}

void CaptionedView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if ((event->size().width() < narrow) != (event->oldSize().width() < narrow))
        retranslate();
}

void CaptionedView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CaptionedView::retranslate() {
    const AttentionMapPtr& map = shown_.map;
    step_->setText(map && !isDifference_ ? tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(map->step)))
                                         : QString());
    step_->setVisible(!step_->text().isEmpty()); // or its spacing would indent what follows
    model_->setText(map ? shown_.model : QString());
    const auto share = map && !isDifference_ ? goldShare(*map) : std::nullopt;
    //: Of the attention; "it" is the true alignment
    gold_->setText(!share             ? QString()
                   : width() < narrow ? tr("%1 %").arg(std::lround(*share * 100))
                                      : tr("%1 % on the true alignment").arg(std::lround(*share * 100)));
    gold_->setToolTip(
        tr("How much of the attention lies on the cells of the true alignment, averaged over the words of the "
           "translation that are aligned to any."));
}

} // namespace zhuyi
