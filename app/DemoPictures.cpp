#include "app/DemoPictures.h"

#include "app/SvgDrawing.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace zhuyi {

using Colour = SvgDrawing::Colour;
using Anchor = SvgDrawing::Anchor;
using Point = SvgDrawing::Point;

namespace {

void drawCells(SvgDrawing& drawing, const AttentionMap& map, Point origin, double width, double height, double gap,
               double goldLine) {
    for (std::size_t row = 0; row < map.rows(); ++row)
        for (std::size_t column = 0; column < map.columns(); ++column)
            drawing.cell(origin.x + static_cast<double>(column) * width, origin.y + static_cast<double>(row) * height,
                         width - gap, height - gap, static_cast<double>(map.at(row, column)));
    if (!map.gold)
        return;
    const double inset = goldLine / 2;
    for (const auto& cell : *map.gold)
        drawing.frame(origin.x + cell.column * width + inset, origin.y + cell.row * height + inset,
                      width - gap - goldLine, height - gap - goldLine, Colour::Gold, goldLine, !cell.sure);
}

std::string label(const std::string& token, Language language) {
    if (token == "</s>")
        return texts::endOfSentence.in(language);
    return token == "<unk>" ? "‹?›" : token;
}

bool isMark(const std::string& token) {
    return token == "</s>" || token == "<unk>";
}

std::string join(const std::vector<std::string>& tokens) {
    std::string text;
    for (const auto& token : tokens)
        if (!isMark(token))
            text += (text.empty() ? "" : " ") + token;
    return text;
}

/// A step between the lines of a scale that reads well: 1, 2 or 5 times a power of ten.
double roundStep(double span, int lines) {
    const double rough = span / lines, power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power)
            return factor * power;
    return 10 * power;
}

/// A rectangle of the drawing with a linear scale on each side.
struct Panel {
    double left, right, top, bottom;             // pixels
    double leastX, greatestX, leastY, greatestY; // values

    double x(double value) const { return left + (value - leastX) / (greatestX - leastX) * (right - left); }
    double y(double value) const {
        return bottom - (std::clamp(value, leastY, greatestY) - leastY) / (greatestY - leastY) * (bottom - top);
    }
    Point at(double horizontal, double vertical) const { return {x(horizontal), y(vertical)}; }
};

struct Curve {
    std::vector<Point> points; // values
    Colour colour;
    std::string name;
    bool dots = true;
};

void drawScales(SvgDrawing& drawing, const Panel& panel, bool percent, const std::string& title) {
    const double step = roundStep(panel.greatestY - panel.leastY, 5);
    for (int i = 0; panel.leastY + i * step <= panel.greatestY * (1 + 1e-9); ++i) {
        const double value = panel.leastY + i * step;
        drawing.line(panel.at(panel.leastX, value), panel.at(panel.greatestX, value), Colour::Line);
        char text[32];
        std::snprintf(text, sizeof text, percent ? "%.0f %%" : "%.3g", percent ? 100 * value : value);
        drawing.text(panel.left - 8, panel.y(value) + 4.5, text, {Colour::Quiet, Anchor::End, 13});
    }
    drawing.text(panel.left, panel.top - 12, title, {Colour::Ink, Anchor::Start, 14, true});
}

void drawCurves(SvgDrawing& drawing, const Panel& panel, const std::vector<Curve>& curves) {
    double right = panel.right;
    for (auto curve = curves.rbegin(); curve != curves.rend(); ++curve) { // the legend, from the right
        right -= SvgDrawing::textWidth(curve->name, 13);
        drawing.text(right, panel.top - 12, curve->name, {Colour::Ink, Anchor::Start, 13});
        drawing.line({right - 24, panel.top - 16.5}, {right - 6, panel.top - 16.5}, curve->colour, 3);
        right -= 42;
    }
    for (const auto& curve : curves) {
        std::vector<Point> points;
        for (const auto& point : curve.points)
            points.push_back(panel.at(point.x, point.y));
        drawing.polyline(points, curve.colour, 2.2);
        if (curve.dots)
            for (const auto& point : points)
                drawing.disc(point, 2.6, curve.colour);
    }
}

/// The mean loss a token of about every 120th part of the run.
std::vector<Point> trainingLoss(const DemoRun& run, double seconds) {
    std::vector<Point> points;
    double nats = 0, tokens = 0, due = seconds / 120;
    for (const auto& report : run.reports)
        if (const auto* step = std::get_if<StepReport>(&report)) {
            nats += step->trainLoss * static_cast<double>(step->tokens);
            tokens += static_cast<double>(step->tokens);
            if (step->seconds < due)
                continue;
            points.push_back({step->seconds, nats / tokens});
            nats = tokens = 0;
            due = step->seconds + seconds / 120;
        }
    return points;
}

