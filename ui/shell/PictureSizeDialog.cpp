#include "ui/shell/PictureSizeDialog.h"

#include "ui/shell/Exporter.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

const QString scaleKey = QStringLiteral("export/scale");

} // namespace

PictureSizeDialog::PictureSizeDialog(const QSize& size, QWidget* parent)
    : QDialog(parent), size_(size.expandedTo({1, 1})), widthLabel_(new QLabel), scaleLabel_(new QLabel),
      result_(new QLabel), width_(new QSpinBox), scale_(new QDoubleSpinBox) {
    const double most = std::sqrt(static_cast<double>(mostPixels) / size_.width() / size_.height());
    width_->setRange(1, static_cast<int>(size_.width() * most));
    width_->setGroupSeparatorShown(true);
    width_->setAccelerated(true);
    scale_->setRange(1.0 / size_.width(), most);
    scale_->setDecimals(2);
    scale_->setSingleStep(0.5);
    widthLabel_->setBuddy(width_);
    scaleLabel_->setBuddy(scale_);
    result_->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* form = new QFormLayout(this);
    form->addRow(widthLabel_, width_);
    form->addRow(scaleLabel_, scale_);
    form->addRow(QString(), result_);
    form->addRow(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(width_, &QSpinBox::valueChanged, this, [this](int pixels) {
        const QSignalBlocker blocker(scale_);
        scale_->setValue(pixels / static_cast<double>(size_.width()));
        update();
    });
    connect(scale_, &QDoubleSpinBox::valueChanged, this, [this](double scale) {
        const QSignalBlocker blocker(width_);
        width_->setValue(qRound(size_.width() * scale));
        update();
    });
    connect(this, &QDialog::accepted, this, [this] { QSettings().setValue(scaleKey, scale()); });
    const double before = QSettings().value(scaleKey, Exporter::usualScale).toDouble();
    width_->setValue(qRound(size_.width() * std::clamp(before > 0 ? before : Exporter::usualScale, 0.1, most)));
    retranslate();
}

double PictureSizeDialog::scale() const {
    return width_->value() / static_cast<double>(size_.width());
}

QSize PictureSizeDialog::pixels() const {
    return {width_->value(), std::max(1, qRound(size_.height() * scale()))};
}

void PictureSizeDialog::update() {
    const QLocale locale;
    result_->setText(tr("%1 × %2 pixels").arg(locale.toString(pixels().width()), locale.toString(pixels().height())));
}

void PictureSizeDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PictureSizeDialog::retranslate() {
    setWindowTitle(tr("Size of the picture"));
    //: Of a picture
    widthLabel_->setText(tr("&Width:"));
    //: Unit, behind a number
    width_->setSuffix(tr(" pixels"));
    scaleLabel_->setText(tr("&Times the screen's size:"));
    scale_->setSuffix(QStringLiteral(" ×"));
    update();
}

} // namespace zhuyi
