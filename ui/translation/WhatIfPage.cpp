#include "ui/translation/WhatIfPage.h"

#include "ui/attention/PaintableHeatmap.h"
#include "ui/attention/RowWeights.h"
#include "ui/client/EngineClient.h"
#include "ui/client/ShownText.h"
#include "ui/client/TokenLabel.h"
#include "ui/client/WrittenText.h"
#include "ui/shell/Fonts.h"
#include "ui/translation/WordDifference.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace zhuyi {

namespace {

QStringList words(const TranslationPtr& translation) {
    QStringList result;
    if (translation && translation->attention)
        for (const std::string& token : translation->attention->targetTokens)
            if (token != "</s>")
                result << tokenLabel(token);
    return result;
}

} // namespace

WhatIfPage::WhatIfPage(EngineClient* client, QWidget* parent)
    : AskingPage(client, parent), heatmap_(new PaintableHeatmap), bars_(new RowWeights), barsLabel_(new QLabel),
      before_(new QLabel), now_(new QLabel), giveBack_(new QToolButton), reset_(new QToolButton) {
    for (QLabel* label : {before_, now_, barsLabel_}) {
        label->setFont(Fonts::withChinese(font()));
        label->setTextFormat(Qt::RichText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    before_->setObjectName(QStringLiteral("beforeLine"));
    now_->setObjectName(QStringLiteral("nowLine"));
    giveBack_->setObjectName(QStringLiteral("giveBackRow"));
    reset_->setObjectName(QStringLiteral("resetAttention"));
    for (QLabel* label : {before_, now_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (QToolButton* button : {giveBack_, reset_})
        button->setFocusPolicy(Qt::StrongFocus);

    auto* body = new QWidget;
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(8, 0, 8, 0);
    middle->addWidget(barsLabel_, 1);
    middle->addWidget(giveBack_);
    middle->addWidget(reset_);
    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(8, 0, 8, 3);
    lines->setSpacing(1);
    lines->addWidget(before_);
    lines->addWidget(now_);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(heatmap_, 1);
    column->addLayout(middle);
    column->addWidget(bars_);
    column->addLayout(lines);
    setBody(body);

    connect(heatmap_, &PaintableHeatmap::painting, this, &WhatIfPage::paintRow);
    connect(heatmap_, &PaintableHeatmap::painted, this, &WhatIfPage::askSoon);
    connect(heatmap_, &PaintableHeatmap::rowChosen, this, &WhatIfPage::showBars);
    connect(heatmap_, &PaintableHeatmap::givenBack, this, &WhatIfPage::giveBack);
    connect(heatmap_, &HeatmapView::pointed, this, &WhatIfPage::pointed);
    connect(bars_, &RowWeights::weighing, this,
            [this](const std::vector<float>& weights) { paintRow(heatmap_->chosenRow(), weights); });
    connect(bars_, &RowWeights::weighed, this, &WhatIfPage::askSoon);
    connect(giveBack_, &QToolButton::clicked, this, [this] { giveBack(heatmap_->chosenRow()); });
    connect(reset_, &QToolButton::clicked, this, &WhatIfPage::reset);
    retranslate();
}

QString WhatIfPage::title() const {
    //: Tab: attention that the user paints
    return tr("What if");
}

QString WhatIfPage::explanation() const {
    return tr("Paint other attention into the heatmap, and see what the model then says.");
}

void WhatIfPage::setMapStyle(const MapStyle& style) {
    heatmap_->setMapStyle(style);
}

void WhatIfPage::setPointed(int row, int column) {
    const QSignalBlocker blocker(heatmap_);
    heatmap_->setPointed(row, column);
}

AttentionView* WhatIfPage::view() const {
    return heatmap_;
}

QString WhatIfPage::hint() const {
    const QString text = AskingPage::hint();
    return text.isEmpty() && client()->model().settings.attention == "none"
               ? tr("This model has no attention, so there is none to change.")
               : text;
}

// Asking

void WhatIfPage::ask() {
    Translate question;
    question.text = source();
    question.options = options();
    asksOwn_ = isOwnStale_ || !own_ || given_.empty();
    if (!asksOwn_) {
        // What comes before the first painted row stands; from there on the model decides, with what is given.
        const auto first = static_cast<std::ptrdiff_t>(given_.begin()->first);
        const auto& tokens = own_->attention->targetTokens;
        question.prefix.assign(tokens.begin(),
                               tokens.begin() + std::min(first, static_cast<std::ptrdiff_t>(tokens.size())));
        for (const auto& [row, weights] : given_)
            question.attention.push_back({row, weights});
    }
    put(std::move(question));
}

void WhatIfPage::take(const TranslationPtr& translation) {
    if (!translation->attention)
        return;
    if (!asksOwn_) {
        shown_ = translation;
    } else {
        own_ = translation;
        isOwnStale_ = false;
        // A model with other tokens has no place for what was painted.
        const std::size_t columns = own_->attention->columns();
        const auto rows = static_cast<int>(own_->attention->rows());
        for (auto it = given_.begin(); it != given_.end();)
            it = it->second.size() != columns ? given_.erase(it) : std::next(it);
        if (!given_.empty() && given_.begin()->first >= rows)
            given_.clear();
        if (given_.empty())
            shown_ = own_;
        else
            askSoon();
    }
    showMap();
}

void WhatIfPage::forget() {
    given_.clear();
    own_ = shown_ = nullptr;
    isOwnStale_ = true;
    heatmap_->setChosenRow(-1);
    showMap();
}

void WhatIfPage::outdate() {
    isOwnStale_ = true;
}

void WhatIfPage::paintRow(int row, const std::vector<float>& weights) {
    if (row < 0 || !shown_ || weights.size() != shown_->attention->columns())
        return;
    given_[row] = weights;
    showMap();
}

void WhatIfPage::giveBack(int row) {
    if (given_.erase(row) > 0) {
        askSoon();
        showMap();
    }
}

void WhatIfPage::reset() {
    given_.clear();
    shown_ = own_;
    askSoon();
    showMap();
}

// What is seen

void WhatIfPage::showMap() {
    AttentionMapPtr map = shown_ ? shown_->attention : nullptr;
    std::set<int> painted;
    if (map) {
        // What is painted is seen at once, the model's answer a moment later.
        auto edited = std::make_shared<AttentionMap>(*map);
        for (const auto& [row, weights] : given_)
            if (static_cast<std::size_t>(row) < edited->rows() && weights.size() == edited->columns()) {
                painted.insert(row);
                std::copy(weights.begin(), weights.end(),
                          edited->weights.begin() +
                              static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * edited->columns()));
            }
        map = edited;
        if (heatmap_->chosenRow() >= static_cast<int>(map->rows()))
            heatmap_->setChosenRow(-1);
    }
    heatmap_->setMap(map);
    heatmap_->setPaintedRows(std::move(painted));
    showBars();
    updateTexts();
}

void WhatIfPage::showBars() {
    const int row = heatmap_->chosenRow();
    const AttentionMapPtr map = heatmap_->map();
    QStringList labels;
    std::vector<float> weights;
    if (map && row >= 0 && row < static_cast<int>(map->rows())) {
        for (std::size_t column = 0; column < map->columns(); ++column) {
            labels << tokenLabel(map->sourceTokens[column]);
            weights.push_back(map->at(static_cast<std::size_t>(row), column));
        }
        barsLabel_->setText(tr("Weights of %1")
                                .arg(QStringLiteral("<b>") +
                                     tokenLabel(map->targetTokens[static_cast<std::size_t>(row)]).toHtmlEscaped() +
                                     QStringLiteral("</b>")));
    } else {
        barsLabel_->setText(tr("Click a row of the heatmap to weigh its source words one by one.").toHtmlEscaped());
    }
    bars_->setWeights(labels, weights);
    bars_->setVisible(!weights.empty());
    giveBack_->setEnabled(given_.count(row) > 0);
    reset_->setEnabled(!given_.empty());
}

void WhatIfPage::updateTexts() {
    const bool toChinese = heatmap_->map() && !heatmap_->map()->sourceIsChinese;
    const QStringList own = words(own_), now = words(shown_);
    const auto text = [toChinese](const QStringList& list, const std::vector<bool>& changed) {
        return markedWords(list, changed, !toChinese);
    };
    if (!own_ || given_.empty()) {
        before_->setText(
            own_ ? WrittenText::pattern(own_->attention).toHtmlEscaped().arg(shownText(own_->text).toHtmlEscaped())
                 : QString());
        now_->setText(
            tr("Drag over the cells of a row: its weight goes to those source words, and the model decodes on "
               "from there. Shift adds cells.")
                .toHtmlEscaped());
        return;
    }
    before_->setText(tr("Before: %1").toHtmlEscaped().arg(text(own, changedWords(now, own))));
    QString line = tr("Now: %1").toHtmlEscaped().arg(text(now, changedWords(own, now)));
    if (own == now && !isWaiting())
        line += QStringLiteral("  ") + tr("The words are the same as before.").toHtmlEscaped();
    now_->setText(line);
}

void WhatIfPage::retranslate() {
    AskingPage::retranslate();
    giveBack_->setText(tr("Give back row"));
    giveBack_->setToolTip(tr("Let the model compute the attention of this row again."));
    reset_->setText(tr("Reset"));
    reset_->setToolTip(tr("Let the model compute all attention again."));
    heatmap_->setAccessibleName(
        tr("Attention to paint into; the space bar puts all weight of a row on a cell, with Shift "
           "it adds the cell"));
    bars_->setAccessibleName(tr("Weights of one row"));
    bars_->setToolTip(
        tr("Drag a bar to weigh a source word; the others give way. With the keyboard: left and right choose "
           "the word, up and down change it."));
    showBars();
    updateTexts();
}

} // namespace zhuyi
