#include "ui/attention/MapPage.h"

#include "ui/attention/CaptionedView.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/MapDifference.h"
#include "ui/attention/RibbonView.h"
#include "ui/attention/ScrollTogether.h"
#include "ui/shell/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace zhuyi {

MapPage::MapPage(const std::function<AttentionView*()>& makeView, QWidget* parent)
    : SentencePage(parent), before_(new CaptionedView(makeView())), now_(new CaptionedView(makeView())),
      difference_(new CaptionedView(makeView())), end_(new QToolButton) {
    end_->setObjectName(QStringLiteral("endComparison"));
    end_->setIcon(themedIcon(QStringLiteral("close"), QPalette::WindowText));
    end_->setAutoRaise(true);
    before_->addButton(end_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (CaptionedView* each : all())
        row->addWidget(each, 1);
    before_->hide();
    difference_->hide();

    connect(end_, &QToolButton::clicked, this, &MapPage::comparisonEnded);
    for (CaptionedView* from : all()) {
        connect(from->view(), &AttentionView::pointed, this, [this, from](int row, int column) {
            const AttentionMapPtr here = from->view()->map();
            for (CaptionedView* to : all())
                if (const AttentionMapPtr there = to->view()->map();
                    here && there && MapDifference::comparable(*here, *there) == MapDifference::Comparable::Yes)
                    to->view()->setPointed(row, column);
            if (from == now_)
                Q_EMIT pointed(row, column);
        });
        connect(from->view(), &AttentionView::exported, this, &SentencePage::told);
    }
    scrollTogether(before_->view(), now_->view());
    scrollTogether(now_->view(), difference_->view());
    setNames();
}

void MapPage::setSentence(const ShownSentence& sentence) {
    now_->setMap(sentence.now);
    before_->setVisible(sentence.before.has_value());
    ShownMap difference;
    if (sentence.before) {
        before_->setMap(*sentence.before);
        const AttentionMapPtr& earlier = sentence.before->map;
        const AttentionMapPtr& later = sentence.now.map;
        difference.title = tr("Difference");
        difference.model = tr("right minus left");
        if (earlier && later) {
            difference.emptyText = MapDifference::obstacle(MapDifference::comparable(*earlier, *later));
            if (const auto map = MapDifference::of(*earlier, *later))
                difference.map = std::make_shared<const AttentionMap>(*map);
        }
    }
    const bool differ = sentence.before && sentence.wantsDifference;
    if (differ)
        difference_->setMap(difference, true);
    difference_->setVisible(differ);
}

void MapPage::setMapStyle(const MapStyle& style) {
    for (CaptionedView* each : all())
        each->view()->setMapStyle(style);
}

void MapPage::setPointed(int row, int column) {
    now_->view()->setPointed(row, column);
}

AttentionView* MapPage::view() const {
    return now_->view();
}

AttentionView* MapPage::viewBefore() const {
    return before_->isHidden() ? nullptr : before_->view();
}

AttentionView* MapPage::viewOfDifference() const {
    return difference_->isHidden() ? nullptr : difference_->view();
}

void MapPage::changeEvent(QEvent* event) {
    SentencePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setNames();
}

void MapPage::setNames() {
    end_->setToolTip(tr("End the comparison."));
    end_->setAccessibleName(tr("End the comparison."));
    now_->view()->setAccessibleName(tr("Attention"));
    before_->view()->setAccessibleName(tr("Attention that it is compared with"));
    difference_->view()->setAccessibleName(tr("Difference of the two"));
}

HeatmapPage::HeatmapPage(QWidget* parent) : MapPage([] { return new HeatmapView; }, parent) {}

QString HeatmapPage::title() const {
    return tr("Heatmap");
}

QString HeatmapPage::explanation() const {
    return tr(
        "A row for each word of the translation, a column for each source word: the stronger the colour, the more the "
        "model looked there.");
}

RibbonPage::RibbonPage(QWidget* parent) : MapPage([] { return new RibbonView; }, parent) {}

QString RibbonPage::title() const {
    return tr("Ribbons");
}

QString RibbonPage::explanation() const {
    return tr("Source words above, the translation below: the thicker a ribbon, the more the model looked there.");
}

} // namespace zhuyi
