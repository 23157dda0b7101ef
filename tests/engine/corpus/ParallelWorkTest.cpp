#include "engine/corpus/ParallelWork.h"

#include <QtTest>

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace zhuyi;

class ParallelWorkTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTaskIsDoneOnce();
    void noTasksAreDoneAtOnce();
    void onlyTheCallingThreadIsTold();
    void aFailureOfTheWorkEndsItAndIsThrownOn();
    void aFailureOfTheCallerEndsTheWork();
};

void ParallelWorkTest::everyTaskIsDoneOnce() {
    std::vector<std::atomic<int>> done(1000);
    std::size_t told = 0;
    runParallel(
        4, done.size(), [&](std::size_t, std::size_t task) { ++done[task]; }, [&](std::size_t count) { told = count; });
    for (const auto& count : done)
        QCOMPARE(count.load(), 1);
    QCOMPARE(told, done.size());
}

void ParallelWorkTest::noTasksAreDoneAtOnce() {
    runParallel(
        2, 0, [](std::size_t, std::size_t) { QFAIL("there is no task"); }, [](std::size_t) {});
}

void ParallelWorkTest::onlyTheCallingThreadIsTold() {
    std::set<std::thread::id> tellers;
    std::set<std::thread::id> workers;
    std::mutex mutex;
    runParallel(
        2, 4,
        [&](std::size_t, std::size_t) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            const std::lock_guard<std::mutex> lock(mutex);
            workers.insert(std::this_thread::get_id());
        },
        [&](std::size_t) { tellers.insert(std::this_thread::get_id()); });
    QCOMPARE(tellers, std::set<std::thread::id>{std::this_thread::get_id()});
    QVERIFY(workers.count(std::this_thread::get_id()) == 0);
}

void ParallelWorkTest::aFailureOfTheWorkEndsItAndIsThrownOn() {
    std::atomic<int> done{0};
    const auto work = [&](std::size_t, std::size_t task) {
        if (task == 3)
            throw std::runtime_error("task 3");
        ++done;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    QVERIFY_EXCEPTION_THROWN(runParallel(2, 100000, work, [](std::size_t) {}), std::runtime_error);
    QVERIFY(done < 1000);
}

void ParallelWorkTest::aFailureOfTheCallerEndsTheWork() {
    std::atomic<int> done{0};
    const auto work = [&](std::size_t, std::size_t) {
        ++done;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    const auto cancel = [](std::size_t) { throw std::logic_error("cancelled"); };
    QVERIFY_EXCEPTION_THROWN(runParallel(2, 1000000, work, cancel), std::logic_error);
    const int atReturn = done;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QCOMPARE(done.load(), atReturn);
}

QTEST_GUILESS_MAIN(ParallelWorkTest)
#include "ParallelWorkTest.moc"
