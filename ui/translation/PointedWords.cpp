#include "ui/translation/PointedWords.h"

#include "ui/translation/WordMarks.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPlainTextEdit>

#include <algorithm>
#include <cstdlib>

namespace zhuyi {

namespace {

std::vector<TextSpan> spansWithin(const QString& text, const TextSpan& within, const std::vector<std::string>& tokens) {
    std::vector<TextSpan> spans = tokenSpans(text.mid(within.start, within.length), tokens);
    for (TextSpan& span : spans)
        span.start += within.start;
    return spans;
}

} // namespace

PointedWords::PointedWords(QPlainTextEdit* source, QPlainTextEdit* target, QObject* parent)
    : QObject(parent), source_(source), target_(target) {
    for (QPlainTextEdit* edit : {source_, target_}) {
        edit->viewport()->setMouseTracking(true);
        edit->viewport()->installEventFilter(this);
    }
}

void PointedWords::setTranslation(const TranslationPtr& translation, const TextSpan& inSource,
                                  const TextSpan& inTarget) {
    map_ = translation ? translation->attention : nullptr;
    sourceSpans_.clear();
    targetSpans_.clear();
    if (map_) {
        sourceSpans_ = spansWithin(source_->toPlainText(), inSource, map_->sourceTokens);
        targetSpans_ = spansWithin(target_->toPlainText(), inTarget, map_->targetTokens);
    }
    if (row_ >= static_cast<int>(targetSpans_.size()) || column_ >= static_cast<int>(sourceSpans_.size()))
        row_ = column_ = -1;
}

void PointedWords::setPointed(int row, int column) {
    if (row >= static_cast<int>(targetSpans_.size()) || column >= static_cast<int>(sourceSpans_.size()))
        row = column = -1;
    if (row == row_ && column == column_)
        return;
    row_ = row;
    column_ = column;
    Q_EMIT changed();
}

void PointedWords::point(int row, int column) {
    if (row == row_ && column == column_)
        return;
    setPointed(row, column);
    Q_EMIT pointed(row_, column_);
}

int PointedWords::wordAt(const QPlainTextEdit* edit, const std::vector<TextSpan>& spans, const QPoint& point) {
    const QTextCursor cursor = edit->cursorForPosition(point);
    const QRect nearest = edit->cursorRect(cursor);
    // Beside or below the text the nearest place is far away.
    if (point.y() < nearest.top() || point.y() > nearest.bottom() ||
        std::abs(point.x() - nearest.x()) > nearest.height())
        return -1;
    const int position = point.x() < nearest.x() ? cursor.position() - 1 : cursor.position();
    const auto found =
        std::find_if(spans.begin(), spans.end(), [position](const TextSpan& span) { return span.contains(position); });
    return found == spans.end() ? -1 : static_cast<int>(found - spans.begin());
}

bool PointedWords::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) {
        point(-1, -1);
    } else if (event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        if (move->buttons() != Qt::NoButton)
            return false; // selecting
        if (watched == source_->viewport())
            point(-1, wordAt(source_, sourceSpans_, move->pos()));
        else
            point(wordAt(target_, targetSpans_, move->pos()), -1);
    }
    return false;
}

double PointedWords::weight(int row, int column) const {
    return static_cast<double>(map_->at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
}

void PointedWords::addTo(WordMarks& source, WordMarks& target) const {
    if (!map_)
        return;
    const int rows = static_cast<int>(targetSpans_.size()), columns = static_cast<int>(sourceSpans_.size());
    if (row_ >= 0)
        target.addPointed(targetSpans_[static_cast<std::size_t>(row_)], 1);
    if (column_ >= 0)
        source.addPointed(sourceSpans_[static_cast<std::size_t>(column_)], 1);
    if (row_ >= 0 && column_ < 0)
        for (int column = 0; column < columns; ++column)
            source.addPointed(sourceSpans_[static_cast<std::size_t>(column)], weight(row_, column));
    if (column_ >= 0 && row_ < 0)
        for (int row = 0; row < rows; ++row)
            target.addPointed(targetSpans_[static_cast<std::size_t>(row)], weight(row, column_));
}

} // namespace zhuyi
