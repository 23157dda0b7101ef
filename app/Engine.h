#pragma once

#include "engine/session/Session.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace zhuyi {

/// The engine as a command of the command line uses it: post, then wait for what comes.
class Engine {
  public:
    /// What SIGINT and SIGTERM do: where there is work to keep, post an Interrupt, and a second one ends the program; else
    /// the first one does.
    enum class OnSignal { Interrupt, Exit };
    explicit Engine(OnSignal onSignal);
    ~Engine();

    void post(Command command) { session_->post(std::move(command)); }
    /// The next event, notices aside, which go to standard error. Throws Failure where a command failed.
    Event next();
    /// Whether a signal came.
    static bool wasInterrupted();

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Event> events_;
    std::unique_ptr<Session> session_;
};

} // namespace zhuyi
