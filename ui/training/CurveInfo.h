#pragma once

#include "ui/training/RunData.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <vector>

namespace zhuyi {

/// One curve of a panel: what it shows and what it is called.
struct CurveInfo {
    enum class Source { EachStep, RunningMean, Validation };
    enum class Role { Training, Validation, Error, Precision, Recall }; // the colour, where one run is drawn

    Source source;
    StepMetric step = StepMetric::Loss; // of EachStep and RunningMean
    DevMetric dev = DevMetric::Loss;    // of Validation
    Role role = Role::Training;
    const char* name;           // in the legend
    const char* label;          // before the value at the crosshair
    bool isDetail = false;      // only drawn on request
    bool isExponential = false; // drawn is the exponential function of it
};

/// Curves that share an axis, one above the other with those of other panels.
struct PanelInfo {
    Q_DECLARE_TR_FUNCTIONS(PanelInfo)
  public:
    enum class Id { Loss, Perplexity, Accuracy, Bleu, Alignment, LearningRate, GradientNorm, Speed };
    enum class Numbers { Fixed3, Fixed1, Percent, Significant3, Whole };

    Id id;
    const char* key;         // in the user's settings
    const char* title;       // in the menu
    const char* axis;        // short: panels are low
    const char* longAxis;    // with the unit, where there is room
    const char* explanation; // in a sentence or two
    Numbers numbers;
    bool canBeLogarithmic; // a ratio of two values means something
    bool isAllOfOne;       // the axis always goes from 0 to 1
    double leastSpan;      // of the axis: smaller differences are noise, and a single value has none
    std::vector<CurveInfo> curves;

    static const std::vector<PanelInfo>& all();
    static QString text(const char* source) { return *source ? tr(source) : QString(); }
    QString number(double value) const; // as people read it
};

} // namespace zhuyi
