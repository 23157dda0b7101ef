#pragma once

#include "engine/session/Message.h"

#include <QString>

namespace zhuyi {

/// The sentence of a message in the user's language.
QString messageText(const Message& message);

} // namespace zhuyi
