#include "engine/session/Session.h"

#include "engine/session/EngineEntry.h"

#include <dlfcn.h>
#include <sys/resource.h>

#include <thread>

namespace zhuyi {

namespace {

/// Added to the niceness: about a third of the processor's time, in competition.
constexpr int behind = 5;

/// Of this thread and of all that it starts from now on.
void standBehind() {
#ifdef __linux__
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + behind);
#endif
}

using Serve = void (*)(CommandQueue&, const EventSink&);

class ThreadedSession : public Session {
  public:
    explicit ThreadedSession(EventSink sink, bool behindWindow)
        : sink_(std::move(sink)), thread_([this, behindWindow] {
              if (behindWindow)
                  standBehind();
              serve();
          }) {}

    ~ThreadedSession() override {
        queue_.push(Shutdown{});
        thread_.join();
    }

    void post(Command command) override { queue_.push(std::move(command)); }

  private:
    void serve() {
        // Found beside the program through its run path. Never closed: LibTorch does not survive it.
        void* library = dlopen("libzhuyi_engine.so", RTLD_NOW | RTLD_LOCAL);
        const char* error = library ? nullptr : dlerror();
        const auto engine = library ? reinterpret_cast<Serve>(dlsym(library, "zhuyiServeEngine")) : nullptr;
        if (engine) {
            engine(queue_, sink_);
            return;
        }
        const Message missing{MessageCode::EngineMissing, {error ? error : "libzhuyi_engine.so has no entry"}};
        sink_(Failed{Task::None, 0, missing});
        while (!std::holds_alternative<Shutdown>(queue_.take()))
            sink_(Failed{Task::None, 0, missing});
    }

    CommandQueue queue_;
    EventSink sink_;
    std::thread thread_;
};

} // namespace

std::unique_ptr<Session> openSession(EventSink sink) {
    return std::make_unique<ThreadedSession>(std::move(sink), false);
}

std::unique_ptr<Session> openSessionBehindWindow(EventSink sink) {
    return std::make_unique<ThreadedSession>(std::move(sink), true);
}

} // namespace zhuyi
