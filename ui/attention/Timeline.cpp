#include "ui/attention/Timeline.h"

#include "ui/attention/MomentSlider.h"
#include "ui/shell/Icons.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

constexpr int frameMilliseconds = 33;

} // namespace

Timeline::Timeline(QWidget* parent)
    : QWidget(parent), play_(new QToolButton), live_(new QToolButton), hold_(new QToolButton),
      slider_(new MomentSlider), moment_(new QLabel), speeds_(new QActionGroup(this)) {
    play_->setObjectName(QStringLiteral("playMoments"));
    live_->setObjectName(QStringLiteral("liveMoment"));
    hold_->setObjectName(QStringLiteral("holdMoment"));
    slider_->setObjectName(QStringLiteral("moments"));
    auto* menu = new QMenu(this);
    for (const double speed : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        QAction* action = speeds_->addAction(QString());
        action->setCheckable(true);
        action->setChecked(speed == 1);
        action->setData(speed);
        menu->addAction(action);
    }
    play_->setPopupMode(QToolButton::MenuButtonPopup);
    play_->setMenu(menu);
    live_->setCheckable(true);
    hold_->setCheckable(true);
    for (QToolButton* button : {play_, live_, hold_}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    hold_->setIcon(themedIcon(QStringLiteral("hold")));
    moment_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(4);
    row->addWidget(play_);
    row->addWidget(slider_, 1);
    row->addWidget(moment_);
    row->addWidget(live_);
    row->addWidget(hold_);

    clock_.setInterval(frameMilliseconds);
    connect(&clock_, &QTimer::timeout, this, &Timeline::advance);
    connect(play_, &QToolButton::clicked, this, [this] { isPlaying() ? pause() : play(); });
    connect(speeds_, &QActionGroup::triggered, this, [this](QAction* action) { setSpeed(action->data().toDouble()); });
    connect(slider_, &QSlider::valueChanged, this, [this](int index) {
        pause();
        chooseIndex(index);
    });
    connect(live_, &QToolButton::clicked, this, [this] {
        pause();
        choose(std::nullopt);
    });
    connect(hold_, &QToolButton::clicked, this, [this](bool held) {
        std::optional<std::int64_t> moment;
        if (held && !steps_.empty())
            moment = step_ ? *step_ : steps_.back();
        hold(moment);
        Q_EMIT heldChosen(held_);
    });
    retranslate();
}

void Timeline::setSteps(std::vector<std::int64_t> steps) {
    if (steps == steps_)
        return;
    steps_ = std::move(steps);
    if (steps_.empty()) {
        pause();
        step_.reset();
        held_.reset();
    }
    update();
}

void Timeline::setLiveStep(std::optional<std::int64_t> step) {
    if (step == liveStep_)
        return;
    liveStep_ = step;
    update();
}

int Timeline::indexOf(std::int64_t step) const {
    auto at = std::lower_bound(steps_.begin(), steps_.end(), step);
    if (at == steps_.end() || (at != steps_.begin() && step - *(at - 1) <= *at - step))
        --at;
    return static_cast<int>(at - steps_.begin());
}

void Timeline::chooseIndex(int index) {
    if (index >= 0 && index < static_cast<int>(steps_.size()))
        choose(steps_[static_cast<std::size_t>(index)]);
    else
        choose(std::nullopt);
}

void Timeline::choose(std::optional<std::int64_t> step) {
    const bool changes = step != step_;
    step_ = step;
    update();
    if (changes)
        Q_EMIT stepChosen(step_);
}

void Timeline::showStep(std::optional<std::int64_t> step) {
    pause();
    if (steps_.empty() || !step)
        choose(std::nullopt);
    else
        chooseIndex(indexOf(*step));
}

void Timeline::hold(std::optional<std::int64_t> step) {
    held_ = steps_.empty() ? std::nullopt : step;
    update();
}

void Timeline::play() {
    if (steps_.empty())
        return;
    place_ = step_ ? indexOf(*step_) : 0;
    sinceFrame_.start();
    clock_.start();
    chooseIndex(static_cast<int>(place_));
}

void Timeline::pause() {
    if (!isPlaying())
        return;
    clock_.stop();
    update();
}

void Timeline::advance() {
    const auto count = static_cast<double>(steps_.size());
    place_ += count * speed_ / runSeconds * static_cast<double>(sinceFrame_.restart()) / 1000;
    if (place_ < count)
        return chooseIndex(static_cast<int>(place_));
    pause();
    choose(std::nullopt); // the end of the film is now
}

void Timeline::update() {
    const int count = static_cast<int>(steps_.size());
    {
        const QSignalBlocker blocker(slider_);
        slider_->setRange(0, count);
        slider_->setPageStep(std::max(1, count / 20));
        slider_->setValue(step_ && count > 0 ? indexOf(*step_) : count);
    }
    slider_->setMark(held_ && count > 0 ? indexOf(*held_) : -1);
    live_->setChecked(!step_);
    hold_->setChecked(held_.has_value());
    for (QWidget* widget : std::initializer_list<QWidget*>{play_, slider_, live_, hold_})
        widget->setEnabled(count > 0);
    play_->setIcon(themedIcon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("start")));
    const auto text = [](std::int64_t step) {
        return tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(step)));
    };
    moment_->setText(count == 0 ? QString() : text(step_ ? *step_ : liveStep_.value_or(steps_.back())));
    // As wide as the longest it will have to say, so that the slider keeps its place.
    moment_->setMinimumWidth(count == 0 ? 0 : moment_->fontMetrics().horizontalAdvance(text(steps_.back())) + 2);
    slider_->setAccessibleDescription(step_ ? moment_->text() : tr("Live"));
    play_->setToolTip(isPlaying() ? tr("Pause")
                                  : tr("Play how the attention formed, from the moment that is chosen on."));
    play_->setAccessibleName(isPlaying() ? tr("Pause") : tr("Play"));
}

void Timeline::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Timeline::retranslate() {
    for (QAction* action : speeds_->actions())
        action->setText(tr("%1× speed").arg(action->data().toDouble()));
    //: Button: show what the model sees now, and follow it
    live_->setText(tr("Live"));
    live_->setToolTip(tr("Show what the model sees now, and follow it as it learns."));
    hold_->setToolTip(tr("Hold this moment, and compare it with others."));
    hold_->setAccessibleName(tr("Hold this moment"));
    slider_->setAccessibleName(tr("Moment of the training"));
    slider_->setToolTip(
        tr("Moments of the training at which this sentence's attention was kept; the right end is live."));
    update();
}

} // namespace zhuyi
