#pragma once

#include "engine/session/Reports.h"
#include "engine/session/Translation.h"

#include <QString>

#include <optional>
#include <vector>

namespace zhuyi {

/// The attention of one moment, kept to be held against what a model sees later.
class KeptMaps {
  public:
    /// Which model it was.
    struct Moment {
        int run = 0;      // of this window; 0: a model that was opened
        QString file;     // its name, where it was opened
        QString model;    // in a few words, see ModelName
        double guided = 0; // strength of guided attention; 0: none
        std::int64_t step = 0;
    };

    explicit KeptMaps(Moment moment) : moment_(std::move(moment)) {}
    /// A map of this sentence; `reference` is the translation that it was made to write, "" where the model wrote its own.
    void add(const std::string& source, const std::string& reference, AttentionMapPtr map);

    /// The map of the same sentence and reference, or null.
    AttentionMapPtr find(const std::string& source, const std::string& reference) const;
    const Moment& moment() const { return moment_; }
    bool isEmpty() const { return entries_.empty(); }

  private:
    struct Entry {
        std::string source, reference;
        AttentionMapPtr map;
    };
    Moment moment_;
    std::vector<Entry> entries_;
};

} // namespace zhuyi
