#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QActionGroup;
class QLabel;
class QToolButton;

namespace zhuyi {

class MomentSlider;

/// The moments of a run at which a sentence's attention is known: one is chosen, or live (the right end); they are
/// played as a film; and one can be held, to be compared with the chosen one.
class Timeline : public QWidget {
    Q_OBJECT
  public:
    explicit Timeline(QWidget* parent = nullptr);

    /// Training steps, ascending. What is chosen stays, at the moment nearest to it.
    void setSteps(std::vector<std::int64_t> steps);
    const std::vector<std::int64_t>& steps() const { return steps_; }
    /// The step of what is live: of the best weights, where a run has ended with them, which is not the last moment.
    void setLiveStep(std::optional<std::int64_t> step);
    /// Nothing: live.
    std::optional<std::int64_t> step() const { return step_; }
    std::optional<std::int64_t> held() const { return held_; }
    bool isPlaying() const { return clock_.isActive(); }
    /// Playing all of it takes `runSeconds` at speed 1.
    void setSpeed(double speed) { speed_ = speed; }
    static constexpr double runSeconds = 10;

  public Q_SLOTS:
    /// The moment nearest to a step; nothing: live.
    void showStep(std::optional<std::int64_t> step);
    void hold(std::optional<std::int64_t> step);
    void play();
    void pause();

  Q_SIGNALS:
    void stepChosen(std::optional<std::int64_t> step);
    void heldChosen(std::optional<std::int64_t> step);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    int indexOf(std::int64_t step) const;
    void chooseIndex(int index);
    void choose(std::optional<std::int64_t> step);
    void advance();
    void update();
    void retranslate();

    std::vector<std::int64_t> steps_;
    std::optional<std::int64_t> step_, held_, liveStep_;
    QToolButton *play_, *live_, *hold_;
    MomentSlider* slider_;
    QLabel* moment_;
    QActionGroup* speeds_;
    QTimer clock_;
    QElapsedTimer sinceFrame_;
    double place_ = 0; // of the film, in moments
    double speed_ = 1;
};

} // namespace zhuyi
