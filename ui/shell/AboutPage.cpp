#include "ui/shell/AboutPage.h"

#include <QCoreApplication>

#include <qcustomplot.h>

namespace zhuyi {

namespace {

QString row(const QString& name, const QString& version, const QString& licence) {
    return QStringLiteral("<tr><td width=\"130\">%1</td><td width=\"90\">%2</td><td>%3</td></tr>")
        .arg(name, version, licence);
}

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

struct About {
    Q_DECLARE_TR_FUNCTIONS(zhuyi::About)
  public:
    static QString program() {
        return tr("<h2>Zhuyi 注意 %1</h2>"
                  "<p>Watch a translation model learn to pay attention.</p>"
                  "<p>Free software under the GNU General Public License, version 3 or later "
                  "(GPL-3.0-or-later). It comes without any warranty.</p>")
            .arg(QStringLiteral(ZHUYI_VERSION));
    }
    static QString foundations(const QString& torchVersion) {
        return tr("<p>It stands on:</p>") + QStringLiteral("<table>") +
               row(QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0")) +
               row(QStringLiteral("LibTorch"), torchVersion, QStringLiteral("BSD-3-Clause")) +
               row(QStringLiteral("QCustomPlot"), QStringLiteral(QCUSTOMPLOT_VERSION_STR),
                   QStringLiteral("GPL-3.0-or-later")) +
               row(QStringLiteral("libwebp"), {}, QStringLiteral("BSD-3-Clause")) +
               row(QStringLiteral("ICU"), {}, QStringLiteral("Unicode-DFS-2016")) +
               row(QStringLiteral("SentencePiece"), {}, QStringLiteral("Apache-2.0")) +
               row(QStringLiteral("OpenCC"), {}, QStringLiteral("Apache-2.0")) +
               row(QStringLiteral("oneDNN"), {}, QStringLiteral("Apache-2.0")) + QStringLiteral("</table>");
    }
    static QString engine(const EngineInfo& info) {
        return tr("<p>Matrix products: %1<br>Device: %2, threads: %3</p>")
            .arg(escaped(info.blas), escaped(info.device))
            .arg(info.threads);
    }
};

} // namespace

QString aboutPage(const std::optional<EngineInfo>& engine) {
    const QString icon = QStringLiteral("<img src=\":/icons/zhuyi.svg\" width=\"64\" height=\"64\">");
    return icon + About::program() + About::foundations(engine ? escaped(engine->torchVersion) : QString()) +
           (engine ? About::engine(*engine) : QString());
}

} // namespace zhuyi
