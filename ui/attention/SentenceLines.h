#pragma once

#include <QString>
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
    /// Whether what stands above is about the words that the model writes, and says them.
    void setIsOfOwnWords(bool isSo);

  private:
    void showReference();

    ElidedLabel *written_, *reference_;
    QString referenceText_;
    bool isOfOwnWords_ = false;
};

} // namespace zhuyi
