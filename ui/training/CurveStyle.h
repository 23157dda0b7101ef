#pragma once

#include <QColor>
#include <QFont>

class QCPAxis;
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

    void apply(QCPAxis* axis) const;
    static QColor faded(QColor colour, int alpha);
};

} // namespace zhuyi
