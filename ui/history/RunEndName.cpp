#include "ui/history/RunEndName.h"

#include <utility>

namespace zhuyi {

namespace {

constexpr std::pair<RunEnd, const char*> names[] = {
    {RunEnd::Running, ""},        {RunEnd::Completed, "completed"},     {RunEnd::TimeUp, "time_up"},
    {RunEnd::Stopped, "stopped"}, {RunEnd::Interrupted, "interrupted"}, {RunEnd::Failed, "failed"},
    {RunEnd::CutOff, "cut_off"}};

} // namespace

QString runEndName(RunEnd end) {
    for (const auto& [value, name] : names)
        if (value == end)
            return QString::fromLatin1(name);
    return QStringLiteral("");
}

std::optional<RunEnd> runEndNamed(const QString& text) {
    for (const auto& [value, name] : names)
        if (text == QLatin1String(name))
            return value;
    return std::nullopt;
}

} // namespace zhuyi
