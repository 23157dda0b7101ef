#pragma once

#include "engine/session/Command.h"
#include "engine/session/MapHistory.h"
#include "ui/attention/AttentionView.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

class QWidget;

namespace zhuyi {

/// What the frames of a film are drawn from, as values.
struct Film {
    MapHistory history;
    Probe probe;
    MapDrawing drawing; // style, colours and font; its map is that of each moment in turn
    QSize surface;      // before everything that doesn't fit is shown too
    AttentionView::PictureMaker draw;
    double scale = 2;
};

/// Writes the moments of a timeline off the GUI thread, all of one size: as numbered pictures, attention-0001.png and
/// so on, or as one animated picture.
class FrameWriter : public QObject {
    Q_OBJECT
  public:
    explicit FrameWriter(QWidget* window);
    ~FrameWriter() override;

    /// Asks for a folder or a file, then writes, and shows how far it has come; it can be cancelled.
    void askFolder(const std::function<Film()>& prepare);
    void askFile(const std::function<Film()>& prepare);
    void write(const Film& film, const QString& folder);
    /// Lasts as long as the timeline plays, and begins again after a rest.
    void writeAnimation(const Film& film, const QString& path);
    void cancel();

    static constexpr int filmMilliseconds = 10000, shortestFrame = 40, longestFrame = 1000, rest = 2000;

  Q_SIGNALS:
    void progressed(int done, int all);
    /// A sentence for the user.
    void finished(const QString& sentence, bool written);

  private:
    class Progress;
    using Work = std::function<void(const Progress&)>;
    void run(Work work);
    void showProgress(const QString& title);

    QWidget* window_;
    std::shared_ptr<std::atomic<bool>> cancelled_;
};

} // namespace zhuyi
