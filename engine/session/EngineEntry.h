#pragma once

#include "engine/session/CommandQueue.h"
#include "engine/session/Session.h"

/// The one symbol that the session looks up in the engine's library: serves commands until Shutdown.
extern "C" __attribute__((visibility("default"))) void zhuyiServeEngine(zhuyi::CommandQueue& queue,
                                                                       const zhuyi::EventSink& sink);
