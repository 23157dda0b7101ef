#include "ui/translation/SourceEdit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace zhuyi {

SourceEdit::SourceEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
}

void SourceEdit::inputMethodEvent(QInputMethodEvent* event) {
    // The base class changes the text, so that must be known before.
    const bool composing = !event->preeditString().isEmpty();
    if (composing)
        composing_ = true;
    const bool ends = composing_ && !composing;
    if (ends)
        composing_ = false;
    QPlainTextEdit::inputMethodEvent(event);
    if (ends)
        Q_EMIT compositionEnded();
}

void SourceEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (composing_) {
        composing_ = false;
        Q_EMIT compositionEnded();
    }
}

void SourceEdit::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() & Qt::ControlModifier)
        Q_EMIT submitted();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void SourceEdit::insertFromMimeData(const QMimeData* source) {
    if (!source->hasText())
        return;
    const QString text = source->text();
    insertPlainText(text.left(mostCharacters).simplified());
    Q_EMIT pasted(text.size() > mostCharacters);
}

} // namespace zhuyi
