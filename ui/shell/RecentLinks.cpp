#include "ui/shell/RecentLinks.h"

#include <QEvent>
#include <QFileInfo>

namespace zhuyi {

namespace {

constexpr int mostOffered = 3;

} // namespace

RecentLinks::RecentLinks(QWidget* parent) : LinkLabel(parent) {
    hide();
    connect(this, &QLabel::linkActivated, this, [this](const QString& link) {
        if (const int index = link.toInt(); index < paths_.size())
            Q_EMIT chosen(paths_[index]);
    });
}

void RecentLinks::setFiles(const QStringList& paths, const QString& present) {
    paths_ = paths;
    paths_.removeAll(present);
    paths_ = paths_.mid(0, mostOffered);
    setVisible(!paths_.isEmpty());
    retranslate();
}

void RecentLinks::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LinkLabel::changeEvent(event);
}

void RecentLinks::retranslate() {
    QStringList links;
    for (int i = 0; i < paths_.size(); ++i)
        links << QStringLiteral("<a href=\"%1\">%2</a>").arg(i).arg(QFileInfo(paths_[i]).fileName().toHtmlEscaped());
    setText(links.isEmpty() ? QString() : tr("Opened before:") + QLatin1Char(' ') + links.join(QStringLiteral(", ")));
}

} // namespace zhuyi
