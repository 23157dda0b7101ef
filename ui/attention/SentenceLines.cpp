#include "ui/attention/SentenceLines.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/attention/ShownSentence.h"
#include "ui/client/WrittenText.h"
#include "ui/shell/Fonts.h"

#include <QVBoxLayout>

namespace zhuyi {

SentenceLines::SentenceLines(QWidget* parent)
    : QWidget(parent), written_(new ElidedLabel), reference_(new ElidedLabel) {
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    for (ElidedLabel* line : {written_, reference_}) {
        line->setFont(Fonts::withChinese(font()));
        lines->addWidget(line);
    }
}

void SentenceLines::setSentence(const ShownSentence& sentence, const QString& written) {
    written_->setText(sentence.now.map && sentence.isLive ? WrittenText::pattern(sentence.now.map).arg(written)
                                                          : QString());
    referenceText_ = QString::fromStdString(sentence.reference);
    showReference();
}

void SentenceLines::setIsOfOwnWords(bool isSo) {
    written_->setVisible(!isSo);
    isOfOwnWords_ = isSo;
    showReference();
}

void SentenceLines::showReference() {
    //: The translation that stands in the corpus
    reference_->setText(referenceText_.isEmpty() ? QString()
                        : isOfOwnWords_          ? tr("Reference: %1").arg(referenceText_)
                                                 : tr("Reference, the rows of the picture: %1").arg(referenceText_));
}

} // namespace zhuyi
