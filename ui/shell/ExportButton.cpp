#include "ui/shell/ExportButton.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

namespace zhuyi {

ExportButton::ExportButton(QWidget* parent) : MenuButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(this);
    picture_ = menu->addAction(QString(), this, &ExportButton::pictureChosen);
    numbers_ = menu->addAction(QString(), this, &ExportButton::numbersChosen);
    setMenu(menu);
    retranslate();
}

void ExportButton::setNumbersText(const QString& text) {
    numbersText_ = text;
    retranslate();
}

void ExportButton::changeEvent(QEvent* event) {
    MenuButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportButton::retranslate() {
    setText(tr("Export"));
    picture_->setText(tr("Picture (PNG, SVG, PDF)…"));
    numbers_->setText(numbersText_.isEmpty() ? tr("Numbers (CSV)…") : numbersText_);
}

} // namespace zhuyi