std::vector<Point> ofValidations(const DemoRun& run,
                                 const std::function<std::optional<double>(const ValidationReport&)>& value) {
    std::vector<Point> points;
    for (const auto& report : run.reports)
        if (const auto* validation = std::get_if<ValidationReport>(&report))
            if (const auto y = value(*validation))
                points.push_back({validation->seconds, *y});
    return points;
}

} // namespace

std::string heatmapSvg(const AttentionMap& map, Language language) {
    constexpr double font = 15, height = 28, margin = 10, gap = 1, labelGap = 8;
    double left = 0, width = 36;
    for (const auto& token : map.targetTokens)
        left = std::max(left, SvgDrawing::textWidth(label(token, language), font));
    for (const auto& token : map.sourceTokens)
        width = std::max(width, SvgDrawing::textWidth(label(token, language), font) + 8);
    const Point origin = {margin + left + labelGap, margin + font + labelGap};
    const double columns = static_cast<double>(map.columns()), rows = static_cast<double>(map.rows());
    SvgDrawing drawing(origin.x + columns * width + margin, origin.y + rows * height + margin,
                       fill(texts::heatmapOf.in(language), {join(map.sourceTokens), join(map.targetTokens)}));
    const auto colourOf = [](const std::string& token) { return isMark(token) ? Colour::Quiet : Colour::Ink; };
    for (std::size_t column = 0; column < map.columns(); ++column)
        drawing.text(origin.x + (static_cast<double>(column) + 0.5) * width, origin.y - labelGap,
                     label(map.sourceTokens[column], language),
                     {colourOf(map.sourceTokens[column]), Anchor::Middle, font});
    for (std::size_t row = 0; row < map.rows(); ++row)
        drawing.text(origin.x - labelGap, origin.y + (static_cast<double>(row) + 0.5) * height + font * 0.35,
                     label(map.targetTokens[row], language), {colourOf(map.targetTokens[row]), Anchor::End, font});
    drawCells(drawing, map, origin, width, height, gap, 2.5);
    return drawing.svg();
}

std::string thumbnailSvg(const AttentionMap& map, const std::string& title) {
    constexpr double width = 18, height = 14;
    SvgDrawing drawing(static_cast<double>(map.columns()) * width, static_cast<double>(map.rows()) * height, title);
    drawCells(drawing, map, {0.5, 0.5}, width, height, 1, 1.5);
    return drawing.svg();
}

std::string curvesSvg(const DemoRun& run, Language language) {
    const auto accuracy = ofValidations(run, [](const auto& report) { return std::optional(report.tokenAccuracy); });
    const auto error = ofValidations(run, [](const auto& report) {
        return report.alignment ? std::optional(report.alignment->errorRate) : std::nullopt;
    });
    const auto dev = ofValidations(run, [](const auto& report) { return std::optional(report.devLoss); });
    const double seconds = dev.back().x;
    const auto train = trainingLoss(run, seconds);
    double greatest = 0;
    for (const auto* points : {&train, &dev})
        for (const auto& point : *points)
            greatest = std::max(greatest, point.y);
    const double stepY = roundStep(greatest, 5);

    constexpr double width = 560, left = 58, right = width - 16;
    const Panel loss{left, right, 40, 260, 0, seconds, 0, std::ceil(greatest / stepY) * stepY};
    const Panel shares{left, right, 312, 460, 0, seconds, 0, 1};
    SvgDrawing drawing(width, 512, texts::curvesTitle.in(language));
    drawScales(drawing, loss, false, texts::lossAxis.in(language));
    drawScales(drawing, shares, true, texts::shareAxis.in(language));
    const double step = roundStep(seconds, 7);
    for (int i = 0; i * step <= seconds * (1 + 1e-9); ++i) {
        for (const auto* panel : {&loss, &shares})
            drawing.line({panel->x(i * step), panel->bottom}, {panel->x(i * step), panel->bottom + 5}, Colour::Quiet);
        char text[32];
        std::snprintf(text, sizeof text, "%g", i * step);
        drawing.text(shares.x(i * step), shares.bottom + 20, text, {Colour::Quiet, Anchor::Middle, 13});
    }
    drawing.text((left + right) / 2, shares.bottom + 42, texts::timeAxis.in(language),
                 {Colour::Quiet, Anchor::Middle, 13});
    drawCurves(drawing, loss,
               {{train, Colour::Train, texts::trainingCurve.in(language), false},
                {dev, Colour::Dev, texts::devCurve.in(language), true}});
    std::vector<Curve> lower = {{accuracy, Colour::Accuracy, texts::accuracyCurve.in(language), true}};
    if (!error.empty())
        lower.push_back({error, Colour::Error, texts::errorCurve.in(language), true});
    drawCurves(drawing, shares, lower);
    return drawing.svg();
}

} // namespace zhuyi
