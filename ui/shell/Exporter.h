#pragma once

#include <QByteArray>
#include <QObject>
#include <QSize>
#include <QString>

#include <functional>

class QPaintDevice;
class QWidget;

namespace zhuyi {

/// Writes pictures and numbers to files that the user names; encoding and writing happen off the GUI thread.
class Exporter : public QObject {
    Q_OBJECT
  public:
    using Paint = std::function<void(QPaintDevice&)>; // in device-independent pixels
    using Content = std::function<QByteArray()>;      // called on another thread

    explicit Exporter(QWidget* parent);

    /// Asks for a file and writes the picture in the format of its suffix: PNG, SVG or PDF. `paint` is called once the
    /// user has chosen.
    void askPicture(const QString& name, const std::function<QSize()>& size, const Paint& paint);
    /// Asks for a file and writes `prepare()()`: what prepare gathers is taken on the GUI thread.
    void askNumbers(const QString& name, const std::function<Content()>& prepare);

    void writePicture(const QString& path, const QSize& size, const Paint& paint);
    void writeNumbers(const QString& path, const Content& content);

  Q_SIGNALS:
    /// A sentence for the user: where it was written, or why not.
    void finished(const QString& sentence, bool written);

  private:
    void write(const QString& path, const Content& content);

    QWidget* window_;
};

} // namespace zhuyi
