#include "engine/corpus/ParallelWork.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace zhuyi {

std::size_t workerCount() {
    return std::max(1u, std::thread::hardware_concurrency());
}

void runParallel(std::size_t workers, std::size_t tasks, const std::function<void(std::size_t, std::size_t)>& work,
                 const std::function<void(std::size_t)>& tick) {
    std::atomic<std::size_t> nextTask{0};
    std::atomic<std::size_t> done{0};
    std::mutex mutex;
    std::condition_variable ended;
    std::size_t running = 0;
    std::exception_ptr failure;

    const auto runTasks = [&](std::size_t worker) {
        try {
            for (std::size_t task = nextTask++; task < tasks; task = nextTask++) {
                work(worker, task);
                ++done;
            }
        } catch (...) {
            nextTask = tasks;
            const std::lock_guard<std::mutex> lock(mutex);
            if (!failure)
                failure = std::current_exception();
        }
        const std::lock_guard<std::mutex> lock(mutex);
        --running;
        ended.notify_one();
    };

    std::vector<std::thread> threads;
    std::exception_ptr tickFailure;
    try {
        for (std::size_t i = 0; i < std::min(workers, tasks); ++i) {
            {
                const std::lock_guard<std::mutex> lock(mutex);
                ++running;
            }
            try {
                threads.emplace_back(runTasks, i);
            } catch (...) {
                const std::lock_guard<std::mutex> lock(mutex);
                --running;
                throw;
            }
        }
        std::unique_lock<std::mutex> lock(mutex);
        while (!ended.wait_for(lock, std::chrono::milliseconds(30), [&] { return running == 0; })) {
            lock.unlock();
            tick(done);
            lock.lock();
        }
    } catch (...) {
        nextTask = tasks;
        tickFailure = std::current_exception();
    }
    for (std::thread& thread : threads)
        thread.join();
    if (tickFailure)
        std::rethrow_exception(tickFailure);
    if (failure)
        std::rethrow_exception(failure);
    tick(done);
}

} // namespace zhuyi
