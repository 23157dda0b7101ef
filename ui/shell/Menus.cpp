#include "ui/shell/Menus.h"

#include "ui/shell/Wording.h"

#include <QMenu>
#include <QMenuBar>

namespace zhuyi {

Menus::Menus(QMenuBar* bar) : QObject(bar) {
    const auto menu = [bar](auto title) {
        auto* made = new QMenu(bar);
        made->setToolTipsVisible(true);
        keepTitle(made, title);
        return made;
    };
    file = menu([] { return tr("&File"); });
    exports = menu([] { return tr("&Export"); });
    training = menu([] { return tr("&Training"); });
    view = menu([] { return tr("&View"); });
    go = menu([] { return tr("&Go to panel"); });
    layout = menu([] { return tr("Lay&out"); });
    theme = menu([] { return tr("&Theme"); });
    language = menu([] { return tr("&Language"); });
    help = menu([] { return tr("&Help"); });
    for (QMenu* one : {file, training, view, help})
        bar->addMenu(one);
}

void Menus::keepTitle(QMenu* menu, const std::function<QString()>& title) {
    keepSaying(menu, [menu, title] { menu->setTitle(title()); });
}

} // namespace zhuyi
