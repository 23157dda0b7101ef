#pragma once

#include <QWidget>

#include <cstdint>
#include <vector>

namespace zhuyi {

/// How long the sentences of both sides are, as two outlines over one axis of tokens.
class LengthHistogram : public QWidget {
    Q_OBJECT
  public:
    explicit LengthHistogram(QWidget* parent = nullptr);

    /// [n]: sentences of n tokens.
    void setLengths(std::vector<std::int64_t> chinese, std::vector<std::int64_t> english);

    QSize sizeHint() const override { return {280, 170}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    std::int64_t count(const std::vector<std::int64_t>& lengths, int bin) const;
    QRectF plotArea() const;

    std::vector<std::int64_t> chinese_, english_;
    int binWidth_ = 1; // tokens
    int bins_ = 0;
    std::int64_t highest_ = 0;
};

} // namespace zhuyi
