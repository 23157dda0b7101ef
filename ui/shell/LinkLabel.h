#pragma once

#include <QEvent>
#include <QLabel>

namespace zhuyi {

/// A line of rich text with links. A label keeps the colour that its links had when the text was set; here they follow
/// the theme.
class LinkLabel : public QLabel {
  public:
    explicit LinkLabel(QWidget* parent = nullptr) : QLabel(parent) {
        setTextFormat(Qt::RichText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    }

  protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) {
            const QString words = text();
            clear();
            setText(words);
        }
        QLabel::changeEvent(event);
    }
};

} // namespace zhuyi
