#include "ui/training/LearningRateDialog.h"

#include "engine/session/Settings.h"
#include "ui/training/NumberBox.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace zhuyi {

LearningRateDialog::LearningRateDialog(double present, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Learning rate"));
    const SettingInfo& info = *findSetting("learning_rate");
    box_ = new NumberBox(info.least, info.greatest);
    box_->setObjectName(QStringLiteral("learningRate"));
    box_->setValue(present);
    box_->selectAll();
    auto* label = new QLabel(tr("&Learning rate from the next step on:"));
    label->setBuddy(box_);
    auto* range = new QLabel(tr("%1 to %2; the curves mark where it changed.")
                                 .arg(box_->textFromValue(info.least), box_->textFromValue(info.greatest)));
    range->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(box_);
    layout->addWidget(range);
    layout->addWidget(buttons);
}

double LearningRateDialog::learningRate() const {
    return box_->value();
}

} // namespace zhuyi
