#pragma once

#include <QByteArray>
#include <QObject>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

class QPaintDevice;
class QWidget;

namespace zhuyi {

/// A picture to draw, in device-independent pixels; it can be painted on any thread.
struct Picture {
    QSize size;
    std::function<void(QPaintDevice&)> paint;
};

/// Writes pictures and numbers to files that the user names; encoding and writing happen off the GUI thread.
class Exporter : public QObject {
    Q_OBJECT
  public:
    using Paint = std::function<void(QPaintDevice&)>; // in device-independent pixels
    using Content = std::function<QByteArray()>;      // called on another thread

    /// Numbers in one format, named by its suffix; what `prepare` gathers is taken on the GUI thread.
    struct Numbers {
        QString suffix; // csv or json
        std::function<Content()> prepare;
    };

    explicit Exporter(QWidget* parent);

    static constexpr double usualScale = 3; // a PNG is this many times finer than the screen, for print and projectors

    /// Asks for a file and writes the picture in the format of its suffix: PNG (of which the size is asked), SVG or
    /// PDF. `paint` is called on the GUI thread once the user has chosen.
    void askPicture(const QString& name, const std::function<QSize()>& size, const Paint& paint);
    /// The same, but painted on another thread where it takes long.
    void askPicture(const QString& name, const std::function<Picture()>& prepare);
    /// Asks for a file and writes `prepare()()`.
    void askNumbers(const QString& name, const std::function<Content()>& prepare);
    void askNumbers(const QString& name, const std::vector<Numbers>& formats);

    void writePicture(const QString& path, const QSize& size, const Paint& paint, double scale = usualScale);
    void writePicture(const QString& path, const Picture& picture, double scale = usualScale);
    void writeNumbers(const QString& path, const Content& content);

  Q_SIGNALS:
    /// A sentence for the user: where it was written, or why not.
    void finished(const QString& sentence, bool written);

  private:
    void askPath(const QString& title, const QString& name, const QStringList& suffixes,
                 const std::function<void(const QString&)>& then);
    void askScale(const QString& path, const QSize& size, const std::function<void(double)>& then);
    bool writeVectors(const QString& path, const QSize& size, const Paint& paint);
    void write(const QString& path, const Content& content);

    QWidget* window_;
};

} // namespace zhuyi
