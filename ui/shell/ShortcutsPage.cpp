#include "ui/shell/ShortcutsPage.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <utility>
#include <vector>

namespace zhuyi {

namespace {

using Rows = std::vector<std::pair<QString, QString>>; // key, what it does

QString native(const QKeySequence& keys) {
    return keys.toString(QKeySequence::NativeText);
}

void collect(const QMenu* menu, Rows& rows) {
    for (const QAction* action : menu->actions()) {
        if (action->menu())
            collect(action->menu(), rows);
        else if (!action->shortcut().isEmpty())
            rows.emplace_back(native(action->shortcut()), plainText(action->text()));
    }
}

QString table(const QString& title, const Rows& rows) {
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(title.toHtmlEscaped());
    for (const auto& [key, text] : rows)
        html += QStringLiteral("<tr><td width=\"150\"><b>%1</b></td><td>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), text.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

struct Shortcuts {
    Q_DECLARE_TR_FUNCTIONS(zhuyi::Shortcuts)
  public:
    static Rows ofPictures() {
        return {{tr("Arrow keys"),
                 tr("In a heatmap: from cell to cell. In the curves: from moment to moment, the values shown")},
                {QStringLiteral("+  −"), tr("Zoom in and out")},
                {QStringLiteral("0"), tr("Fit to the panel")}};
    }
    static Rows ofTranslation() {
        return {{native(Qt::CTRL | Qt::Key_Return), tr("Translate at once, without waiting")}};
    }
    static Rows ofMoving() {
        return {{QStringLiteral("Tab"), tr("To the next button or field")},
                {tr("Alt+letter"), tr("Opens the menu with this letter underlined")}};
    }
    static QString pictures() { return tr("Pictures"); }
    static QString translation() { return tr("Translation"); }
    static QString moving() { return tr("Moving about"); }
};

} // namespace

QString plainText(QString text) {
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&\\d |&"));
    return text.remove(mnemonic).remove(QChar(0x2026));
}

QString shortcutsPage(const QMenuBar* menus) {
    QString html;
    for (const QAction* action : menus->actions()) {
        Rows rows;
        collect(action->menu(), rows);
        if (!rows.empty())
            html += table(plainText(action->text()), rows);
    }
    return html + table(Shortcuts::moving(), Shortcuts::ofMoving()) +
           table(Shortcuts::pictures(), Shortcuts::ofPictures()) +
           table(Shortcuts::translation(), Shortcuts::ofTranslation());
}

} // namespace zhuyi
