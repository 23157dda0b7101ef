#include "ui/training/RunData.h"

#include "ui/training/CurveThinner.h"

#include <algorithm>
#include <cmath>

namespace zhuyi {

namespace {

/// The index of the entry nearest to a place, in an ascending list that isn't empty.
std::size_t nearest(const std::vector<double>& ascending, double place) {
    auto at = std::lower_bound(ascending.begin(), ascending.end(), place);
    if (at == ascending.end() || (at != ascending.begin() && place - *(at - 1) < *at - place))
        --at;
    return static_cast<std::size_t>(at - ascending.begin());
}

/// Between the entries of one list where it is between those of the other; beyond the last as the last ones go on.
double carriedOver(double value, const std::vector<double>& from, const std::vector<double>& to) {
    if (from.size() < 2)
        return from.empty() ? value : to.front();
    auto upper = std::lower_bound(from.begin(), from.end(), value);
    if (upper == from.end())
        --upper;
    if (upper == from.begin())
        ++upper;
    const auto i = static_cast<std::size_t>(upper - from.begin());
    const double span = from[i] - from[i - 1];
    const double share = span > 0 ? (value - from[i - 1]) / span : 0;
    return to[i - 1] + share * (to[i] - to[i - 1]);
}

} // namespace

RunData::RunData(const RunSeries& series) : name(series.name), settings_(series.settings) {
    for (const StepReport& report : series.steps)
        add(report);
    for (const ValidationReport& report : series.validations)
        add(report);
    for (const LearningRateSet& event : series.rateChanges)
        add(event);
}

bool RunData::isOf(const RunSeries& series) const {
    // Among other things these tell the time that had passed, which no two runs share.
    const auto same = [](const ValidationReport& a, const ValidationReport& b) {
        return a.step == b.step && a.devLoss == b.devLoss && a.seconds == b.seconds;
    };
    return !validations_.empty() && !series.validations.empty() &&
           same(validations_.front(), series.validations.front()) &&
           same(validations_.back(), series.validations.back());
}

void RunData::begin(const Settings& settings, std::int64_t step) {
    settings_ = settings;
    cutAfter(step);
}

void RunData::cutAfter(std::int64_t step) {
    const double kept = static_cast<double>(step);
    const auto count = static_cast<std::size_t>(std::upper_bound(steps_.begin(), steps_.end(), kept) - steps_.begin());
    if (count < steps_.size()) {
        for (std::vector<double>* places : {&steps_, &epochPlaces_, &seconds_})
            places->resize(count);
        for (CurveColumn& column : columns_)
            column.truncate(count);
        for (std::vector<float>& averages : averages_)
            averages.resize(std::min(averages.size(), count));
        setSmoothing(smoothing_);
    }
    const auto after = [step](const auto& entry) { return entry.step > step; };
    validations_.erase(std::find_if(validations_.begin(), validations_.end(), after), validations_.end());
    // A change takes effect after its step.
    rateChanges_.erase(std::find_if(rateChanges_.begin(), rateChanges_.end(),
                                    [step](const LearningRateSet& entry) { return entry.step >= step; }),
                       rateChanges_.end());
    while (!epochs_.empty() && epochs_.back().first >= kept)
        epochs_.pop_back();
}

void RunData::add(const StepReport& report) {
    const double step = static_cast<double>(report.step);
    if (epochs_.empty() || epochs_.back().second != report.epoch)
        epochs_.emplace_back(step - static_cast<double>(report.stepInEpoch), report.epoch);
    const double share =
        static_cast<double>(report.stepInEpoch) / std::max<double>(1, static_cast<double>(report.stepsInEpoch));
    // What was written by a clock that was set back must not make a curve turn.
    const auto ascend = [](std::vector<double>& places, double place) {
        places.push_back(places.empty() ? place : std::max(places.back(), place));
    };
    ascend(steps_, step);
    ascend(epochPlaces_, static_cast<double>(report.epoch - 1) + share);
    ascend(seconds_, report.seconds);
    const std::array<double, 4> values = {report.trainLoss, report.learningRate, report.gradientNorm,
                                          report.tokensPerSecond};
    for (std::size_t i = 0; i < values.size(); ++i) {
        columns_[i].append(std::isfinite(values[i]) ? static_cast<float>(values[i]) : std::nanf(""));
        means_[i].append(static_cast<float>(meansSoFar_[i].add(step, values[i])));
    }
    if (steps_.size() > mostSteps)
        thin();
}

void RunData::add(const ValidationReport& report) {
    validations_.push_back(report);
    validations_.back().samples.clear();
    if (validations_.size() > mostValidations)
        thinValidations();
}

void RunData::add(const LearningRateSet& event) {
    rateChanges_.push_back(event);
}

// Thinning

void RunData::thin() {
    const auto old = static_cast<std::size_t>(
        std::upper_bound(steps_.begin(), steps_.end(), steps_.back() - exactSteps) - steps_.begin());
    std::vector<std::size_t> kept = thinnedIndices(steps_, columns_, old, bucketWidth_);
    while (kept.size() > mostOldSteps) {
        bucketWidth_ *= 2;
        kept = thinnedIndices(steps_, columns_, old, bucketWidth_);
    }
    for (std::size_t metric = 0; metric < columns_.size(); ++metric)
        averages_[metric] = averages(metric, kept);
    for (std::size_t at = old; at < steps_.size(); ++at)
        kept.push_back(at);
    for (std::vector<double>* places : {&steps_, &epochPlaces_, &seconds_}) {
        for (std::size_t i = 0; i < kept.size(); ++i)
            (*places)[i] = (*places)[kept[i]];
        places->resize(kept.size());
    }
    for (std::size_t metric = 0; metric < columns_.size(); ++metric) {
        columns_[metric].keep(kept);
        means_[metric].keep(kept);
    }
}

double RunData::average(std::size_t metric, std::size_t at) const {
    return static_cast<double>(at < averages_[metric].size() ? averages_[metric][at] : columns_[metric][at]);
}

std::vector<float> RunData::averages(std::size_t metric, const std::vector<std::size_t>& kept) const {
    std::vector<float> averages;
    std::size_t at = 0;
    for (const std::size_t last : kept) {
        double sum = 0, weights = 0;
        for (; at <= last; ++at) {
            const double value = average(metric, at), weight = at > 0 ? steps_[at] - steps_[at - 1] : 1;
            if (!std::isfinite(value))
                continue;
            sum += weight * value;
            weights += weight;
        }
        averages.push_back(static_cast<float>(weights > 0 ? sum / weights : std::nan("")));
    }
    return averages;
}

/// Every second one goes, but for the best and the last.
void RunData::thinValidations() {
    const auto best = std::min_element(validations_.begin(), validations_.end(), [](const auto& a, const auto& b) {
        return a.devLoss < b.devLoss || (std::isfinite(a.devLoss) && !std::isfinite(b.devLoss));
    });
    const std::int64_t bestStep = best->step, lastStep = validations_.back().step;
    bool keeps = false;
    validations_.erase(std::remove_if(validations_.begin(), validations_.end(),
                                      [&](const ValidationReport& report) {
                                          keeps = !keeps;
                                          return !keeps && report.step != bestStep && report.step != lastStep;
                                      }),
                       validations_.end());
}

// Reading

const std::vector<double>& RunData::along(Progression progression) const {
    return progression == Progression::Steps ? steps_ : progression == Progression::Epochs ? epochPlaces_ : seconds_;
}

void RunData::setSmoothing(double steps) {
    smoothing_ = steps;
    meansSoFar_.fill(RunningMean(steps));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        means_[i].clear();
        for (std::size_t at = 0; at < steps_.size(); ++at)
            means_[i].append(static_cast<float>(meansSoFar_[i].add(steps_[at], average(i, at))));
    }
}

