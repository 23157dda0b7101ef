#pragma once

#include <QWidget>

namespace zhuyi {

class ElidedLabel;
struct ShownSentence;

/// Below the attention: what the model writes for the sentence, and the translation that it was made to write.
class SentenceLines : public QWidget {
    Q_OBJECT
  public:
    explicit SentenceLines(QWidget* parent = nullptr);
    /// `written`: the model's own translation.
    void setSentence(const ShownSentence& sentence, const QString& written);
    /// No: something above says it already.
    void setSaysTranslation(bool says);

  private:
    ElidedLabel *written_, *reference_;
};

} // namespace zhuyi
