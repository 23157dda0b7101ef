#include "ui/history/RunDifferences.h"

#include "ui/client/PlainNumber.h"
#include "ui/history/RunTexts.h"
#include "ui/training/RunSettingsDialog.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>
#include <variant>

namespace zhuyi {

namespace {

QString valueText(const Settings& settings, const SettingInfo& info) {
    const auto orZero = [&info](auto value, const QString& text) {
        const QString zero = value == 0 ? RunSettingsDialog::zeroLabel(info) : QString();
        return zero.isEmpty() ? text : zero;
    };
    if (const auto* number = std::get_if<double Settings::*>(&info.member))
        return orZero(settings.*(*number), plainNumber(settings.*(*number), 6));
    if (const auto* number = std::get_if<std::int64_t Settings::*>(&info.member))
        return orZero(settings.*(*number), QLocale().toString(static_cast<qlonglong>(settings.*(*number))));
    if (const auto* isSo = std::get_if<bool Settings::*>(&info.member))
        return settings.*(*isSo) ? RunDifferences::tr("yes") : RunDifferences::tr("no");
    return RunSettingsDialog::choiceLabel(settingText(settings, info));
}

} // namespace

RunDifferences::RunDifferences(QWidget* parent) : QTableWidget(parent) {
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setAlternatingRowColors(true);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void RunDifferences::setRuns(const std::vector<RunInfo>& runs) {
    runs_ = runs;
    fill();
}

void RunDifferences::fill() {
    setAccessibleName(tr("What differs in the settings of the chosen runs"));
    clear();
    setRowCount(0);
    setColumnCount(static_cast<int>(runs_.size()));
    QStringList titles;
    for (const RunInfo& run : runs_)
        titles << runTitle(run);
    setHorizontalHeaderLabels(titles);
    const auto add = [this](const QString& name, const QString& key, const QStringList& values) {
        if (std::all_of(values.begin(), values.end(), [&](const QString& value) { return value == values.front(); }))
            return;
        const int row = rowCount();
        insertRow(row);
        setVerticalHeaderItem(row, new QTableWidgetItem(name));
        verticalHeaderItem(row)->setToolTip(key);
        for (int column = 0; column < values.size(); ++column)
            setItem(row, column, new QTableWidgetItem(values[column]));
    };
    QStringList corpora, pairs;
    for (const RunInfo& run : runs_) {
        corpora << runCorpusText(run);
        pairs << QLocale().toString(run.pairs);
    }
    if (runs_.empty())
        return;
    add(tr("Corpus"), {}, corpora);
    add(tr("Sentence pairs"), {}, pairs);
    for (const SettingInfo& info : settingInfos()) {
        QStringList values;
        for (const RunInfo& run : runs_)
            values << valueText(run.settings, info);
        add(QCoreApplication::translate("Settings", info.label), QString::fromLatin1(info.name), values);
    }
}

void RunDifferences::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        fill();
    QTableWidget::changeEvent(event);
}

} // namespace zhuyi
