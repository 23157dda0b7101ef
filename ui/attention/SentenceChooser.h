#pragma once

#include "engine/session/Translation.h"

#include <QComboBox>

namespace zhuyi {

class WatchedSentences;

/// Chooses among the sentences that are watched and, behind them, the one of the translation box.
class SentenceChooser : public QComboBox {
    Q_OBJECT
  public:
    explicit SentenceChooser(const WatchedSentences* sentences, QWidget* parent = nullptr);

    /// Of the translation box; null: there is none any more. A new text is chosen at once.
    void setTranslation(TranslationPtr translation);
    const TranslationPtr& translation() const { return translation_; }
    /// Whether that is what is chosen.
    bool isOnTranslation() const;
    /// Takes the watched sentences anew; what was chosen stays chosen.
    void fill();

  Q_SIGNALS:
    /// Another sentence, or the same of which something has changed.
    void chosen();

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override; // a text that is too long ends in an ellipsis

  private:
    void refill();
    int translationRow() const;
    void retranslate();

    const WatchedSentences* sentences_;
    TranslationPtr translation_;
};

} // namespace zhuyi
