#include "ui/translation/BatchTranslation.h"

#include "ui/client/EngineClient.h"
#include "ui/client/MessageText.h"
#include "ui/client/ShownText.h"
#include "ui/translation/SentenceSplitter.h"
#include "ui/translation/TextFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

namespace zhuyi {

namespace {

// The engine's answers come 30 times a second, so several questions have to be under way; not too many, so that what is
// typed into the window is answered soon.
constexpr std::size_t questionsUnderWay = 24;

} // namespace

BatchTranslation::BatchTranslation(EngineClient* client, QObject* parent) : QObject(parent), client_(client) {
    connect(client_, &EngineClient::translated, this, &BatchTranslation::take);
    connect(client_, &EngineClient::failed, this, &BatchTranslation::takeFailure);
}

void BatchTranslation::start(const QString& input, const QString& output, const DecodingOptions& options) {
    const QFileInfo from(input), to(output);
    if (from.exists() && to.exists() && from.canonicalFilePath() == to.canonicalFilePath()) {
        Q_EMIT finished(tr("The translation would overwrite the text itself; choose another file to write to."), false);
        return;
    }
    isRunning_ = true;
    input_ = input;
    output_ = output;
    options_ = options;
    options_.n_best = 1;
    const int run = ++run_;
    const QPointer<BatchTranslation> self(this);
    QThreadPool::globalInstance()->start([self, run, input] {
        const TextFile file = TextFile::read(input);
        // The application object outlives this thread's work, the window may not.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, run, file] {
            if (!self || self->run_ != run || !self->isRunning_)
                return;
            if (file.problem.isEmpty())
                self->takeLines(file.lines);
            else
                self->end(file.problem, false);
        });
    });
}

void BatchTranslation::takeLines(const QStringList& lines) {
    lines_.clear();
    awaited_.clear();
    nextLine_ = 0;
    nextSentence_ = done_ = 0;
    lines_.resize(static_cast<std::size_t>(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines_[static_cast<std::size_t>(i)].sentences << lines[i]; // cut into sentences when it is its turn
    since_.start();
    Q_EMIT progressed(0, static_cast<int>(lines_.size()), -1);
    askMore();
}

void BatchTranslation::askMore() {
    while (awaited_.size() < questionsUnderWay && nextLine_ < lines_.size()) {
        Line& line = lines_[nextLine_];
        if (nextSentence_ == 0) {
            const QString text = line.sentences.front();
            line.sentences.clear();
            for (const SentenceSpan& span : sentencesOf(text))
                line.sentences << text.mid(span.start, span.length).simplified();
            line.translations = QStringList(line.sentences.size());
            line.open = static_cast<int>(line.sentences.size());
            if (line.open == 0)
                ++done_; // an empty line stays one
        }
        if (nextSentence_ < line.sentences.size()) {
            Translate command;
            command.text = line.sentences[nextSentence_].toStdString();
            command.options = options_;
            awaited_[client_->translate(std::move(command))] = {nextLine_, nextSentence_};
            ++nextSentence_;
        }
        if (nextSentence_ >= line.sentences.size()) {
            ++nextLine_;
            nextSentence_ = 0;
        }
    }
    if (awaited_.empty() && nextLine_ >= lines_.size())
        write();
}

void BatchTranslation::take(std::uint64_t id, const TranslationPtr& translation) {
    const auto found = awaited_.find(id);
    if (!isRunning_ || found == awaited_.end() || !translation)
        return;
    const auto [index, sentence] = found->second;
    awaited_.erase(found);
    Line& line = lines_[index];
    line.translations[sentence] = shownText(translation->text).simplified();
    if (--line.open == 0) {
        ++done_;
        line.sentences.clear();
    }
    const int all = static_cast<int>(lines_.size());
    const double seconds = static_cast<double>(since_.elapsed()) / 1000;
    Q_EMIT progressed(done_, all, done_ < 5 ? -1 : seconds / done_ * (all - done_));
    askMore();
}

void BatchTranslation::takeFailure(const Failed& failure) {
    if (isRunning_ && failure.task == Task::Translate && awaited_.count(failure.id) > 0)
        end(messageText(failure.message) + u' ' + tr("Nothing was written."), false);
}

void BatchTranslation::cancel() {
    if (isRunning_ && !isWriting_)
        end(tr("Cancelled; nothing was written."), false);
}

void BatchTranslation::write() {
    const bool toChinese = !client_->model().settings.sourceIsChinese();
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(lines_.size()));
    for (const Line& line : lines_)
        texts << line.translations.join(toChinese ? QString() : QStringLiteral(" "));
    const QPointer<BatchTranslation> self(this);
    const int run = run_;
    isWriting_ = true; // too late to cancel
    QThreadPool::globalInstance()->start([self, run, texts, path = output_] {
        const QString problem = TextFile::write(path, texts);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, run, problem, path, count = texts.size()] {
            if (!self || self->run_ != run || !self->isRunning_)
                return;
            const QString shown = QDir::toNativeSeparators(path);
            if (problem.isEmpty())
                self->end(tr("Lines translated: %1. Written: %2").arg(QLocale().toString(count), shown), true);
            else
                self->end(tr("%1 cannot be written: %2; what was there is unchanged.").arg(shown, problem), false);
        });
    });
}

void BatchTranslation::end(const QString& sentence, bool written) {
    isRunning_ = isWriting_ = false;
    awaited_.clear();
    lines_.clear();
    Q_EMIT finished(sentence, written);
}

} // namespace zhuyi
