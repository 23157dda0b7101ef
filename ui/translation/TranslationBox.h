#pragma once

#include "engine/session/Event.h"

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QToolButton;

namespace zhuyi {

class EngineClient;
class SourceEdit;

/// Translates what is typed, while it is typed and while the model trains.
class TranslationBox : public QWidget {
    Q_OBJECT
  public:
    explicit TranslationBox(EngineClient* client, QWidget* parent = nullptr);

  Q_SIGNALS:
    /// Null: the box was emptied.
    void translationShown(zhuyi::TranslationPtr translation);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void typed();
    void ask();
    void askAgain(); // the model has changed
    void take(std::uint64_t id, const TranslationPtr& translation);
    void takeFailure(const Failed& failure);
    bool sourceIsChinese() const;
    QString text() const;
    void fillExamples();
    void updateTexts();
    QString note() const;
    void retranslate();

    EngineClient* client_;
    QLabel *direction_, *note_, *count_;
    QToolButton *examples_, *copy_;
    QMenu* exampleMenu_;
    SourceEdit* source_;
    QPlainTextEdit* target_;
    QTimer pause_;
    QString asked_;            // the text of lastId_
    std::uint64_t lastId_ = 0; // 0: nothing is awaited or shown
    TranslationPtr shown_;
    std::optional<Message> failure_;
    bool pasteCut_ = false;
};

} // namespace zhuyi
