#include "ui/translation/ForcePage.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/attention/HeatmapView.h"
#include "ui/client/EngineClient.h"
#include "ui/client/PlainNumber.h"
#include "ui/client/ShownText.h"
#include "ui/client/TokenLabel.h"
#include "ui/shell/Fonts.h"
#include "ui/translation/SourceEdit.h"
#include "ui/translation/WordStrip.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

constexpr int pauseMilliseconds = 250;
constexpr std::int64_t alternativesShown = 4;

QString numberText(double probability) {
    return plainNumber(probability, 2);
}

} // namespace

ForcePage::ForcePage(EngineClient* client, QWidget* parent)
    : AskingPage(client, parent), source_(new SourceEdit), target_(new SourceEdit), sourceLabel_(new QLabel),
      targetLabel_(new QLabel), perplexity_(new QLabel), strip_(new WordStrip), readout_(new ElidedLabel),
      heatmap_(new HeatmapView) {
    const QFont text = Fonts::withChinese(font());
    source_->setObjectName(QStringLiteral("forcedSource"));
    target_->setObjectName(QStringLiteral("forcedTarget"));
    readout_->setFont(text);
    perplexity_->setForegroundRole(QPalette::PlaceholderText);
    const int line = QFontMetrics(text).height();
    for (SourceEdit* edit : {source_, target_}) {
        edit->setFont(text);
        edit->setFixedHeight(line + 14);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] { typed(edit); });
        connect(edit, &SourceEdit::compositionEnded, this, [this, edit] { typed(edit); });
        connect(edit, &SourceEdit::submitted, this, &ForcePage::askNow);
    }
    sourceLabel_->setBuddy(source_);
    targetLabel_->setBuddy(target_);

    auto* body = new QWidget;
    auto* fields = new QGridLayout;
    fields->setContentsMargins(8, 3, 8, 0);
    fields->setVerticalSpacing(3);
    fields->setHorizontalSpacing(8);
    fields->addWidget(sourceLabel_, 0, 0);
    fields->addWidget(source_, 0, 1);
    fields->addWidget(targetLabel_, 1, 0);
    fields->addWidget(target_, 1, 1);
    auto* said = new QHBoxLayout;
    said->setContentsMargins(8, 0, 8, 0);
    said->addWidget(readout_, 1);
    said->addWidget(perplexity_);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(fields);
    column->addWidget(strip_);
    column->addLayout(said);
    column->addWidget(heatmap_, 1);
    setBody(body);

    pause_.setSingleShot(true);
    pause_.setInterval(pauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &ForcePage::askNow);
    connect(strip_, &WordStrip::pointed, this, &ForcePage::point);
    connect(heatmap_, &HeatmapView::pointed, this, [this](int row) {
        strip_->setPointed(row);
        updateTexts();
    });
    retranslate();
}

QString ForcePage::title() const {
    //: Tab: forced decoding
    return tr("Force it");
}

QString ForcePage::explanation() const {
    return tr("Make the model write your translation, and see how probable it finds each word and where it looks.");
}

void ForcePage::setMapStyle(const MapStyle& style) {
    heatmap_->setMapStyle(style);
}

AttentionView* ForcePage::view() const {
    return heatmap_;
}

QString ForcePage::hint() const {
    return client()->hasModel() ? QString() : AskingPage::hint();
}

QString ForcePage::text(const SourceEdit* edit) const {
    return edit->toPlainText().simplified();
}

// Asking

void ForcePage::setSentence(const ShownSentence& sentence) {
    bool isPut = false;
    // What the user has typed here stays; else the sentence above and its translation are there to be changed.
    if (!isOwnSource_ && !isOwnTarget_ && !source_->isComposing() && !target_->isComposing()) {
        const QString target = !sentence.reference.empty() ? QString::fromStdString(sentence.reference)
                               : sentence.translation      ? shownText(sentence.translation->text)
                                                           : QString();
        const QString source = QString::fromStdString(sentence.source);
        if (source.simplified() != text(source_) || (text(target_).isEmpty() && !target.isEmpty())) {
            isPutting_ = true;
            source_->setPlainText(source.simplified());
            target_->setPlainText(target.simplified());
            isPutting_ = false;
            isPut = true;
        }
    }
    const bool isOther = sentence.source != source();
    AskingPage::setSentence(sentence); // asks, of another one
    if (isPut && !isOther)
        askSoon();
}

