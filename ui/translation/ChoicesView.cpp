#include "ui/translation/ChoicesView.h"

#include "ui/client/TokenLabel.h"
#include "ui/shell/Fonts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zhuyi {

namespace {

// Pixels.
constexpr int margin = 8, gap = 4;
constexpr int narrowest = 88, widest = 170; // cells
constexpr int markWidth = 6;                // at the left of rows that the user chose

QString percent(double probability) {
    const double hundredths = probability * 100;
    if (hundredths > 0 && hundredths < 0.1)
        return QStringLiteral("<0.1 %");
    return QLocale().toString(hundredths, 'f', hundredths < 9.95 ? 1 : 0) + QStringLiteral(" %");
}

} // namespace

ChoicesView::ChoicesView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFont(Fonts::withChinese(font()));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

void ChoicesView::setTranslation(TranslationPtr translation, std::set<int> taken) {
    translation_ = std::move(translation);
    taken_ = std::move(taken);
    rows_.clear();
    most_ = 0;
    if (translation_ && translation_->attention) {
        const auto& tokens = translation_->attention->targetTokens;
        for (std::size_t i = 0; i < tokens.size() && i < translation_->alternatives.size(); ++i) {
            Row row;
            row.choices = translation_->alternatives[i];
            for (std::size_t k = 0; k < row.choices.size(); ++k)
                if (row.choices[k].token == tokens[i])
                    row.written = static_cast<int>(k);
            if (row.written < 0) {
                const float p = i < translation_->tokenProbabilities.size() ? translation_->tokenProbabilities[i] : 0;
                row.written = static_cast<int>(row.choices.size());
                row.choices.push_back({tokens[i], p});
            }
            most_ = std::max(most_, static_cast<int>(row.choices.size()));
            rows_.push_back(std::move(row));
        }
    }
    if (pointedRow_ >= static_cast<int>(rows_.size()))
        setPointed(-1, -1);
    else if (pointedRow_ >= 0 && pointedChoice_ >= choices(pointedRow_))
        setPointed(pointedRow_, -1);
    relayout();
}

void ChoicesView::relayout() {
    const QFontMetrics metrics(font());
    rowHeight_ = metrics.height() + 10;
    labelWidth_ = 40;
    for (const Row& row : rows_)
        labelWidth_ = std::max(
            labelWidth_,
            metrics.horizontalAdvance(tokenLabel(row.choices[static_cast<std::size_t>(row.written)].token)) + 12);
    labelWidth_ = std::min(labelWidth_, std::max(40, viewport()->width() / 4));
    const int room = viewport()->width() - 2 * margin - markWidth - labelWidth_;
    cellWidth_ = std::clamp(most_ > 0 ? room / most_ : room, narrowest, widest);
    const int height = static_cast<int>(rows_.size()) * rowHeight_ + 2 * margin;
    const int width = 2 * margin + markWidth + labelWidth_ + most_ * cellWidth_;
    verticalScrollBar()->setSingleStep(rowHeight_);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    horizontalScrollBar()->setSingleStep(20);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    viewport()->update();
}

QRect ChoicesView::choiceRect(int row, int choice) const {
    const int left = margin + markWidth - horizontalScrollBar()->value();
    const int top = margin + row * rowHeight_ - verticalScrollBar()->value();
    if (choice < 0)
        return {left, top, labelWidth_, rowHeight_ - gap};
    return {left + labelWidth_ + choice * cellWidth_, top, cellWidth_ - gap, rowHeight_ - gap};
}

int ChoicesView::rowAt(const QPoint& point) const {
    const int row = (point.y() - margin + verticalScrollBar()->value()) / rowHeight_;
    return point.y() + verticalScrollBar()->value() < margin || row >= static_cast<int>(rows_.size()) ? -1 : row;
}

int ChoicesView::choiceAt(int row, const QPoint& point) const {
    for (int choice = 0; row >= 0 && choice < choices(row); ++choice)
        if (choiceRect(row, choice).contains(point))
            return choice;
    return -1;
}

void ChoicesView::setPointed(int row, int choice) {
    if (row == pointedRow_ && choice == pointedChoice_)
        return;
    pointedRow_ = row;
    pointedChoice_ = choice;
    setAccessibleDescription(readout());
    viewport()->update();
    Q_EMIT pointed(row, choice);
}

QString ChoicesView::readout() const {
    if (pointedRow_ < 0 || pointedRow_ >= static_cast<int>(rows_.size()))
        return {};
    const Row& row = rows_[static_cast<std::size_t>(pointedRow_)];
    const int choice = pointedChoice_ < 0 ? row.written : pointedChoice_;
    const Alternative& one = row.choices[static_cast<std::size_t>(choice)];
    const QString word = tokenLabel(one.token) + QStringLiteral("  ") + percent(static_cast<double>(one.probability));
    if (choice != row.written)
        return tr("Word %1: %2 – click to take it instead of %3, and decode on from there.")
            .arg(pointedRow_ + 1)
            .arg(word, tokenLabel(row.choices[static_cast<std::size_t>(row.written)].token));
    return taken_.count(pointedRow_) > 0 ? tr("Word %1: %2, your choice.").arg(pointedRow_ + 1).arg(word)
                                         : tr("Word %1: %2, the one that was written.").arg(pointedRow_ + 1).arg(word);
}

