#include "ui/shell/TextDialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace zhuyi {

TextDialog::TextDialog(Text title, Text html, QWidget* parent)
    : QDialog(parent), title_(std::move(title)), html_(std::move(html)) {
    setAttribute(Qt::WA_DeleteOnClose);
    page_ = new QTextBrowser;
    page_->setOpenExternalLinks(true);
    page_->document()->setDocumentMargin(14);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(page_);
    layout->addWidget(buttons);
    resize(640, 520);
    retranslate();
}

void TextDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void TextDialog::retranslate() {
    setWindowTitle(title_());
    page_->setHtml(html_());
}

} // namespace zhuyi
