#pragma once

#include <QCheckBox>

namespace zhuyi {

struct ShownSentence;

/// Whether the true ("gold") alignment is outlined. It says why it can't be where it isn't known, and remembers from
/// one start to the next.
class GoldBox : public QCheckBox {
    Q_OBJECT
  public:
    explicit GoldBox(QWidget* parent = nullptr);
    void setSentence(const ShownSentence& sentence);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void say();

    bool isKnown_ = false, hasMap_ = false;
};

} // namespace zhuyi