std::optional<double> RunData::value(const ValidationReport& report, DevMetric metric) {
    const auto finite = [](double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; };
    switch (metric) {
    case DevMetric::Loss:
        return finite(report.devLoss);
    case DevMetric::Perplexity:
        return finite(std::exp(report.devLoss));
    case DevMetric::TokenAccuracy:
        return finite(report.tokenAccuracy);
    case DevMetric::Bleu:
        return report.bleu ? finite(*report.bleu) : std::nullopt;
    case DevMetric::ErrorRate:
        return report.alignment ? finite(report.alignment->errorRate) : std::nullopt;
    case DevMetric::Precision:
        return report.alignment ? finite(report.alignment->precision) : std::nullopt;
    case DevMetric::Recall:
        return report.alignment ? finite(report.alignment->recall) : std::nullopt;
    }
    return std::nullopt;
}

double RunData::placeOf(double step, Progression progression) const {
    return progression == Progression::Steps ? step : carriedOver(step, steps_, along(progression));
}

double RunData::stepAt(double place, Progression progression) const {
    return progression == Progression::Steps ? place : carriedOver(place, along(progression), steps_);
}

double RunData::last(Progression progression) const {
    const double lastStep = steps_.empty() ? 0 : along(progression).back();
    return validations_.empty()
               ? lastStep
               : std::max(lastStep, placeOf(static_cast<double>(validations_.back().step), progression));
}

std::optional<std::size_t> RunData::nearestStep(double step) const {
    return steps_.empty() ? std::nullopt : std::optional(nearest(steps_, step));
}

const ValidationReport* RunData::nearestValidation(double step) const {
    const auto distance = [step](const ValidationReport& report) {
        return std::abs(static_cast<double>(report.step) - step);
    };
    const auto found = std::min_element(validations_.begin(), validations_.end(),
                                        [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    return found == validations_.end() ? nullptr : &*found;
}

} // namespace zhuyi
