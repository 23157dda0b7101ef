#include "ui/translation/Paragraph.h"

#include "ui/client/EngineClient.h"

#include <algorithm>
#include <utility>

namespace zhuyi {

Paragraph::Paragraph(EngineClient* client, QObject* parent) : QObject(parent), client_(client) {
    connect(client_, &EngineClient::translated, this, &Paragraph::take);
    connect(client_, &EngineClient::failed, this, &Paragraph::takeFailure);
}

void Paragraph::setSentences(const QStringList& sources, int current) {
    std::vector<Sentence> before = std::exchange(sentences_, {});
    const bool sameCount = static_cast<qsizetype>(before.size()) == sources.size();
    std::vector<bool> used(before.size(), false);
    const int awaited = std::exchange(awaited_, -1);
    for (qsizetype i = 0; i < sources.size(); ++i) {
        Sentence sentence;
        sentence.source = sources[i];
        const auto index = static_cast<std::size_t>(i);
        // Most often it stands where it stood; else wherever it stands now.
        std::size_t same = before.size();
        if (index < before.size() && before[index].source == sources[i] && !used[index])
            same = index;
        for (std::size_t k = 0; k < before.size() && same == before.size(); ++k)
            if (!used[k] && before[k].source == sources[i])
                same = k;
        if (same < before.size()) {
            sentence = before[same];
            used[same] = true;
            if (static_cast<int>(same) == awaited)
                awaited_ = static_cast<int>(i);
        } else if (sameCount || (index < before.size() && sources.size() == 1)) {
            sentence.translation = before[index].translation; // until the new wording has its own
        }
        sentences_.push_back(std::move(sentence));
    }
    if (awaited_ < 0)
        lastId_ = 0;
    current_ = std::clamp(current, 0, std::max(0, count() - 1));
    askNext();
    Q_EMIT changed();
}

void Paragraph::setOptions(const DecodingOptions& options) {
    options_ = options;
    refresh();
}

void Paragraph::setCurrent(int index) {
    if (index == current_ || index < 0 || index >= count())
        return;
    current_ = index;
    askNext();
    Q_EMIT changed();
}

void Paragraph::outdate() {
    for (Sentence& sentence : sentences_)
        sentence.isStale = true;
    awaited_ = -1;
    lastId_ = 0;
}

void Paragraph::refresh() {
    outdate();
    askNext();
    Q_EMIT changed();
}

int Paragraph::next() const {
    if (current_ < count() && at(current_).isStale)
        return current_;
    int best = -1;
    for (int i = 0; i < count(); ++i)
        if (at(i).isStale && (best < 0 || at(i).age < at(best).age))
            best = i;
    return best;
}

void Paragraph::askNext() {
    if (!client_->hasModel())
        return;
    if (awaited_ >= 0)
        return;
    awaited_ = next();
    if (awaited_ < 0)
        return;
    Translate command;
    command.text = at(awaited_).source.toStdString();
    command.latestOnly = true;
    command.options = options_;
    lastId_ = client_->translate(std::move(command));
}

void Paragraph::take(std::uint64_t id, const TranslationPtr& translation) {
    if (id != lastId_ || awaited_ < 0 || !translation)
        return;
    Sentence& sentence = sentences_[static_cast<std::size_t>(awaited_)];
    sentence.translation = translation;
    sentence.failure.reset();
    sentence.isStale = false;
    sentence.age = ++answers_;
    awaited_ = -1;
    lastId_ = 0;
    askNext();
    Q_EMIT changed();
}

void Paragraph::takeFailure(const Failed& failure) {
    if (failure.task != Task::Translate || failure.id != lastId_ || lastId_ == 0 || awaited_ < 0)
        return;
    Sentence& sentence = sentences_[static_cast<std::size_t>(awaited_)];
    sentence.failure = failure.message;
    sentence.isStale = false;
    sentence.age = ++answers_;
    awaited_ = -1;
    lastId_ = 0;
    askNext();
    Q_EMIT changed();
}

} // namespace zhuyi
