#pragma once

#include "ui/training/CurveColumn.h"
#include "ui/training/RunSeries.h"
#include "ui/training/RunningMean.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace zhuyi {

/// Over what the curves are drawn.
enum class Progression { Steps, Epochs, Seconds };

/// What is measured at each step, and at each validation.
enum class StepMetric { Loss, LearningRate, GradientNorm, TokensPerSecond };
enum class DevMetric { Loss, Perplexity, TokenAccuracy, Bleu, ErrorRate, Precision, Recall };

/// What was measured over one run, in columns from which curves are drawn: some 60 bytes a step.
class RunData {
  public:
    RunData() = default;
    explicit RunData(const RunSeries& series);

    /// A run begins, or goes on from this step: what came after it is forgotten.
    void begin(const Settings& settings, std::int64_t step);
    void add(const StepReport& report);
    void add(const ValidationReport& report);
    void add(const LearningRateSet& event);
    RunSeries series() const;

    bool isEmpty() const { return steps_.empty() && validations_.empty(); }
    const Settings& settings() const { return settings_; }
    QString name;

    const std::vector<double>& steps() const { return steps_; }
    const std::vector<double>& along(Progression progression) const; // one a step, ascending
    const CurveColumn& column(StepMetric metric) const { return columns_[static_cast<std::size_t>(metric)]; }
    const CurveColumn& mean(StepMetric metric) const { return means_[static_cast<std::size_t>(metric)]; }
    void setSmoothing(double steps); // of mean(); 1: as it is
    double smoothing() const { return smoothing_; }

    const std::vector<ValidationReport>& validations() const { return validations_; }
    static std::optional<double> value(const ValidationReport& report, DevMetric metric);
    const std::vector<LearningRateSet>& rateChanges() const { return rateChanges_; }
    /// Each epoch's number, from 1, and the step after which it began.
    const std::vector<std::pair<double, std::int64_t>>& epochs() const { return epochs_; }

    /// Where a step lies on the axis, and which step lies nearest to a place there.
    double placeOf(double step, Progression progression) const;
    double stepAt(double place, Progression progression) const;
    double last(Progression progression) const; // 0 where nothing was measured yet
    /// The step nearest to this one, as an index; none where there are no steps.
    std::optional<std::size_t> nearestStep(double step) const;
    const ValidationReport* nearestValidation(double step) const; // nullptr where there is none

  private:
    void cutAfter(std::int64_t step);

    Settings settings_;
    std::vector<double> steps_, epochPlaces_, seconds_;
    std::array<CurveColumn, 4> columns_, means_;
    std::array<RunningMean, 4> meansSoFar_;
    double smoothing_ = 50;
    std::vector<ValidationReport> validations_;
    std::vector<LearningRateSet> rateChanges_;
    std::vector<std::pair<double, std::int64_t>> epochs_;
    std::vector<LengthScore> byLength_;
};

} // namespace zhuyi
