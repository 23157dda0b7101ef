#pragma once

#include "ui/attention/ShownSentence.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace zhuyi {

class AttentionView;
class ElidedLabel;

/// A view of a map, and above it which model's it is and how much of the attention lies on the true alignment.
class CaptionedView : public QWidget {
    Q_OBJECT
  public:
    explicit CaptionedView(AttentionView* view, QWidget* parent = nullptr);

    AttentionView* view() const { return view_; }
    /// Puts a button at the end of the title's line.
    void addButton(QWidget* button);
    /// `isDifference`: of two maps.
    void setMap(const ShownMap& shown, bool isDifference = false);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void retranslate();

    AttentionView* view_;
    ShownMap shown_;
    bool isDifference_ = false;
    ElidedLabel *title_, *model_;
    QLabel *step_, *gold_;
    QHBoxLayout* head_;
};

} // namespace zhuyi
