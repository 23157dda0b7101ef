#pragma once

#include <QPlainTextEdit>

namespace zhuyi {

/// The editor of the translation box: knows whether an input method is composing, and takes one sentence, not a book.
class SourceEdit : public QPlainTextEdit {
    Q_OBJECT
  public:
    static constexpr int mostCharacters = 5000; // of one paste; beyond it a single line slows any text layout

    explicit SourceEdit(QWidget* parent = nullptr);

    bool isComposing() const { return composing_; }

  Q_SIGNALS:
    void compositionEnded();
    void submitted();      // Ctrl+Enter
    void pasted(bool cut); // to mostCharacters

  protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

  private:
    bool composing_ = false;
};

} // namespace zhuyi
