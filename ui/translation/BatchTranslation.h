#pragma once

#include "engine/session/Event.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace zhuyi {

class EngineClient;

/// Translates a text file into another, line n to line n, while the window goes on. Reading and writing happen off the
/// GUI thread; the new file appears whole or not at all.
class BatchTranslation : public QObject {
    Q_OBJECT
  public:
    explicit BatchTranslation(EngineClient* client, QObject* parent = nullptr);

    void start(const QString& input, const QString& output, const DecodingOptions& options);
    /// Nothing is written.
    void cancel();
    bool isRunning() const { return isRunning_; }

  Q_SIGNALS:
    /// `secondsLeft`: below 0 where nothing can be said yet.
    void progressed(int lines, int ofLines, double secondsLeft);
    /// A sentence for the user: where the translation is, or what went wrong.
    void finished(const QString& sentence, bool written);

  private:
    struct Line {
        QStringList sentences, translations;
        int open = 0; // without their translation
    };
    void takeLines(const QStringList& lines);
    void askMore();
    void take(std::uint64_t id, const TranslationPtr& translation);
    void takeFailure(const Failed& failure);
    void write();
    void end(const QString& sentence, bool written);

    EngineClient* client_;
    QString input_, output_;
    DecodingOptions options_;
    std::vector<Line> lines_;
    std::size_t nextLine_ = 0;
    int nextSentence_ = 0;
    int done_ = 0;                                                 // lines
    std::map<std::uint64_t, std::pair<std::size_t, int>> awaited_; // question → line and sentence
    QElapsedTimer since_;
    bool isRunning_ = false, isWriting_ = false;
    int run_ = 0; // what comes back from the thread of an earlier one counts no more
};

} // namespace zhuyi
