#pragma once

#include "ui/client/EngineClient.h"

class QWidget;

namespace zhuyi {

class LateSession;

/// The engine of a window, loaded once the window is on the screen: LibTorch's 300 libraries keep the processor busy
/// and the dynamic loader locked, and the window would wait for them. What is asked of the engine until then waits.
class LateEngine {
  public:
    explicit LateEngine(EngineClient::SessionFactory open = openSessionBehindWindow) : open_(std::move(open)) {}

    /// For one client, which outlives the window.
    EngineClient::SessionFactory factory();
    /// At the latest a second from now: a window that starts minimised is not drawn.
    void loadWhenDrawn(QWidget* window) const;

  private:
    EngineClient::SessionFactory open_;
    LateSession* session_ = nullptr; // the client's
};

} // namespace zhuyi
