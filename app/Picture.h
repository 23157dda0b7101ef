#pragma once

#include <memory>
#include <string>

class QGuiApplication;

namespace zhuyi {

/// Draws SVG drawings as PNG files. Needs no display.
class Picture {
  public:
    Picture();
    ~Picture();

    /// The bytes of a PNG file, three pixels for each of the drawing's, with Chinese in a Chinese font.
    std::string png(const std::string& svg) const;

  private:
    std::unique_ptr<QGuiApplication> application_;
};

} // namespace zhuyi
