#pragma once

#include <QFrame>
#include <QPoint>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace zhuyi {

/// One line of the window that tells something, with what can be done about it, until it is closed or leaves by itself.
class MessageBar : public QFrame {
    Q_OBJECT
  public:
    enum class Kind { Information, Warning, Failure, Progress };
    using Text = std::function<QString()>; // asked again when the language changes

    MessageBar(Kind kind, Text text, QWidget* parent = nullptr);

    void setText(Text text);
    QString text() const;
    /// Adds a button; pressing it closes the bar as well.
    void addButton(Text text, std::function<void()> pressed);
    void setShare(double share); // of a Progress bar, 0–1
    /// Closes by itself after a while, once the pointer rests elsewhere: nothing moves under it while it is at work.
    void leaveSoon();
    Kind kind() const { return kind_; }

  Q_SIGNALS:
    void closed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void recolour();
    void leaveIfIdle();

    Kind kind_;
    qint64 coloursOf_ = 0; // the palette that its colours were made for
    Text text_;
    std::vector<std::pair<QToolButton*, Text>> buttons_;
    QHBoxLayout* layout_;
    QLabel* label_;
    QProgressBar* progress_ = nullptr;
    QToolButton* close_ = nullptr;
    QTimer leaving_;
    QPoint pointer_; // where it was when last looked for
};

} // namespace zhuyi
