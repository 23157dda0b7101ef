#include "ui/shell/Icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace zhuyi {

namespace {

class ThemedIconEngine : public QIconEngine {
  public:
    ThemedIconEngine(const QString& name, QPalette::ColorRole role) : role_(role) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly))
            svg_ = file.readAll();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor colour =
            QApplication::palette().color(group, mode == QIcon::Selected ? QPalette::HighlightedText : role_);
        QByteArray svg = svg_;
        QSvgRenderer(svg.replace("currentColor", colour.name().toLatin1())).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

  private:
    QByteArray svg_;
    QPalette::ColorRole role_;
};

} // namespace

QIcon themedIcon(const QString& name, QPalette::ColorRole role) {
    return QIcon(new ThemedIconEngine(name, role));
}

} // namespace zhuyi
