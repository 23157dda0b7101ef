#include "ui/translation/BeamPage.h"

#include "ui/attention/ElidedLabel.h"
#include "ui/client/ShownText.h"
#include "ui/shell/Fonts.h"
#include "ui/translation/BeamView.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr int usualSize = 4, largestSize = 10;
constexpr double leastReadable = 0.9; // zoom

} // namespace

BeamPage::BeamPage(EngineClient* client, QWidget* parent)
    : AskingPage(client, parent), view_(new BeamView), sizeLabel_(new QLabel), legend_(new QLabel), size_(new QSpinBox),
      pruned_(new QCheckBox), smaller_(new QToolButton), larger_(new QToolButton), fit_(new QToolButton),
      readout_(new ElidedLabel) {
    size_->setRange(2, largestSize);
    size_->setValue(usualSize);
    size_->setObjectName(QStringLiteral("beamSize"));
    pruned_->setChecked(true);
    pruned_->setObjectName(QStringLiteral("showPruned"));
    sizeLabel_->setBuddy(size_);
    legend_->setForegroundRole(QPalette::PlaceholderText);
    readout_->setFont(Fonts::withChinese(font()));
    smaller_->setText(QStringLiteral("−"));
    larger_->setText(QStringLiteral("+"));
    for (QToolButton* button : {smaller_, larger_, fit_})
        button->setFocusPolicy(Qt::StrongFocus);

    auto* body = new QWidget;
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 2, 8, 0);
    top->addWidget(sizeLabel_);
    top->addWidget(size_);
    top->addWidget(pruned_);
    top->addStretch();
    top->addWidget(legend_);
    top->addStretch();
    for (QToolButton* button : {smaller_, larger_, fit_})
        top->addWidget(button);
    auto* lines = new QHBoxLayout;
    lines->setContentsMargins(8, 0, 8, 2);
    lines->addWidget(readout_, 1);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(top);
    column->addWidget(view_, 1);
    column->addLayout(lines);
    setBody(body);

    connect(size_, &QSpinBox::valueChanged, this, [this] {
        isFitted_ = false;
        askSoon();
    });
    connect(pruned_, &QCheckBox::toggled, this, &BeamPage::showTree);
    connect(smaller_, &QToolButton::clicked, view_, &BeamView::zoomOut);
    connect(larger_, &QToolButton::clicked, view_, &BeamView::zoomIn);
    connect(fit_, &QToolButton::clicked, view_, &BeamView::zoomFit);
    connect(view_, &BeamView::pointed, this, &BeamPage::updateTexts);
    retranslate();
}

QString BeamPage::title() const {
    //: Tab: the tree of a beam search
    return tr("Beam");
}

QString BeamPage::explanation() const {
    return tr("What a beam search weighs at each step: what it keeps, what it drops, and what it finishes.");
}

void BeamPage::ask() {
    Translate question;
    question.text = source();
    question.options = options();
    question.options.temperature = 0; // drawing has no beam
    question.options.beam_size = size_->value();
    question.wantBeam = true;
    put(std::move(question));
}

void BeamPage::take(const TranslationPtr& translation) {
    shown_ = translation;
    showTree();
}

void BeamPage::forget() {
    shown_ = nullptr;
    isFitted_ = false;
    showTree();
}

void BeamPage::outdate() {
    const auto asked = static_cast<int>(std::clamp<std::int64_t>(options().beam_size, 1, largestSize));
    if (asked > 1) { // what the translation box uses
        const QSignalBlocker blocker(size_);
        size_->setValue(asked);
    }
}

void BeamPage::showTree() {
    view_->setTree(shown_ ? BeamTree(*shown_, pruned_->isChecked()) : BeamTree());
    if (shown_ && !isFitted_ && view_->isVisible()) {
        isFitted_ = true;
        view_->zoomFit();
        view_->setZoom(std::max(view_->zoom(), leastReadable));
    }
    updateTexts();
}

void BeamPage::updateTexts() {
    const QString words = view_->readout();
    readout_->setText(!words.isEmpty() ? words
                      : shown_         ? tr("The search chose: %1  (score %2)")
                                     .arg(shownText(shown_->text), QLocale().toString(shown_->score, 'f', 2))
                               : QString());
}

void BeamPage::retranslate() {
    AskingPage::retranslate();
    sizeLabel_->setText(tr("Beam size"));
    size_->setAccessibleName(tr("Beam size"));
    pruned_->setText(tr("Pruned"));
    pruned_->setToolTip(tr("Show the continuations that the search dropped, too."));
    //: Legend; the line is what pruned nodes are drawn with
    legend_->setText(tr("bold: chosen · dashed: pruned · ■ finished"));
    fit_->setText(tr("Fit"));
    fit_->setToolTip(tr("Show the whole tree."));
    smaller_->setToolTip(tr("Smaller"));
    smaller_->setAccessibleName(tr("Smaller"));
    larger_->setToolTip(tr("Larger"));
    larger_->setAccessibleName(tr("Larger"));
    view_->setAccessibleName(tr("Tree of the beam search"));
    updateTexts();
}

} // namespace zhuyi