void ForcePage::typed(SourceEdit* edit) {
    if (isPutting_)
        return;
    if (edit->isComposing()) {
        pause_.stop();
        return;
    }
    // Emptied, both are filled from the sentence above again.
    isOwnSource_ = !text(source_).isEmpty();
    isOwnTarget_ = !text(target_).isEmpty();
    pause_.start();
    updateTexts();
}

void ForcePage::askNow() {
    pause_.stop();
    if (!source_->isComposing() && !target_->isComposing())
        askSoon();
}

void ForcePage::ask() {
    if (text(source_).isEmpty() || text(target_).isEmpty()) {
        shown_ = nullptr;
        strip_->setTranslation(nullptr);
        heatmap_->setMap(nullptr);
        updateTexts();
        return;
    }
    Force question;
    question.source = text(source_).toStdString();
    question.target = text(target_).toStdString();
    question.alternatives = alternativesShown;
    put(std::move(question));
}

void ForcePage::take(const TranslationPtr& translation) {
    shown_ = translation;
    strip_->setTranslation(translation);
    heatmap_->setMap(translation->attention);
    updateTexts();
}

// What is seen

void ForcePage::point(int row) {
    heatmap_->setPointed(row, row < 0 ? -1 : heatmap_->pointedColumn());
    updateTexts();
}

void ForcePage::updateTexts() {
    perplexity_->clear();
    if (!shown_ || !shown_->attention) {
        readout_->setText(text(source_).isEmpty() || text(target_).isEmpty() ? QString()
                                                                             : tr("Waiting for the engine."));
        return;
    }
    const auto rows = shown_->tokenProbabilities.size();
    if (rows > 0)
        perplexity_->setText(
            tr("perplexity %1")
                .arg(QLocale().toString(std::exp(-shown_->logProbability / static_cast<double>(rows)), 'f', 1)));
    const int row = strip_->pointedRow();
    if (row < 0 || row >= static_cast<int>(rows)) {
        readout_->setText(tr("Point at a word to see what the model would have preferred there."));
        return;
    }
    const auto at = static_cast<std::size_t>(row);
    const std::string& token = shown_->attention->targetTokens[at];
    const QString word = tokenLabel(token);
    const QString p = numberText(static_cast<double>(shown_->tokenProbabilities[at]));
    QStringList better;
    if (at < shown_->alternatives.size())
        for (const Alternative& one : shown_->alternatives[at]) {
            if (one.token == token)
                break;
            better << tokenLabel(one.token) + u' ' + numberText(static_cast<double>(one.probability));
        }
    readout_->setText(better.isEmpty() ? tr("Word %1, %2: probability %3. The model agrees.").arg(row + 1).arg(word, p)
                                       : tr("Word %1, %2: probability %3. The model would rather write %4.")
                                             .arg(row + 1)
                                             .arg(word, p, better.join(QStringLiteral(", "))));
}

void ForcePage::retranslate() {
    AskingPage::retranslate();
    sourceLabel_->setText(tr("Source"));
    //: Field: what the model is made to write
    targetLabel_->setText(tr("Translation"));
    source_->setAccessibleName(tr("Source sentence"));
    target_->setAccessibleName(tr("Translation that the model is made to write"));
    target_->setToolTip(tr("Change a word here, and see what the model makes of it."));
    perplexity_->setToolTip(tr("How many words the model was undecided between, on average; 1 is certainty."));
    strip_->setAccessibleName(tr("The words of the translation and their probabilities"));
    heatmap_->setAccessibleName(tr("Attention of the forced translation"));
    heatmap_->setEmptyText(
        tr("Type a source sentence and a translation of it: you will see how probable each word is to "
           "the model, and where it looks for it."));
    updateTexts();
}

} // namespace zhuyi
