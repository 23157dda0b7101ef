#pragma once

#include "ui/shell/MenuButton.h"

class QAction;

namespace zhuyi {

/// The menu of a panel that can be exported as a picture and as numbers.
class ExportButton : public MenuButton {
    Q_OBJECT
  public:
    explicit ExportButton(QWidget* parent = nullptr);

    /// What the second entry is called where it is no numbers that are written.
    void setNumbersText(const QString& text);

  Q_SIGNALS:
    void pictureChosen();
    void numbersChosen();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QAction *picture_, *numbers_;
    QString numbersText_; // empty: the usual one
};

} // namespace zhuyi
