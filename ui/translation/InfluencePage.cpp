#include "ui/translation/InfluencePage.h"

#include "ui/attention/HeatmapView.h"
#include "ui/attention/ScrollTogether.h"
#include "ui/client/EngineClient.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/LinkLabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace zhuyi {

InfluencePage::InfluencePage(EngineClient* client, QWidget* parent)
    : AskingPage(client, parent), attention_(new HeatmapView), influence_(new HeatmapView), method_(new QComboBox),
      attentionTitle_(new QLabel), influenceTitle_(new QLabel), remark_(new LinkLabel) {
    method_->setObjectName(QStringLiteral("explainMethod"));
    method_->addItem(QString(), static_cast<int>(ExplainMethod::LeaveOut));
    method_->addItem(QString(), static_cast<int>(ExplainMethod::GradientTimesInput));
    remark_->setObjectName(QStringLiteral("remark"));
    remark_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    influence_->setScaledToLargest(true);
    QFont bold = Fonts::withChinese(font());
    bold.setBold(true);
    attentionTitle_->setFont(bold);
    influenceTitle_->setFont(bold);

    auto* body = new QWidget;
    auto* right = new QHBoxLayout;
    right->setContentsMargins(8, 2, 8, 0);
    right->addWidget(influenceTitle_, 1);
    right->addWidget(method_);
    auto* left = new QHBoxLayout;
    left->setContentsMargins(8, 2, 8, 0);
    left->addWidget(attentionTitle_, 1);
    auto* maps = new QGridLayout;
    maps->setSpacing(2);
    maps->addLayout(left, 0, 0);
    maps->addLayout(right, 0, 1);
    maps->addWidget(attention_, 1, 0);
    maps->addWidget(influence_, 1, 1);
    maps->setColumnStretch(0, 1);
    maps->setColumnStretch(1, 1);
    maps->setRowStretch(1, 1);
    auto* lines = new QHBoxLayout;
    lines->setContentsMargins(8, 0, 8, 3);
    lines->addWidget(remark_, 1);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(maps, 1);
    column->addLayout(lines);
    setBody(body);

    connect(method_, &QComboBox::currentIndexChanged, this, &InfluencePage::askSoon);
    connect(client, &EngineClient::explained, this, &InfluencePage::takeInfluence);
    connect(remark_, &QLabel::linkActivated, this, &InfluencePage::helpWanted);
    scrollTogether(attention_, influence_);
    for (HeatmapView* view : {attention_, influence_})
        connect(view, &HeatmapView::pointed, this, [this](int row, int column) {
            setPointed(row, column);
            Q_EMIT pointed(row, column);
        });
    retranslate();
}

QString InfluencePage::title() const {
    //: Tab: how much source words moved the words of the translation
    return tr("Influence");
}

QString InfluencePage::explanation() const {
    return tr(
        "Where the model looked, and beside it how much each source word really moved each word of the translation.");
}

void InfluencePage::setMapStyle(const MapStyle& style) {
    MapStyle own = style;
    own.statistics = false; // of weights that sum to 1; and without them the rows of both maps stand level
    attention_->setMapStyle(own);
    own.scaledToLargest = true; // nats have no natural end
    influence_->setMapStyle(own);
}

void InfluencePage::setPointed(int row, int column) {
    const QSignalBlocker one(attention_), other(influence_);
    attention_->setPointed(row, column);
    influence_->setPointed(row, column);
}

AttentionView* InfluencePage::view() const {
    return influence_->map() ? influence_ : attention_;
}

void InfluencePage::setSentence(const ShownSentence& sentence) {
    const AttentionMapPtr map = sentence.now.map;
    const bool sameTokens =
        map && map_ && map->targetTokens == map_->targetTokens && map->sourceTokens == map_->sourceTokens;
    map_ = map;
    attention_->setEmptyText(sentence.now.emptyText);
    attention_->setMap(map_);
    const bool sameSource = sentence.source == source();
    AskingPage::setSentence(sentence); // asks where the source is another one
    if (sameTokens)
        return;
    influence_->setMap(nullptr);
    if (sameSource)
        askSoon();
}

void InfluencePage::ask() {
    if (!map_ || map_->rows() == 0)
        return;
    Explain question;
    question.source = source();
    question.targetTokens = map_->targetTokens;
    question.method = static_cast<ExplainMethod>(method_->currentData().toInt());
    put(std::move(question));
}

void InfluencePage::takeInfluence(const Explained& event) {
    if (isAnswer(event.id))
        influence_->setMap(event.influence, true);
}

void InfluencePage::take(const TranslationPtr&) {}

void InfluencePage::forget() {
    influence_->setMap(nullptr);
}

void InfluencePage::retranslate() {
    AskingPage::retranslate();
    attentionTitle_->setText(tr("Attention"));
    //: Nats: units of the natural logarithm of a probability
    influenceTitle_->setText(tr("Influence, in nats"));
    influenceTitle_->setToolTip(
        tr("How influence is measured: by how much the log probability of a word falls when a source "
           "word is left out, or to first order by its gradient."));
    method_->setItemText(0, tr("Leave each word out"));
    method_->setItemText(1, tr("Gradient × input"));
    method_->setAccessibleName(tr("How the influence is computed"));
    method_->setToolTip(influenceTitle_->toolTip());
    remark_->setText(tr("Attention is not explanation: it tells where the model looked, not what decided the word. "
                        "<a href=\"influence\">Why the two differ</a>"));
    attention_->setAccessibleName(tr("Attention: where the model looked"));
    influence_->setAccessibleName(tr("Influence: what moved the word"));
    influence_->setEmptyText(tr("Waiting for the engine."));
}

} // namespace zhuyi
