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

/// What was measured over one run, in columns from which curves are drawn. A run of any length takes a few megabytes:
/// the last steps are all there; of those before them only so many as a picture needs, see thinnedIndices().
class RunData {
  public:
    static constexpr std::size_t mostSteps = 60000, mostOldSteps = 25000;
    static constexpr double exactSteps = 20000; // the last ones
    static constexpr std::size_t mostValidations = 2000;

    RunData() = default;
    explicit RunData(const RunSeries& series);

    /// A run begins, or goes on from this step: what came after it is forgotten.
    void begin(const Settings& settings, std::int64_t step);
    void add(const StepReport& report);
    void add(const ValidationReport& report); // its samples are left out
    void add(const LearningRateSet& event);

    /// Whether this is the run that the series was written down of.
    bool isOf(const RunSeries& series) const;
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
    void thin();
    void thinValidations();
    std::vector<float> averages(std::size_t metric, const std::vector<std::size_t>& kept) const;
    double average(std::size_t metric, std::size_t at) const;

    Settings settings_;
    std::vector<double> steps_, epochPlaces_, seconds_;
    std::array<CurveColumn, 4> columns_, means_;
    std::array<RunningMean, 4> meansSoFar_;
    /// Where steps were left out: the mean of each and those left out before it, from which to smooth. Of the first
    /// ones alone; behind them it is the value itself.
    std::array<std::vector<float>, 4> averages_;
    double bucketWidth_ = 16; // steps, where they are thinned
    double smoothing_ = 50;
    std::vector<ValidationReport> validations_;
    std::vector<LearningRateSet> rateChanges_;
    std::vector<std::pair<double, std::int64_t>> epochs_;
};

} // namespace zhuyi
