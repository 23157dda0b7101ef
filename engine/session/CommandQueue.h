#pragma once

#include "engine/session/Command.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace zhuyi {

/// Commands on their way to the engine thread. Any thread pushes, the engine thread takes.
class CommandQueue {
  public:
    /// A Translate that is latestOnly takes the place of the one that still waits.
    void push(Command command);
    /// The oldest; waits for one.
    Command take();
    /// The oldest, if there is one.
    std::optional<Command> tryTake();
    /// The oldest that `wanted` accepts, if there is one; the others keep their places.
    std::optional<Command> tryTake(const std::function<bool(const Command&)>& wanted);

    /// The oldest, if `wanted` accepts it.
    std::optional<Command> tryTakeNext(const std::function<bool(const Command&)>& wanted);

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Command> commands_;
};

} // namespace zhuyi
