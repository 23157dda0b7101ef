#pragma once

#include "engine/session/Translation.h"

#include <QAbstractScrollArea>

#include <set>
#include <vector>

namespace zhuyi {

/// The words of a translation, one a row, and beside each the most probable words there, with bars as long as their
/// probabilities. The one that was written is framed.
class ChoicesView : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit ChoicesView(QWidget* parent = nullptr);

    /// `taken`: rows in which the user chose the word.
    void setTranslation(TranslationPtr translation, std::set<int> taken = {});
    const TranslationPtr& translation() const { return translation_; }

    void setPointed(int row, int choice);
    int pointedRow() const { return pointedRow_; }
    /// −1: the row as a whole.
    int pointedChoice() const { return pointedChoice_; }
    /// In the viewport's coordinates.
    QRect choiceRect(int row, int choice) const;
    int choices(int row) const { return static_cast<int>(rows_[static_cast<std::size_t>(row)].choices.size()); }
    /// What is under the pointer, in words.
    QString readout() const;

    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {220, 120}; }

  Q_SIGNALS:
    void pointed(int row, int choice);
    /// The user wants this word there.
    void wordTaken(int row, const std::string& token);

  protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Row {
        std::vector<Alternative> choices;
        int written = -1; // which of them stands in the translation
    };
    int rowAt(const QPoint& point) const;
    int choiceAt(int row, const QPoint& point) const;
    void takePointed();
    void relayout();
    void paintRow(QPainter& painter, int row) const;
    void paintChoice(QPainter& painter, int row, int choice) const;

    TranslationPtr translation_;
    std::set<int> taken_;
    std::vector<Row> rows_;
    int pointedRow_ = -1, pointedChoice_ = -1;
    int labelWidth_ = 60, cellWidth_ = 100, rowHeight_ = 26, most_ = 0; // pixels; choices of a row
};

} // namespace zhuyi
