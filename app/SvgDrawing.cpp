#include "app/SvgDrawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace zhuyi {

namespace {

struct Ink {
    const char* name; // of the class
    const char* light;
    const char* dark;
};

// In the order of SvgDrawing::Colour. Those of the curves are Okabe and Ito's, told apart by colour-blind eyes.
constexpr std::array<Ink, 9> inks = {{{"paper", "#ffffff", "#1b1f24"},
                                      {"ink", "#1c2128", "#e3e6ea"},
                                      {"quiet", "#5b636d", "#a3abb5"},
                                      {"line", "#e1e5ea", "#363c45"},
                                      {"train", "#0072b2", "#56b4e9"},
                                      {"dev", "#d55e00", "#f0a030"},
                                      {"accuracy", "#00795a", "#35c79a"},
                                      {"error", "#a8447f", "#e28bbb"},
                                      {"gold", "#d55e00", "#ffb04a"}}};

// The window's colour scale Ocean in equal steps from 0 to 1, for light and for dark paper.
constexpr std::array<const char*, 33> lightScale = {
    "#f5fcfb", "#e5f8f7", "#d6f4f4", "#c6f0f0", "#b6ecee", "#a6e7ec", "#95e2ea", "#85dce8", "#74d6e7",
    "#63d0e5", "#51cae4", "#3ec3e2", "#28bce0", "#02b5de", "#00acd9", "#00a4d4", "#009cce", "#0094c9",
    "#008cc3", "#0084be", "#007cb9", "#0074b3", "#006cae", "#0064aa", "#025ca5", "#10549c", "#184d93",
    "#1c4689", "#1f407f", "#213a74", "#22346a", "#222f5f", "#212a54"};
constexpr std::array<const char*, 33> darkScale = {
    "#1e1f22", "#21242e", "#222939", "#242e45", "#243350", "#23395b", "#213f66", "#1d4671", "#164d7c",
    "#0a5485", "#005c8c", "#006491", "#006c96", "#00749c", "#007ca1", "#0084a6", "#008dab", "#0095b0",
    "#009db5", "#00a6b9", "#00aebe", "#00b7c2", "#00bfc5", "#00c8c9", "#00d1cc", "#28d8ce", "#48dfcf",
    "#61e5d1", "#76ebd3", "#8af1d6", "#9df6d9", "#affbdd", "#c0ffe2"};

const Ink& inkOf(SvgDrawing::Colour colour) {
    return inks[static_cast<std::size_t>(colour)];
}

std::string number(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.2f", value);
    std::string text = buffer;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + number(value) + '"';
}

std::string box(double x, double y, double width, double height) {
    return "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) + attribute("height", height);
}

std::string filled(SvgDrawing::Colour colour) {
    return std::string(" class=\"f-") + inkOf(colour).name + "\" fill=\"" + inkOf(colour).light + '"';
}

std::string stroked(SvgDrawing::Colour colour, double width) {
    return std::string(" class=\"s-") + inkOf(colour).name + "\" fill=\"none\" stroke=\"" + inkOf(colour).light + '"' +
           attribute("stroke-width", width);
}

} // namespace

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

const char* SvgDrawing::fontFamilies() {
    return "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif";
}

SvgDrawing::SvgDrawing(double width, double height, const std::string& title) : width_(width) {
    const auto size = number(width) + ' ' + number(height);
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + size + '"' +
           attribute("width", width) + attribute("height", height) + " font-family=\"" + fontFamilies() + "\"><title>" +
           escaped(title) + "</title>\n";
    rectangle(0, 0, width, height, Colour::Paper);
}

void SvgDrawing::rectangle(double x, double y, double width, double height, Colour colour) {
    svg_ += box(x, y, width, height) + filled(colour) + "/>\n";
}

void SvgDrawing::cell(double x, double y, double width, double height, double weight) {
    const double last = static_cast<double>(lightScale.size() - 1);
    const auto level = static_cast<std::size_t>(std::lround(last * std::clamp(weight, 0.0, 1.0)));
    svg_ +=
        box(x, y, width, height) + " class=\"w" + std::to_string(level) + "\" fill=\"" + lightScale[level] + "\"/>\n";
}

void SvgDrawing::frame(double x, double y, double width, double height, Colour colour, double lineWidth, bool dashed) {
    svg_ +=
        box(x, y, width, height) + stroked(colour, lineWidth) + (dashed ? " stroke-dasharray=\"4 3\"" : "") + "/>\n";
}

void SvgDrawing::line(Point from, Point to, Colour colour, double lineWidth) {
    svg_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
            attribute("y2", to.y) + stroked(colour, lineWidth) + "/>\n";
}

void SvgDrawing::polyline(const std::vector<Point>& points, Colour colour, double lineWidth) {
    std::string places;
    for (const auto& point : points)
        places += (places.empty() ? "" : " ") + number(point.x) + ',' + number(point.y);
    svg_ += "<polyline points=\"" + places + '"' + stroked(colour, lineWidth) + " stroke-linejoin=\"round\"/>\n";
}

void SvgDrawing::disc(Point centre, double radius, Colour colour) {
    svg_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) +
            filled(colour) + "/>\n";
}

void SvgDrawing::text(double x, double y, const std::string& text, const TextStyle& style) {
    static constexpr std::array<const char*, 3> anchors = {"start", "middle", "end"};
    svg_ += "<text" + attribute("x", x) + attribute("y", y) + attribute("font-size", style.size) +
            filled(style.colour) + " text-anchor=\"" + anchors[static_cast<std::size_t>(style.anchor)] + '"' +
            (style.bold ? " font-weight=\"bold\"" : "") + '>' + escaped(text) + "</text>\n";
}

double SvgDrawing::textWidth(std::string_view text, double size) {
    double width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) == 0x80)
            continue; // within a character
        if (byte >= 0xE2)
            width += 1; // Chinese, and what is as wide in its fonts
        else if (std::string_view("iljtfrI.,:;!'|()‹› ").find(text[i]) != std::string_view::npos)
            width += 0.35;
        else if (std::string_view("mwMW%").find(text[i]) != std::string_view::npos)
            width += 0.87;
        else
            width += byte >= 'A' && byte <= 'Z' ? 0.68 : 0.58;
    }
    return width * size;
}

std::string SvgDrawing::darkRules() {
    std::string rules;
    for (const auto& ink : inks) {
        rules += std::string(".f-") + ink.name + "{fill:" + ink.dark + "}";
        rules += std::string(".s-") + ink.name + "{stroke:" + ink.dark + "}";
    }
    for (std::size_t i = 0; i < darkScale.size(); ++i)
        rules += ".w" + std::to_string(i) + "{fill:" + darkScale[i] + "}";
    return rules;
}

} // namespace zhuyi
