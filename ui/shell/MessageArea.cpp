#include "ui/shell/MessageArea.h"

#include <QVBoxLayout>

#include <algorithm>

namespace zhuyi {

MessageArea::MessageArea(QWidget* parent) : QWidget(parent) {
    layout_ = new QVBoxLayout(this);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(1);
    hide();
}

MessageBar* MessageArea::tell(MessageBar::Kind kind, Task task, MessageBar::Text text) {
    clear(task);
    MessageBar* bar = add(kind, std::move(text));
    entries_.push_back({task, bar});
    return bar;
}

void MessageArea::clear(Task task) {
    for (std::size_t i = entries_.size(); i-- > 0;)
        if (task != Task::None && entries_[i].task == task)
            remove(entries_[i].bar);
}

MessageBar* MessageArea::keep(MessageBar::Kind kind, MessageBar::Text text) {
    const QString words = text();
    for (const Entry& entry : entries_)
        if (entry.task == Task::None && entry.bar->text() == words)
            return entry.bar;
    MessageBar* bar = add(kind, std::move(text));
    entries_.push_back({Task::None, bar});
    return bar;
}

std::vector<MessageBar*> MessageArea::bars() const {
    std::vector<MessageBar*> bars;
    for (const Entry& entry : entries_)
        bars.push_back(entry.bar);
    return bars;
}

MessageBar* MessageArea::add(MessageBar::Kind kind, MessageBar::Text text) {
    auto* bar = new MessageBar(kind, std::move(text), this);
    connect(bar, &MessageBar::closed, this, [this, bar] { remove(bar); });
    layout_->addWidget(bar);
    show();
    return bar;
}

void MessageArea::remove(MessageBar* bar) {
    const auto entry = std::find_if(entries_.begin(), entries_.end(), [bar](const Entry& e) { return e.bar == bar; });
    if (entry == entries_.end())
        return;
    entries_.erase(entry);
    bar->hide();
    bar->deleteLater();
    setVisible(!entries_.empty());
}

} // namespace zhuyi