void ChoicesView::takePointed() {
    if (pointedRow_ < 0 || pointedChoice_ < 0 || pointedRow_ >= static_cast<int>(rows_.size()))
        return;
    const Row& row = rows_[static_cast<std::size_t>(pointedRow_)];
    if (pointedChoice_ < static_cast<int>(row.choices.size()) && pointedChoice_ != row.written) {
        const std::string token = row.choices[static_cast<std::size_t>(pointedChoice_)].token;
        Q_EMIT wordTaken(pointedRow_, token);
    }
}

// Events

bool ChoicesView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), readout(), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setPointed(-1, -1);
    return QAbstractScrollArea::viewportEvent(event);
}

void ChoicesView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        relayout();
}

void ChoicesView::resizeEvent(QResizeEvent*) {
    relayout();
}

void ChoicesView::mouseMoveEvent(QMouseEvent* event) {
    const int row = rowAt(event->pos());
    const int choice = choiceAt(row, event->pos());
    viewport()->setCursor(row >= 0 && choice >= 0 && choice != rows_[static_cast<std::size_t>(row)].written
                              ? Qt::PointingHandCursor
                              : Qt::ArrowCursor);
    setPointed(row, choice);
}

void ChoicesView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const int row = rowAt(event->pos());
    setPointed(row, choiceAt(row, event->pos()));
    takePointed();
}

void ChoicesView::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(rows_.size());
    const auto go = [this, count](int down, int right) {
        if (count == 0)
            return;
        const bool begins = pointedRow_ < 0;
        const int row = begins ? 0 : std::clamp(pointedRow_ + down, 0, count - 1);
        int choice = pointedChoice_;
        if (begins || choice < 0)
            choice = rows_[static_cast<std::size_t>(row)].written;
        if (!begins)
            choice += right;
        setPointed(row, std::clamp(choice, 0, choices(row) - 1));
        const QRect cell = choiceRect(pointedRow_, pointedChoice_), room = viewport()->rect();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(0, cell.top() - margin) +
                                      std::max(0, cell.bottom() + margin - room.bottom()));
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::min(0, cell.left() - margin) +
                                        std::max(0, cell.right() + margin - room.right()));
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return go(-1, 0);
    case Qt::Key_Down:
        return go(1, 0);
    case Qt::Key_Left:
        return go(0, -1);
    case Qt::Key_Right:
        return go(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return takePointed();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// Painting

void ChoicesView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const int first = std::max(0, (verticalScrollBar()->value() - margin) / rowHeight_);
    for (int row = first; row < static_cast<int>(rows_.size()) && choiceRect(row, -1).top() <= event->rect().bottom();
         ++row)
        paintRow(painter, row);
}

void ChoicesView::paintRow(QPainter& painter, int row) const {
    const Row& data = rows_[static_cast<std::size_t>(row)];
    const QRect label = choiceRect(row, -1);
    const bool taken = taken_.count(row) > 0;
    if (taken)
        painter.fillRect(QRect(label.left() - markWidth, label.top(), 3, label.height()),
                         palette().color(QPalette::Highlight));
    QFont bold = font();
    bold.setBold(true);
    bold.setUnderline(taken);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRect words = label.adjusted(2, 0, -6, 0);
    painter.drawText(
        words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(bold).elidedText(tokenLabel(data.choices[static_cast<std::size_t>(data.written)].token),
                                      Qt::ElideRight, words.width()));
    for (int choice = 0; choice < static_cast<int>(data.choices.size()); ++choice)
        paintChoice(painter, row, choice);
}

void ChoicesView::paintChoice(QPainter& painter, int row, int choice) const {
    const Row& data = rows_[static_cast<std::size_t>(row)];
    const Alternative& one = data.choices[static_cast<std::size_t>(choice)];
    const QRect cell = choiceRect(row, choice);
    if (!cell.intersects(viewport()->rect()))
        return;
    const bool written = choice == data.written, isPointed = row == pointedRow_ && choice == pointedChoice_;
    const QColor ink = palette().color(QPalette::Text), accent = palette().color(QPalette::Highlight);
    QColor bar = accent, line = ink, quiet = ink;
    bar.setAlpha(isPointed ? 120 : 72);
    line.setAlpha(50);
    quiet.setAlpha(170);
    const double p = std::clamp(static_cast<double>(one.probability), 0.0, 1.0);
    painter.fillRect(QRectF(cell.left(), cell.top(), cell.width() * p, cell.height()), bar);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(written || isPointed ? QPen(accent, 2) : QPen(line, 1));
    painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QString number = percent(p);
    QFont small = font();
    small.setPixelSize(std::max(9, QFontInfo(font()).pixelSize() - 2));
    painter.setFont(small);
    painter.setPen(quiet);
    const QRect inside = cell.adjusted(5, 0, -5, 0);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, number);
    QFont words = font();
    words.setBold(written);
    painter.setFont(words);
    painter.setPen(ink);
    const int room = inside.width() - QFontMetrics(small).horizontalAdvance(number) - 4;
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(words).elidedText(tokenLabel(one.token), Qt::ElideRight, room));
}

} // namespace zhuyi
