#pragma once

#include "engine/session/Session.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

namespace zhuyi {

/// The engine for a program that waits for what it asks. A failure ends the program.
class WaitingSession {
  public:
    WaitingSession() {
        session_ = openSession([this](Event event) {
            const std::lock_guard lock(mutex_);
            events_.push_back(std::move(event));
            arrived_.notify_one();
        });
        waitFor<EngineReady>();
    }

    void post(Command command) { session_->post(std::move(command)); }

    /// The next event of this kind; all go through `onEvent`.
    template <typename Kind>
    Kind waitFor() {
        while (true) {
            auto event = next(std::nullopt);
            if (const auto* wanted = std::get_if<Kind>(&*event))
                return *wanted;
        }
    }
    /// Passes on what comes in the meantime.
    void wait(std::chrono::duration<double> time) {
        const auto end = std::chrono::steady_clock::now() + time;
        while (next(end)) {
        }
    }

    std::function<void(const Event&)> onEvent = [](const Event&) {};

  private:
    using Time = std::chrono::time_point<std::chrono::steady_clock, std::chrono::duration<double>>;

    std::optional<Event> next(std::optional<Time> until) {
        std::unique_lock lock(mutex_);
        const auto hasCome = [this] { return !events_.empty(); };
        if (!until)
            arrived_.wait(lock, hasCome);
        else if (!arrived_.wait_until(lock, *until, hasCome))
            return std::nullopt;
        auto event = std::move(events_.front());
        events_.pop_front();
        lock.unlock();
        if (const auto* failed = std::get_if<Failed>(&event)) {
            std::cerr << englishText(failed->message) << '\n';
            std::exit(1);
        }
        onEvent(event);
        return event;
    }

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Event> events_;
    std::unique_ptr<Session> session_; // the first to go
};

} // namespace zhuyi
