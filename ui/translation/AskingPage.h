#pragma once

#include "engine/session/Event.h"
#include "ui/attention/SentencePage.h"

#include <cstdint>
#include <optional>
#include <string>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace zhuyi {

class EngineClient;

/// A page that asks the engine about the sentence while it is in sight, and again when the model or the options of
/// decoding have changed. One question is under way at a time. Where it can show nothing it says what to do.
class AskingPage : public SentencePage {
    Q_OBJECT
  public:
    explicit AskingPage(EngineClient* client, QWidget* parent = nullptr);

    void setSentence(const ShownSentence& sentence) override;
    void setOptions(const DecodingOptions& options);

  Q_SIGNALS:
    /// The user wants a sentence to try.
    void exampleWanted();

  protected:
    /// Everything but the hint.
    void setBody(QWidget* body);
    /// Post the question; called at the right moment.
    virtual void ask() = 0;
    virtual void take(const TranslationPtr& translation) = 0;
    /// Another sentence is looked at.
    virtual void forget() {}
    /// The model, or the options of decoding, have changed.
    virtual void outdate() {}
    /// What to do where there is nothing to ask about; empty where there is.
    virtual QString hint() const;
    virtual void retranslate();

    void askSoon(); // at once where nothing is under way, else after the answer
    void put(Translate question);
    void put(Force question);
    void put(Explain question);

    EngineClient* client() const { return client_; }
    const std::string& source() const { return source_; }
    const DecodingOptions& options() const { return options_; }
    bool isWaiting() const { return lastId_ != 0; }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void modelChanged();
    void takeFailure(const Failed& failure);
    void updateHint();

    EngineClient* client_;
    std::string source_;
    DecodingOptions options_;
    QStackedLayout* stack_;
    QLabel* hint_;
    QPushButton* example_;
    std::uint64_t lastId_ = 0; // of the question under way; 0: none
    bool isStale_ = true;      // to be asked once it is in sight and nothing is under way
    std::optional<Message> failure_;

  protected:
    /// For what comes back as no Translation.
    bool isAnswer(std::uint64_t id);
};

} // namespace zhuyi
