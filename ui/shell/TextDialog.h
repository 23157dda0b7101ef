#pragma once

#include <QDialog>

#include <functional>

class QDialogButtonBox;
class QTextBrowser;

namespace zhuyi {

/// A page to read, in its own window beside the program.
class TextDialog : public QDialog {
    Q_OBJECT
  public:
    using Text = std::function<QString()>; // asked again when the language changes

    TextDialog(Text title, Text html, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    Text title_, html_;
    QTextBrowser* page_;
};

} // namespace zhuyi
