#include "ui/training/SamplesPanel.h"

#include "ui/client/EngineClient.h"
#include "ui/client/ShownText.h"
#include "ui/shell/EmptyPage.h"
#include "ui/shell/ExportButton.h"
#include "ui/shell/Exporter.h"
#include "ui/shell/Fonts.h"
#include "ui/shell/PassingNote.h"
#include "ui/training/CsvField.h"
#include "ui/training/WordDiff.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QStackedLayout>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

namespace zhuyi {

SamplesPanel::SamplesPanel(EngineClient* client, QWidget* parent)
    : QWidget(parent), client_(client), pages_(new QStackedLayout), empty_(new EmptyPage), validationLabel_(new QLabel),
      key_(new QLabel), note_(new PassingNote), sentence_(new QComboBox), validation_(new QSlider(Qt::Horizontal)),
      earlier_(new QToolButton), later_(new QToolButton), exportButton_(new ExportButton), text_(new QTextBrowser),
      exporter_(new Exporter(this)) {
    const QFont withChinese = Fonts::withChinese(font());
    sentence_->setFont(withChinese);
    sentence_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sentence_->setMinimumContentsLength(14);
    text_->setFont(withChinese);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setTabChangesFocus(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    earlier_->setArrowType(Qt::LeftArrow);
    later_->setArrowType(Qt::RightArrow);
    for (QToolButton* button : {earlier_, later_}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    validation_->setMinimumWidth(80);
    key_->setTextFormat(Qt::RichText);

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 6, 0);
    bar->addWidget(sentence_, 1);
    bar->addWidget(key_);
    bar->addWidget(exportButton_);
    auto* scrubber = new QHBoxLayout;
    scrubber->setContentsMargins(6, 0, 6, 0);
    scrubber->addWidget(earlier_);
    scrubber->addWidget(validation_, 1);
    scrubber->addWidget(later_);
    scrubber->addWidget(validationLabel_);
    column->addLayout(bar);
    column->addLayout(scrubber);
    column->addWidget(text_, 1);
    note_->setContentsMargins(6, 0, 6, 2);
    column->addWidget(note_);
    pages_->addWidget(empty_);
    pages_->addWidget(page);
    setLayout(pages_);

    connect(client_, &EngineClient::trainingStarted, this, &SamplesPanel::begin);
    connect(client_, &EngineClient::validated, this, &SamplesPanel::add);
    connect(validation_, &QSlider::valueChanged, this, &SamplesPanel::update);
    connect(sentence_, &QComboBox::currentIndexChanged, this, &SamplesPanel::update);
    connect(earlier_, &QToolButton::clicked, validation_, [this] { validation_->setValue(validation_->value() - 1); });
    connect(later_, &QToolButton::clicked, validation_, [this] { validation_->setValue(validation_->value() + 1); });
    connect(exportButton_, &ExportButton::pictureChosen, this, &SamplesPanel::exportPicture);
    connect(exportButton_, &ExportButton::numbersChosen, this, &SamplesPanel::exportNumbers);
    connect(exporter_, &Exporter::finished, note_, &PassingNote::say);
    retranslate();
}

void SamplesPanel::setEarlier(const RunSeries& earlier) {
    before_.clear();
    std::copy_if(earlier.validations.begin(), earlier.validations.end(), std::back_inserter(before_),
                 [](const ValidationReport& report) { return !report.samples.empty(); });
}

void SamplesPanel::begin(const TrainingStarted& event) {
    auto before = std::exchange(before_, {});
    const bool isAnother = event.model.step == 0 || client_->isAnotherRun();
    if (isAnother)
        validations_ = std::move(before);
    const auto after = [&](const ValidationReport& report) { return report.step > event.model.step; };
    validations_.erase(std::find_if(validations_.begin(), validations_.end(), after), validations_.end());
    showRun(isAnother);
}

void SamplesPanel::showEarlier(const RunSeries& run) {
    setEarlier(run);
    validations_ = std::exchange(before_, {});
    showRun(true);
}

void SamplesPanel::showRun(bool isAnother) {
    validation_->setMaximum(std::max(0, validations() - 1));
    if (isAnother)
        validation_->setValue(validation_->maximum());
    updateSentences();
    update();
}

void SamplesPanel::add(const ValidationReport& report) {
    if (report.samples.empty())
        return;
    const bool isAtNewest = validation_->value() == validation_->maximum();
    validations_.push_back(report);
    if (validations() > mostValidations)
        thin();
    validation_->setMaximum(validations() - 1);
    if (validations() == 1)
        updateSentences();
    if (isAtNewest)
        validation_->setValue(validation_->maximum());
    update();
}

/// Every second one goes, but for the first, the last and the one in sight.
void SamplesPanel::thin() {
    const std::int64_t inSight = validations_[static_cast<std::size_t>(validation_->value())].step;
    std::size_t place = 0, count = validations_.size();
    const auto goes = [&](const ValidationReport& report) {
        const bool isOdd = place++ % 2 == 1;
        return isOdd && place < count && report.step != inSight;
    };
    validations_.erase(std::remove_if(validations_.begin(), validations_.end(), goes), validations_.end());
    const QSignalBlocker blocker(validation_); // it is the same that is in sight
    showStep(inSight);
}

void SamplesPanel::showStep(std::int64_t step) {
    const auto nearest =
        std::min_element(validations_.begin(), validations_.end(), [step](const auto& a, const auto& b) {
            return std::abs(a.step - step) < std::abs(b.step - step);
        });
    if (nearest != validations_.end())
        validation_->setValue(static_cast<int>(nearest - validations_.begin()));
}

void SamplesPanel::updateSentences() {
    const QSignalBlocker blocker(sentence_);
    const int current = std::max(0, sentence_->currentIndex());
    sentence_->clear();
    sentence_->addItem(tr("All sentences at one validation"));
    if (!validations_.empty())
        for (const DevSample& sample : validations_.back().samples)
            sentence_->addItem(shownText(sample.source));
    sentence_->setCurrentIndex(current < sentence_->count() ? current : 0);
}

// What is read

QString SamplesPanel::heading(std::size_t validation) const {
    const ValidationReport& report = validations_[validation];
    const QLocale locale;
    QString text = tr("step %1").arg(locale.toString(qlonglong(report.step)));
    if (std::isfinite(report.devLoss))
        text = tr("%1 · loss %2").arg(text, locale.toString(report.devLoss, 'f', 2));
    if (report.bleu)
        text = tr("%1 · BLEU %2").arg(text, locale.toString(*report.bleu, 'f', 1));
    return text;
}

QString SamplesPanel::marked(std::size_t validation, std::size_t sentence) const {
    const auto translation = [&](std::size_t at) {
        const auto& samples = validations_[at].samples;
        return sentence < samples.size() ? shownText(samples[sentence].translation) : QString();
    };
    const QString now = translation(validation);
    if (validation == 0)
        return now.isEmpty() ? QStringLiteral("–") : now.toHtmlEscaped();
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    const QString added = isDark ? QStringLiteral("#1d4f38") : QStringLiteral("#c8efd9");
    const QString removed = palette().color(QPalette::PlaceholderText).name();
    QString html;
    for (const DiffPiece& piece : wordDiff(translation(validation - 1), now)) {
        if (piece.hasSpaceBefore)
            html += u' ';
        const QString text = piece.text.toHtmlEscaped();
        if (piece.kind == DiffPiece::Kind::Added)
            html += QStringLiteral("<b><u><span style='background:%1'>%2</span></u></b>").arg(added, text);
        else if (piece.kind == DiffPiece::Kind::Removed)
            html += QStringLiteral("<s><span style='color:%1'>%2</span></s>").arg(removed, text);
        else
            html += text;
    }
    return html.isEmpty() ? QStringLiteral("–") : html;
}

QString SamplesPanel::html() const {
    if (validations_.empty())
        return {};
    const QString quiet = palette().color(QPalette::PlaceholderText).name();
    // One width for all tables, so that what is compared stands one below the other.
    const QFontMetrics metrics(text_->font());
    int wide = 0;
    for (const QString& name : {tr("source"), tr("reference"), tr("model"), QStringLiteral("▸ 0,000,000")})
        wide = std::max(wide, metrics.horizontalAdvance(name));
    const auto row = [&quiet, wide](const QString& name, const QString& text) {
        return QStringLiteral("<tr><td width='%1' style='color:%2; white-space:nowrap; padding:1px 10px 1px 0'>%3</td>"
                              "<td style='padding:1px 0'>%4</td></tr>")
            .arg(QString::number(wide + 10), quiet, name, text);
    };
    const auto at = static_cast<std::size_t>(validation_->value());
    const auto& samples = validations_[at].samples;
    const int chosen = sentence_->currentIndex() - 1;
    QString html;
    if (chosen < 0) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            html += QStringLiteral("<table width='100%'>");
            html += row(tr("source"), shownText(samples[i].source).toHtmlEscaped());
            html += row(tr("reference"), shownText(samples[i].reference).toHtmlEscaped());
            html += row(tr("model"), marked(at, i));
            html += QStringLiteral("</table>");
            if (i + 1 < samples.size())
                html += QStringLiteral("<hr>");
        }
        return html;
    }
    const auto sentence = std::min(static_cast<std::size_t>(chosen), samples.size() - 1);
    html = QStringLiteral("<table width='100%'>") +
           row(tr("source"), shownText(samples[sentence].source).toHtmlEscaped()) +
           row(tr("reference"), shownText(samples[sentence].reference).toHtmlEscaped()) +
           QStringLiteral("</table><hr><table width='100%'>");
    const QLocale locale;
    for (std::size_t i = 0; i < validations_.size(); ++i) {
        const QString step = locale.toString(qlonglong(validations_[i].step));
        html += row(QStringLiteral("<a name='%1'></a>").arg(i) +
                        (i == at ? QStringLiteral("<b>▸ %1</b>").arg(step) : QStringLiteral("%1").arg(step)),
                    marked(i, sentence));
    }
    return html + QStringLiteral("</table>");
}

