#include "engine/session/CommandQueue.h"

namespace zhuyi {

void CommandQueue::push(Command command) {
    {
        const std::lock_guard lock(mutex_);
        const auto* translate = std::get_if<Translate>(&command);
        if (translate && translate->latestOnly) {
            for (auto& waiting : commands_) {
                auto* older = std::get_if<Translate>(&waiting);
                if (older && older->latestOnly) {
                    *older = *translate;
                    return;
                }
            }
        }
        commands_.push_back(std::move(command));
    }
    arrived_.notify_one();
}

Command CommandQueue::take() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return !commands_.empty(); });
    Command command = std::move(commands_.front());
    commands_.pop_front();
    return command;
}

std::optional<Command> CommandQueue::tryTake() {
    return tryTake([](const Command&) { return true; });
}

std::optional<Command> CommandQueue::tryTake(const std::function<bool(const Command&)>& wanted) {
    const std::lock_guard lock(mutex_);
    for (auto it = commands_.begin(); it != commands_.end(); ++it) {
        if (wanted(*it)) {
            Command command = std::move(*it);
            commands_.erase(it);
            return command;
        }
    }
    return std::nullopt;
}

std::optional<Command> CommandQueue::tryTakeNext(const std::function<bool(const Command&)>& wanted) {
    const std::lock_guard lock(mutex_);
    if (commands_.empty() || !wanted(commands_.front()))
        return std::nullopt;
    Command command = std::move(commands_.front());
    commands_.pop_front();
    return command;
}

} // namespace zhuyi
