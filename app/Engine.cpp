#include "app/Engine.h"

#include "app/ExitCode.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <iostream>
#include <thread>

namespace zhuyi {

namespace {

std::atomic<int> signals{0};

std::mutex watchedMutex;
Session* watched = nullptr; // that a signal is passed on to; none once it ends

/// Blocks SIGINT and SIGTERM in this thread and in those that it starts from now on.
sigset_t blockSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return set;
}

/// Waits for signals on a thread of its own, since hardly anything may be done in a handler.
void watchSignals(const sigset_t& set, Engine::OnSignal onSignal) {
    std::thread([=] {
        for (int signal = 0; sigwait(&set, &signal) == 0;) {
            const std::lock_guard lock(watchedMutex);
            if (++signals > 1 || onSignal == Engine::OnSignal::Exit || !watched)
                _exit(ExitInterrupted);
            watched->post(Interrupt{});
        }
    }).detach();
}

} // namespace

Engine::Engine(OnSignal onSignal) {
    const sigset_t set = blockSignals();
    session_ = openSession([this](Event event) {
        {
            const std::lock_guard lock(mutex_);
            events_.push_back(std::move(event));
        }
        arrived_.notify_one();
    });
    watched = session_.get();
    watchSignals(set, onSignal);
}

Engine::~Engine() {
    const std::lock_guard lock(watchedMutex);
    watched = nullptr;
}

Event Engine::next() {
    while (true) {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [this] { return !events_.empty(); });
        Event event = std::move(events_.front());
        events_.pop_front();
        lock.unlock();
        if (const auto* failed = std::get_if<Failed>(&event))
            throw Failure(failed->message.code, failed->message.arguments);
        if (const auto* notice = std::get_if<Notice>(&event)) {
            std::cerr << "zhuyi: " << englishText(notice->message) << std::endl;
            continue;
        }
        return event;
    }
}

bool Engine::wasInterrupted() { return signals > 0; }

} // namespace zhuyi
