#pragma once

#include <QByteArray>
#include <QSize>

#include <memory>

class QImage;
struct WebPAnimEncoder;

namespace zhuyi {

/// An animated picture in the format WebP, made frame by frame; without loss, so that small words stay crisp, and
/// compressed at once, so that a long film takes little memory. It plays over and over.
class AnimatedWebP {
  public:
    explicit AnimatedWebP(const QSize& size);
    ~AnimatedWebP();
    AnimatedWebP(const AnimatedWebP&) = delete;
    AnimatedWebP& operator=(const AnimatedWebP&) = delete;

    static constexpr int mostPixels = 16383; // a side; the format holds no more

    /// False where it can't be taken: it is of another size, or there is too little memory.
    bool add(const QImage& frame, int milliseconds);
    /// The file's content; empty where there was too little memory, or no frame.
    QByteArray finish();

  private:
    struct Deleter {
        void operator()(WebPAnimEncoder* encoder) const;
    };
    QSize size_;
    std::unique_ptr<WebPAnimEncoder, Deleter> encoder_;
    int milliseconds_ = 0; // of all the frames so far
};

} // namespace zhuyi