void SamplesPanel::update() {
    if (!isVisible()) {
        isStale_ = true; // showEvent makes up for it
        pages_->setCurrentIndex(validations_.empty() ? 0 : 1);
        return;
    }
    isStale_ = false;
    pages_->setCurrentIndex(validations_.empty() ? 0 : 1);
    if (validations_.empty())
        return;
    const int at = validation_->value();
    earlier_->setEnabled(at > 0);
    later_->setEnabled(at < validation_->maximum());
    validationLabel_->setText(heading(static_cast<std::size_t>(at)));
    validation_->setAccessibleDescription(validationLabel_->text());
    const QString html = this->html();
    if (html == html_)
        return; // laying it out takes long
    html_ = html;
    const int scrolled = text_->verticalScrollBar()->value();
    text_->setHtml(html);
    text_->verticalScrollBar()->setValue(scrolled);
    if (sentence_->currentIndex() > 0)
        text_->scrollToAnchor(QString::number(std::max(0, at - 2)));
}

// Export

void SamplesPanel::exportPicture() {
    const auto document = std::make_shared<QTextDocument>();
    document->setDefaultFont(text_->font());
    document->setHtml(html());
    document->setTextWidth(std::max(480, text_->viewport()->width()));
    const QString title = validations_.empty() ? QString() : heading(static_cast<std::size_t>(validation_->value()));
    const int top = fontMetrics().height() + 12;
    exporter_->askPicture(
        tr("samples"), [document, top] { return document->size().toSize() + QSize(0, top); },
        [this, document, title, top](QPaintDevice& device) {
            QPainter painter(&device);
            painter.fillRect(QRectF(QPointF(), document->size() + QSizeF(0, top)), palette().color(QPalette::Base));
            painter.setPen(palette().color(QPalette::Text));
            painter.setFont(text_->font());
            painter.drawText(QPointF(6, top - 8), title);
            painter.translate(0, top);
            QAbstractTextDocumentLayout::PaintContext context;
            context.palette = palette();
            document->documentLayout()->draw(&painter, context);
        });
}

