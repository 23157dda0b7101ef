#pragma once

#include <cstddef>
#include <functional>

namespace zhuyi {

/// How many threads are worth starting.
std::size_t workerCount();

/// Does `work(worker, task)` for every task on `workers` threads, while the calling thread calls `tick(tasks done)`
/// every 30 ms and at the end. What either throws ends the others after the tasks at hand, and is thrown on.
void runParallel(std::size_t workers, std::size_t tasks, const std::function<void(std::size_t, std::size_t)>& work,
                 const std::function<void(std::size_t)>& tick);

} // namespace zhuyi
