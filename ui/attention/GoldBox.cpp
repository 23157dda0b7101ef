#include "ui/attention/GoldBox.h"

#include "ui/attention/ShownSentence.h"
#include "ui/shell/Remember.h"

#include <QEvent>

namespace zhuyi {

GoldBox::GoldBox(QWidget* parent) : QCheckBox(parent) {
    setObjectName(QStringLiteral("goldBox"));
    remember<QCheckBox>(this, QStringLiteral("attention/gold"));
    say();
}

void GoldBox::setSentence(const ShownSentence& sentence) {
    const auto isKnown = [](const AttentionMapPtr& map) { return map && map->gold.has_value(); };
    isKnown_ = isKnown(sentence.now.map) || (sentence.before && isKnown(sentence.before->map));
    hasMap_ = sentence.now.map != nullptr;
    say();
}

void GoldBox::changeEvent(QEvent* event) {
    QCheckBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void GoldBox::say() {
    //: Check box: outline the true ("gold") alignment
    setText(tr("Gold"));
    setEnabled(isKnown_);
    setToolTip(isKnown_ ? tr("Outline the cells where the true alignment lies: solid where it is sure, dashed where it "
                             "is possible.")
               : hasMap_ ? tr("The true alignment of this sentence is not known. It is for the sentences of the "
                              "built-in corpus, and for those of a corpus with gold alignments.")
                         : tr("Outlines the cells where the true alignment lies, once there is a heatmap."));
}

} // namespace zhuyi
