#pragma once

#include "engine/session/Translation.h"

#include <QString>

#include <optional>
#include <string>

namespace zhuyi {

/// A map and whose it is.
struct ShownMap {
    AttentionMapPtr map; // null while there is none
    QString title;       // which of two it is; empty where only one is shown
    QString model;       // such as "additive · Small"
    QString emptyText;   // what to say in place of a map
};

/// What the attention panel shows: one sentence at the moment that is looked at, and perhaps held against another.
struct ShownSentence {
    std::string source;
    std::string reference;      // the translation that the model was made to write; empty: it wrote its own
    TranslationPtr translation; // where the sentence stands in the translation box; null for a watched one
    bool isLive = true;         // what the model sees now, else what it saw at an earlier moment
    ShownMap now;
    std::optional<ShownMap> before; // what it is held against
    bool wantsDifference = false;   // of the two, where they can be compared
};

} // namespace zhuyi