void SamplesPanel::exportNumbers() {
    exporter_->askNumbers(tr("samples"), [this]() -> Exporter::Content {
        return [validations = validations_] {
            QByteArray text = "step,sentence,source,reference,translation\n";
            for (const ValidationReport& report : validations)
                for (std::size_t i = 0; i < report.samples.size(); ++i) {
                    const DevSample& sample = report.samples[i];
                    text += QByteArray::number(qlonglong(report.step)) + ',' + QByteArray::number(int(i) + 1) + ',' +
                            csvField(QString::fromStdString(sample.source)) + ',' +
                            csvField(QString::fromStdString(sample.reference)) + ',' +
                            csvField(QString::fromStdString(sample.translation)) + '\n';
                }
            return text;
        };
    });
}

// Look

void SamplesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (isStale_)
        update();
}

void SamplesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::LocaleChange)
        retranslate();
}

void SamplesPanel::retranslate() {
    empty_->setText(tr("A few sentences that the model never trains on will stand here, with its translation at each "
                       "validation: watch them become right. Press Start and wait for the first validation."));
    sentence_->setAccessibleName(tr("Sentence"));
    sentence_->setToolTip(tr("All sentences at one validation, or one sentence at all validations."));
    validation_->setAccessibleName(tr("Validation"));
    validation_->setToolTip(tr("Go through the validations of the run."));
    earlier_->setToolTip(tr("Validation before"));
    earlier_->setAccessibleName(earlier_->toolTip());
    later_->setToolTip(tr("Next validation"));
    later_->setAccessibleName(later_->toolTip());
    text_->setAccessibleName(tr("Translations"));
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    //: What the marks in the translations mean: since the validation before
    const QString added = tr("new"), removed = tr("gone");
    key_->setText(QStringLiteral("<b><u><span style='background:%1'>%2</span></u></b> <s>%3</s>")
                      .arg(isDark ? QStringLiteral("#1d4f38") : QStringLiteral("#c8efd9"), added.toHtmlEscaped(),
                           removed.toHtmlEscaped()));
    key_->setToolTip(
        tr("What changed since the validation before: new words are underlined, words that are gone struck out."));
    exportButton_->setToolTip(tr("Write the translations to a file."));
    exportButton_->setNumbersText(tr("Table (CSV)…"));
    updateSentences();
    update();
}

} // namespace zhuyi
