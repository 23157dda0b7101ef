#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhuyi {

/// The text with what is markup in HTML and XML escaped, for content and attributes.
std::string escaped(std::string_view text);

/// An SVG drawing made of what the pictures of a report need. Each thing's colour stands in it as an attribute, for light
/// paper and for other programs, and as a class, so that a page can set another one for a dark screen.
class SvgDrawing {
  public:
    enum class Colour { Paper, Ink, Quiet, Line, Train, Dev, Accuracy, Error, Gold };
    struct Point {
        double x = 0, y = 0;
    };
    enum class Anchor { Start, Middle, End };
    struct TextStyle {
        Colour colour = Colour::Ink;
        Anchor anchor = Anchor::Start;
        double size = 14; // pixels
        bool bold = false;
    };

    /// In pixels. `title` tells what is seen to those who cannot see it.
    SvgDrawing(double width, double height, const std::string& title);

    void rectangle(double x, double y, double width, double height, Colour colour);
    /// Filled with the colour of an attention weight, 0–1.
    void cell(double x, double y, double width, double height, double weight);
    void frame(double x, double y, double width, double height, Colour colour, double lineWidth, bool dashed = false);
    void line(Point from, Point to, Colour colour, double lineWidth = 1);
    void polyline(const std::vector<Point>& points, Colour colour, double lineWidth);
    void disc(Point centre, double radius, Colour colour);
    /// `y` is the base line.
    void text(double x, double y, const std::string& text, const TextStyle& style);

    double width() const { return width_; }
    /// The whole drawing.
    std::string svg() const { return svg_ + "</svg>"; }

    /// About how wide a text is, in pixels: there is no font to ask.
    static double textWidth(std::string_view text, double size);
    /// What a page with these drawings needs to show them on a dark screen: CSS rules.
    static std::string darkRules();
    /// In the order of preference; as the drawings name them.
    static const char* fontFamilies();

  private:
    double width_;
    std::string svg_;
};

} // namespace zhuyi
