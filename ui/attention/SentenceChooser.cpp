#include "ui/attention/SentenceChooser.h"

#include "ui/attention/WatchedSentences.h"
#include "ui/shell/Fonts.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <utility>

namespace zhuyi {

namespace {

constexpr qsizetype mostCharacters = 60; // a paragraph would make the list wider than the window

QString shortened(const QString& text) {
    return text.size() > mostCharacters ? text.left(mostCharacters) + QStringLiteral("…") : text;
}

} // namespace

SentenceChooser::SentenceChooser(const WatchedSentences* sentences, QWidget* parent)
    : QComboBox(parent), sentences_(sentences) {
    setFont(Fonts::withChinese(font()));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QComboBox::currentIndexChanged, this, &SentenceChooser::chosen);
    retranslate();
    refill();
}

int SentenceChooser::translationRow() const {
    return translation_ ? sentences_->count() : -1;
}

bool SentenceChooser::isOnTranslation() const {
    return translation_ && currentIndex() == translationRow();
}

void SentenceChooser::setTranslation(TranslationPtr translation) {
    // While the model trains, the box asks again for the same text; only something new draws the eye here.
    const bool fresh = translation && (!translation_ || translation->source != translation_->source);
    const bool had = translation_ != nullptr;
    translation_ = std::move(translation);
    if (fresh || had != (translation_ != nullptr))
        refill();
    if (fresh) {
        const QSignalBlocker blocker(this);
        setCurrentIndex(translationRow());
    }
    Q_EMIT chosen();
}

void SentenceChooser::fill() {
    refill();
    Q_EMIT chosen();
}

void SentenceChooser::refill() {
    const QSignalBlocker blocker(this);
    const bool onTranslation = currentIndex() >= 0 && currentIndex() == findData(true);
    const QString before = currentText();
    clear();
    for (int row = 0; row < sentences_->count(); ++row)
        addItem(QString::fromStdString(sentences_->probe(row).source), false);
    if (translation_) {
        const QString whole = QString::fromStdString(translation_->source).simplified();
        addItem(tr("Translation box: %1").arg(shortened(whole)), true);
        setItemData(count() - 1, whole, Qt::ToolTipRole);
    }
    const int same = onTranslation ? translationRow() : findText(before);
    setCurrentIndex(same >= 0 ? same : count() > 0 ? 0 : -1);
    setEnabled(count() > 0);
}

void SentenceChooser::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room - 2);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void SentenceChooser::changeEvent(QEvent* event) {
    QComboBox::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    fill();
}

void SentenceChooser::retranslate() {
    setAccessibleName(tr("Sentence"));
    setToolTip(tr("The sentence whose attention is shown."));
}

} // namespace zhuyi
