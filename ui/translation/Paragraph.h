#pragma once

#include "engine/session/Event.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace zhuyi {

class EngineClient;

/// The sentences of a text and their translations. One question is under way at a time, so that what is asked elsewhere
/// never waits behind a long text; the sentence that is looked at goes first, then those without any translation.
class Paragraph : public QObject {
    Q_OBJECT
  public:
    struct Sentence {
        QString source;
        TranslationPtr translation; // the newest; of an earlier wording until this one is answered; null: none yet
        std::optional<Message> failure;
        bool isStale = true;   // to be asked (again)
        std::uint64_t age = 0; // when it was answered
    };

    explicit Paragraph(EngineClient* client, QObject* parent = nullptr);

    /// Sentences that stay keep their translations. `current`: the one that is looked at.
    void setSentences(const QStringList& sources, int current = 0);
    void setOptions(const DecodingOptions& options);
    const DecodingOptions& options() const { return options_; }
    /// The sentence that is looked at.
    void setCurrent(int index);
    int current() const { return current_; }
    /// Asks for all again: the model has changed.
    void refresh();
    /// The same, with the next setSentences().
    void outdate();

    int count() const { return static_cast<int>(sentences_.size()); }
    const Sentence& at(int index) const { return sentences_[static_cast<std::size_t>(index)]; }
    bool isWaiting() const { return awaited_ >= 0; }

  Q_SIGNALS:
    void changed();

  private:
    void askNext();
    int next() const;
    void take(std::uint64_t id, const TranslationPtr& translation);
    void takeFailure(const Failed& failure);

    EngineClient* client_;
    DecodingOptions options_;
    std::vector<Sentence> sentences_;
    int current_ = 0;
    int awaited_ = -1;         // the sentence asked for
    std::uint64_t lastId_ = 0; // of that question; 0: none that counts
    std::uint64_t answers_ = 0;
};

} // namespace zhuyi
