#pragma once

#include "engine/session/Translation.h"

#include <QWidget>

#include <vector>

namespace zhuyi {

/// The words of a translation as a line of text that breaks where it must, each on a ground that is the warmer the more
/// it surprised the model, with its probability below it.
class WordStrip : public QWidget {
    Q_OBJECT
  public:
    explicit WordStrip(QWidget* parent = nullptr);

    void setTranslation(TranslationPtr translation);
    void setPointed(int row);
    int pointedRow() const { return pointed_; }
    QRect wordRect(int row) const { return rects_[static_cast<std::size_t>(row)]; }
    int count() const { return static_cast<int>(rects_.size()); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void pointed(int row);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QString word(int row) const;
    double probability(int row) const;
    std::vector<QRect> layOut(int width) const;
    QFont numberFont() const;

    TranslationPtr translation_;
    std::vector<QRect> rects_;
    int pointed_ = -1;
};

} // namespace zhuyi
