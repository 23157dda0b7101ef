#include "ui/attention/AnimatedWebP.h"

#include <QImage>

#include <webp/encode.h>
#include <webp/mux.h>

namespace zhuyi {

namespace {

constexpr int compressionLevel = 2; // of 9: the higher ones take twice the time for a few per cent

} // namespace

AnimatedWebP::AnimatedWebP(const QSize& size) : size_(size) {
    if (size.isEmpty() || size.width() > mostPixels || size.height() > mostPixels)
        return;
    WebPAnimEncoderOptions options;
    if (WebPAnimEncoderOptionsInit(&options))
        encoder_.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
}

AnimatedWebP::~AnimatedWebP() = default;

void AnimatedWebP::Deleter::operator()(WebPAnimEncoder* encoder) const {
    WebPAnimEncoderDelete(encoder);
}

bool AnimatedWebP::add(const QImage& frame, int milliseconds) {
    WebPConfig config;
    WebPPicture picture;
    if (!encoder_ || frame.size() != size_ || !WebPConfigInit(&config) || !WebPPictureInit(&picture) ||
        !WebPConfigLosslessPreset(&config, compressionLevel))
        return false;
    // Bytes in their order, whatever the machine's.
    const QImage plain = frame.convertToFormat(QImage::Format_RGBX8888);
    picture.use_argb = 1;
    picture.width = size_.width();
    picture.height = size_.height();
    const bool added = WebPPictureImportRGBX(&picture, plain.constBits(), static_cast<int>(plain.bytesPerLine())) &&
                       WebPAnimEncoderAdd(encoder_.get(), &picture, milliseconds_, &config);
    WebPPictureFree(&picture);
    if (added)
        milliseconds_ += milliseconds;
    return added;
}

QByteArray AnimatedWebP::finish() {
    WebPData data;
    WebPDataInit(&data);
    QByteArray bytes;
    // A last call without a picture tells how long the last frame stays.
    if (encoder_ && milliseconds_ > 0 && WebPAnimEncoderAdd(encoder_.get(), nullptr, milliseconds_, nullptr) &&
        WebPAnimEncoderAssemble(encoder_.get(), &data))
        bytes = QByteArray(reinterpret_cast<const char*>(data.bytes), static_cast<qsizetype>(data.size));
    WebPDataClear(&data);
    encoder_.reset();
    return bytes;
}

} // namespace zhuyi
