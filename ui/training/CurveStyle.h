#pragma once

#include "ui/training/CurveInfo.h"

#include <QColor>
#include <QFont>

#include <cstddef>

class QCPAxis;
class QCPLegend;
class QWidget;

namespace zhuyi {

/// The colours and the font of the curves, from a widget's palette and font. The colours of the lines are Okabe and
/// Ito's, told apart by colour-blind eyes.
struct CurveStyle {
    explicit CurveStyle(const QWidget& widget);

    QColor paper, ink, quiet;
    QColor train, dev, error, precision, recall;
    bool dark;
    QFont font;

    QColor of(CurveInfo::Role role) const;
    /// The colour of the n-th of several runs, after eight from the first again.
    QColor run(std::size_t n) const;
    QColor towardsPaper(const QColor& colour, double share) const;

    void apply(QCPAxis* axis) const;
    void apply(QCPLegend* legend) const;
    static QColor faded(QColor colour, int alpha);
};

} // namespace zhuyi
