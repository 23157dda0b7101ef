#include "ui/training/RunLegend.h"

#include "ui/shell/WrapLayout.h"

#include <QCheckBox>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace zhuyi {

namespace {

constexpr QSize swatchSize(18, 12);

/// A check box whose text is cut short where there is no room for all of it.
class RunBox : public QCheckBox {
  public:
    explicit RunBox(const QString& name) : QCheckBox(name) {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    QSize minimumSizeHint() const override { return {72, QCheckBox::minimumSizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent*) override {
        QStyleOptionButton option;
        initStyleOption(&option);
        const int beside = sizeHint().width() - fontMetrics().horizontalAdvance(text());
        if (width() < sizeHint().width())
            option.text = fontMetrics().elidedText(text(), Qt::ElideRight, std::max(0, width() - beside));
        QStylePainter(this).drawControl(QStyle::CE_CheckBox, option);
    }
};

QPen penOf(const DrawnRun& run, const QWidget& look) {
    const QColor colour = run.colour.isValid() ? run.colour : look.palette().color(QPalette::Text);
    return run.kind == DrawnRun::Kind::Before ? QPen(colour, 1, Qt::DashLine) : QPen(colour, 3);
}

QIcon swatch(const QPen& pen, qreal ratio) {
    QPixmap pixmap(swatchSize * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(pen);
    painter.drawLine(0, swatchSize.height() / 2, swatchSize.width(), swatchSize.height() / 2);
    return QIcon(pixmap);
}

} // namespace

RunLegend::RunLegend(QWidget* parent) : QWidget(parent), layout_(new WrapLayout(this)) {
    layout_->setContentsMargins(6, 0, 6, 0);
    layout_->setSpacing(10);
    setVisible(false);
}

void RunLegend::setRuns(const std::vector<DrawnRun>& runs) {
    const bool hadFocus = isAncestorOf(focusWidget());
    while (QLayoutItem* item = layout_->takeAt(0)) {
        if (QWidget* box = item->widget()) {
            box->hide();
            box->deleteLater(); // it may be what was just clicked
        }
        delete item;
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].name.isEmpty())
            continue;
        auto* box = new RunBox(runs[i].name);
        box->setIcon(swatch(penOf(runs[i], *this), devicePixelRatioF()));
        box->setIconSize(swatchSize);
        box->setChecked(runs[i].isVisible);
        box->setToolTip(tr("Draw %1 or hide it.").arg(runs[i].name));
        connect(box, &QCheckBox::toggled, this, [this, i](bool visible) { Q_EMIT toggled(i, visible); });
        layout_->addWidget(box);
    }
    const bool isShown = layout_->count() > (showsOne_ ? 0 : 1);
    setVisible(isShown);
    if (hadFocus && isShown)
        layout_->itemAt(0)->widget()->setFocus();
}

int RunLegend::paint(QPainter* painter, const std::vector<DrawnRun>& runs, int width, const QWidget& look) {
    const QFontMetrics metrics(look.font());
    const int rowHeight = metrics.height() + 4, gap = 6;
    int x = gap, y = gap / 2;
    if (painter)
        painter->setFont(look.font());
    for (const DrawnRun& run : runs) {
        if (!run.isVisible || run.name.isEmpty())
            continue;
        const QString name = metrics.elidedText(run.name, Qt::ElideRight, width - swatchSize.width() - 3 * gap);
        const int needed = swatchSize.width() + metrics.horizontalAdvance(name) + 2 * gap;
        if (x + needed > width && x > gap) {
            x = gap;
            y += rowHeight;
        }
        if (painter) {
            painter->setPen(penOf(run, look));
            painter->drawLine(x, y + rowHeight / 2, x + swatchSize.width(), y + rowHeight / 2);
            painter->setPen(look.palette().color(QPalette::Text));
            painter->drawText(QRect(x + swatchSize.width() + gap, y, needed, rowHeight),
                              Qt::AlignLeft | Qt::AlignVCenter, name);
        }
        x += needed + gap;
    }
    return y + rowHeight;
}

} // namespace zhuyi
