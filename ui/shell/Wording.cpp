#include "ui/shell/Wording.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace zhuyi {

namespace {

class Speaker : public QObject {
  public:
    Speaker(QWidget* widget, std::function<void()> say) : QObject(widget), say_(std::move(say)) {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LanguageChange)
            say_();
        return QObject::eventFilter(watched, event);
    }

  private:
    std::function<void()> say_;
};

} // namespace

void keepSaying(QWidget* widget, const std::function<void()>& say) {
    say();
    new Speaker(widget, say);
}

} // namespace zhuyi
