#pragma once

#include "engine/session/Session.h"

#include <QTest>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

/// A session whose events a test can wait for.
class Recorder {
  public:
    Recorder()
        : session_(zhuyi::openSession([this](zhuyi::Event event) {
              {
                  const std::lock_guard lock(mutex_);
                  events_.push_back(std::move(event));
              }
              arrived_.notify_one();
          })) {}

    bool sawPaused = false; // among the events dropped

    void post(zhuyi::Command command) { session_->post(std::move(command)); }

    /// The next event of this kind; those before it are dropped. Fails the test after a minute, or on a Failed that was
    /// not asked for.
    template <typename Wanted>
    std::optional<Wanted> next() {
        std::unique_lock lock(mutex_);
        while (arrived_.wait_for(lock, std::chrono::seconds(60), [this] { return !events_.empty(); })) {
            const zhuyi::Event event = std::move(events_.front());
            events_.pop_front();
            if (const auto* wanted = std::get_if<Wanted>(&event))
                return *wanted;
            sawPaused = sawPaused || std::holds_alternative<zhuyi::TrainingPaused>(event);
            if (const auto* failed = std::get_if<zhuyi::Failed>(&event)) {
                qWarning("%s", zhuyi::englishText(failed->message).c_str());
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    std::optional<zhuyi::MessageCode> failure() {
        const auto failed = next<zhuyi::Failed>();
        return failed ? std::optional(failed->message.code) : std::nullopt;
    }

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<zhuyi::Event> events_;
    std::unique_ptr<zhuyi::Session> session_; // the last: its thread ends first
};
