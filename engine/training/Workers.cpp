#include "engine/training/Workers.h"

#include <ATen/Parallel.h>

namespace zhuyi {

Workers::Workers(int count) {
    try {
        for (int worker = 1; worker < count; ++worker)
            threads_.emplace_back([this, worker] { serve(worker); });
    } catch (...) {
        end(); // the system gives no more threads
        throw;
    }
}

Workers::~Workers() { end(); }

void Workers::end() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    begun_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

void Workers::serve(int worker) {
    at::set_num_threads(1);
    long seen = 0;
    std::unique_lock lock(mutex_);
    while (true) {
        begun_.wait(lock, [&] { return ending_ || round_ != seen; });
        if (ending_)
            return;
        seen = round_;
        lock.unlock();
        call(worker);
        lock.lock();
        if (--running_ == 0)
            done_.notify_one();
    }
}

void Workers::call(int worker) {
    try {
        (*work_)(worker);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_)
            failure_ = std::current_exception();
    }
}

void Workers::run(const std::function<void(int)>& work) {
    {
        const std::lock_guard lock(mutex_);
        work_ = &work;
        failure_ = nullptr;
        running_ = static_cast<int>(threads_.size());
        ++round_;
    }
    begun_.notify_all();
    call(0);
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return running_ == 0; });
    if (failure_)
        std::rethrow_exception(failure_);
}

} // namespace zhuyi
