#include "ui/client/LateEngine.h"

#include <QEvent>
#include <QWidget>

#include <functional>
#include <utility>

namespace zhuyi {

namespace {

constexpr int mostMilliseconds = 1000;

/// Calls once, soon after the window was painted, and goes.
class FirstPaint : public QObject {
  public:
    FirstPaint(QWidget* window, std::function<void()> then) : QObject(window), then_(std::move(then)) {
        window->installEventFilter(this);
        QTimer::singleShot(mostMilliseconds, this, [this] { call(); });
    }

  protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            object->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { call(); }); // it is on the screen only then
        }
        return false;
    }

  private:
    void call() {
        if (const auto then = std::exchange(then_, nullptr)) {
            deleteLater();
            then();
        }
    }

    std::function<void()> then_;
};

} // namespace

class LateSession : public Session {
  public:
    LateSession(EngineClient::SessionFactory open, EventSink sink) : open_(std::move(open)), sink_(std::move(sink)) {}

    void post(Command command) override {
        if (session_)
            session_->post(std::move(command));
        else
            waiting_.push_back(std::move(command));
    }

    void load() {
        session_ = open_(sink_);
        for (Command& command : std::exchange(waiting_, {}))
            session_->post(std::move(command));
    }

  private:
    EngineClient::SessionFactory open_;
    EventSink sink_;
    std::unique_ptr<Session> session_;
    std::vector<Command> waiting_;
};

EngineClient::SessionFactory LateEngine::factory() {
    return [this](EventSink sink) {
        auto session = std::make_unique<LateSession>(open_, std::move(sink));
        session_ = session.get();
        return session;
    };
}

void LateEngine::loadWhenDrawn(QWidget* window) const {
    new FirstPaint(window, [session = session_] { session->load(); });
}

} // namespace zhuyi
