#pragma once

#include "engine/session/Command.h"
#include "engine/session/Event.h"

#include <functional>
#include <memory>

namespace zhuyi {

/// Called on the engine thread; must not block.
using EventSink = std::function<void(Event)>;

/// The engine, as everything outside engine/ sees it: commands in, events out.
class Session {
  public:
    /// Posts Shutdown and waits for the engine thread to end.
    virtual ~Session() = default;

    /// Queues a command; returns at once, from any thread.
    virtual void post(Command command) = 0;
};

/// Starts the engine thread, which loads the engine's library behind the caller's back and then reports EngineReady, or
/// Failed with EngineMissing.
std::unique_ptr<Session> openSession(EventSink sink);

/// The same for a window: where the processor's cores are all at work, the engine's threads let those of the window go
/// first (on Linux; elsewhere priorities are of the whole program), so that it stays fluid while a model trains.
std::unique_ptr<Session> openSessionBehindWindow(EventSink sink);

} // namespace zhuyi
