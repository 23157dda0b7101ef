#include "ui/shell/HelpPanel.h"

#include "ui/shell/Appearance.h"
#include "ui/shell/Drawing.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextFrame>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int longestLine = 80; // characters, as wide as the font counts them

QString pageIn(const QString& language) {
    QFile file(QStringLiteral(":/help/%1.html").arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

HelpPanel::HelpPanel(QWidget* parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("helpPage"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setMinimumSize(280, 200);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // pictures are drawn for the width beside it
    // Everything fits the width, but Qt counts the space at which a line is broken.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(16);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.hasFragment() && link.scheme().isEmpty())
            showSection(link.fragment());
        else
            QDesktopServices::openUrl(link);
    });
    load();
}

void HelpPanel::showSection(const QString& section) {
    section_ = section;
    if (section.isEmpty())
        verticalScrollBar()->setValue(0);
    else
        scrollToAnchor(section);
}

void HelpPanel::load() {
    isLoading_ = true;
    const QColor link = palette().color(QPalette::Link), ink = palette().color(QPalette::Text);
    const QColor paper = palette().color(QPalette::Base);
    const bool dark = paper.lightness() < ink.lightness();
    document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1; text-decoration: none; } h1 { font-size: 150%; margin-bottom: 4px; }"
                       "h2 { font-size: 120%; margin-top: 20px; margin-bottom: 2px; } p, li { line-height: 120%; }"
                       ".formula { font-family: serif; font-size: 110%; background: %2; }"
                       ".small { color: %3; } td { padding: 2px 10px 2px 0; }")
            .arg(link.name(), dark ? paper.lighter(150).name() : paper.darker(104).name(),
                 palette().color(QPalette::PlaceholderText).name()));
    setHtml(pageIn(currentLanguage()));
    QTextFrameFormat page = document()->rootFrame()->frameFormat();
    page.setRightMargin(page.rightMargin() + spareWidth());
    document()->rootFrame()->setFrameFormat(page);
    setAccessibleName(tr("Help"));
    isLoading_ = false;
    showSection(section_);
}

/// On a large screen lines end where the eye still finds the next one.
int HelpPanel::spareWidth() const {
    return std::max(0, viewport()->width() - longestLine * fontMetrics().averageCharWidth());
}

/// Pictures are drawn as wide as the page allows, in the palette's ink.
QVariant HelpPanel::loadResource(int type, const QUrl& name) {
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    QSvgRenderer drawing(drawingFor(this, name.path()));
    if (!drawing.isValid())
        return {};
    const int room = viewport()->width() - spareWidth() - 2 * static_cast<int>(document()->documentMargin()) - 4;
    const QSize natural = drawing.defaultSize();
    const QSize size =
        natural.width() > room && room > 0 ? natural.scaled(room, natural.height(), Qt::KeepAspectRatio) : natural;
    QImage image(size * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter, QRectF(QPointF(), QSizeF(size)));
    return image;
}

void HelpPanel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        load();
}

void HelpPanel::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (event->size().width() == event->oldSize().width() || isLoading_)
        return;
    const int place = verticalScrollBar()->value(), range = verticalScrollBar()->maximum();
    load(); // its pictures fit the width
    if (range > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum() * place / range);
}

} // namespace zhuyi
