#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace zhuyi {

/// Threads that each compute a share of a batch from end to end with single-threaded products. They meet a few times a
/// step, where LibTorch's own threads meet hundreds of times: on two busy cores that is the difference between slowing
/// down a little and standing still.
class Workers {
  public:
    /// `count` at least 1; the caller of run() is one of them.
    explicit Workers(int count);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    int size() const { return static_cast<int>(threads_.size()) + 1; }
    /// Calls `work` with 0 … size() − 1, each on a thread of its own, and waits for all. Rethrows the first exception.
    void run(const std::function<void(int worker)>& work);

  private:
    void serve(int worker);
    void end();
    void call(int worker);

    std::mutex mutex_;
    std::condition_variable begun_, done_;
    const std::function<void(int)>* work_ = nullptr;
    long round_ = 0;
    int running_ = 0;
    bool ending_ = false;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

} // namespace zhuyi
