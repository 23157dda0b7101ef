#pragma once

#include "engine/session/Event.h"
#include "ui/shell/MessageBar.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace zhuyi {

/// Where the window tells what happened: below the toolbar, above the panels, as high as there are messages.
class MessageArea : public QWidget {
    Q_OBJECT
  public:
    explicit MessageArea(QWidget* parent = nullptr);

    /// What is told of a task is replaced by what is told of it next.
    MessageBar* tell(MessageBar::Kind kind, Task task, MessageBar::Text text);
    /// The task went well, or begins anew: nothing more to tell of it.
    void clear(Task task);
    /// A word that stays until it is closed.
    MessageBar* keep(MessageBar::Kind kind, MessageBar::Text text);
    std::vector<MessageBar*> bars() const;

  private:
    MessageBar* add(MessageBar::Kind kind, MessageBar::Text text);
    void remove(MessageBar* bar);

    struct Entry {
        Task task;
        MessageBar* bar;
    };
    QVBoxLayout* layout_;
    std::vector<Entry> entries_;
};

} // namespace zhuyi
