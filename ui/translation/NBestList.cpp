#include "ui/translation/NBestList.h"

#include "ui/client/ShownText.h"
#include "ui/shell/Fonts.h"

#include <QEvent>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr int leastRows = 3; // whole in sight

} // namespace

NBestList::NBestList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("nBest"));
    setFont(Fonts::withChinese(font()));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the chosen one stands above in full length
    hide();
    connect(this, &QListWidget::currentRowChanged, this, &NBestList::chosenChanged);
    retranslate();
}

void NBestList::setBest(const TranslationPtr& best) {
    if (best == best_)
        return;
    const QSignalBlocker blocker(this);
    const QString before = currentRow() > 0 ? currentItem()->data(Qt::UserRole).toString() : QString();
    best_ = best;
    clear();
    const bool several = best && !best->others.empty();
    setVisible(several);
    if (!several)
        return;
    add(*best);
    for (const auto& other : best->others)
        add(*other);
    setMinimumHeight(std::min(count(), leastRows) * sizeHintForRow(0) + 2 * frameWidth());
    int row = 0;
    for (int i = 1; i < count() && !before.isEmpty(); ++i)
        if (item(i)->data(Qt::UserRole) == before)
            row = i;
    setCurrentRow(row);
}

void NBestList::add(const Translation& translation) {
    const QString text = shownText(translation.text).simplified();
    auto* item =
        new QListWidgetItem(QLocale().toString(translation.score, 'f', 2) + QStringLiteral("   ") + text, this);
    item->setData(Qt::UserRole, text);
}

TranslationPtr NBestList::chosen() const {
    const int row = currentRow();
    return best_ && row > 0 && row <= static_cast<int>(best_->others.size())
               ? best_->others[static_cast<std::size_t>(row) - 1]
               : best_;
}

void NBestList::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NBestList::retranslate() {
    setAccessibleName(tr("The best translations"));
    setToolTip(tr("The best translations with their scores; click one to see its attention."));
}

} // namespace zhuyi
