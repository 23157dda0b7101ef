#include "app/ProgressLine.h"

#include <cstdio>

namespace zhuyi {

void ProgressLine::show(const StepReport& report) {
    const double pause = terminal_ ? 0.2 : 10;
    if (report.seconds - shown_ < pause)
        return;
    shown_ = report.seconds;
    std::fprintf(stderr, "%sepoch %lld", terminal_ ? "\r\033[K" : "", static_cast<long long>(report.epoch));
    if (static_cast<double>(report.epochs) < findSetting("epochs")->greatest) // else only time ends the run
        std::fprintf(stderr, "/%lld", static_cast<long long>(report.epochs));
    std::fprintf(stderr, "  step %lld  loss %.3f  %.0f tokens/s  %.0f %%%s", static_cast<long long>(report.step),
                 report.trainLoss, report.tokensPerSecond, 100 * report.progress, terminal_ ? "" : "\n");
}

void ProgressLine::show(const ValidationReport& report) {
    std::fprintf(stderr, "%sepoch %lld  step %lld  %.0f s  train loss %.3f  dev loss %.3f  accuracy %.3f",
                 terminal_ ? "\r\033[K" : "", static_cast<long long>(report.epoch),
                 static_cast<long long>(report.step), report.seconds, report.trainLoss, report.devLoss,
                 report.tokenAccuracy);
    if (report.alignment)
        std::fprintf(stderr, "  AER %.3f", report.alignment->errorRate);
    std::fprintf(stderr, "%s\n", report.best ? "  best" : "");
}

} // namespace zhuyi
