#pragma once

#include "ui/training/LengthCurve.h"

#include <qcustomplot.h>

#include <array>
#include <optional>
#include <vector>

namespace zhuyi {

/// BLEU and token accuracy over the length of the source sentence, of several models over each other (Bahdanau et al.
/// 2015, figure 2). Hollow points rest on few sentences.
class LengthPlot : public QCustomPlot {
    Q_OBJECT
  public:
    explicit LengthPlot(QWidget* parent = nullptr);

    void setCurves(const std::vector<LengthCurve>& curves);
    QString readout() const { return readout_; } // beside the crosshair; empty while there is none
    void setCrosshair(std::optional<double> length);
    void retranslate();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Side { // of BLEU or token accuracy
        QCPAxisRect* rect;
        QCPItemStraightLine* line;
        QCPItemText* text;
    };
    static double valueOf(const LengthScore& score, std::size_t side);
    void restyle();
    void draw();
    void updateCrosshair();
    std::vector<double> lengths() const; // where there is a point, ascending

    std::array<Side, 2> sides_;
    std::vector<LengthCurve> curves_;
    std::optional<double> pointed_;
    QString readout_;
};

} // namespace zhuyi
