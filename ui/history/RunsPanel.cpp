#include "ui/history/RunsPanel.h"

#include "ui/history/RunDifferences.h"
#include "ui/history/RunHistory.h"
#include "ui/history/RunTexts.h"
#include "ui/history/RunsModel.h"

#include <QCheckBox>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace zhuyi {

namespace {

constexpr int widestColumn = 260; // pixels, unless the user makes it wider

} // namespace

RunsPanel::RunsPanel(RunHistory* history, QWidget* parent) : QWidget(parent), history_(history) {
    model_ = new RunsModel(this);
    connect(model_, &RunsModel::nameEdited, history_, &RunHistory::rename);
    connect(model_, &RunsModel::noteEdited, history_, &RunHistory::setNote);
    empty_ = new QLabel;
    empty_->setObjectName(QStringLiteral("noRuns"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setMargin(24);
    makeTable();
    makeButtons();
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(table_);
    split->addWidget(differences_);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    pages_ = new QStackedWidget;
    pages_->addWidget(empty_);
    pages_->addWidget(split);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(top_);
    layout->addWidget(pages_, 1);
    layout->addWidget(bottom_);
    setTabOrder(filter_, overlay_); // now that all are in one window
    setTabOrder(overlay_, table_);
    connect(history_, &RunHistory::runsChanged, this, &RunsPanel::refresh);
    connect(history_, &RunHistory::runChanged, this, [this](const RunInfo& run) {
        model_->setRun(run);
        showPage();
        widenColumns();
        choose();
    });
    connect(history_, &RunHistory::problemChanged, this, &RunsPanel::refresh);
    connect(history_, &RunHistory::seriesLoaded, this, [this](quint64 request, std::vector<RunSeries> series) {
        if (resuming_ && request == resumeRequest_)
            Q_EMIT resumeRequested(*std::exchange(resuming_, std::nullopt),
                                   series.empty() ? RunSeries() : series.front());
        if (request != request_)
            return;
        for (std::size_t i = 0; i < series.size() && i < comparing_.size(); ++i)
            if (const auto run = history_->run(comparing_[i]))
                series[i].name = run->name.isEmpty()
                                     ? tr("%1: %2", "a run and its network").arg(runTitle(*run), runNetworkText(*run))
                                     : run->name;
        Q_EMIT compared(series);
    });
    connect(history_, &RunHistory::recordedTaken, this, [this](int count) {
        if (std::exchange(isAsked_, false))
            tell([count] {
                return count == 0   ? tr("There is no recorded run that is not in the table yet.")
                       : count == 1 ? tr("One recorded run was taken in.")
                                    : tr("%1 recorded runs were taken in.").arg(count);
            });
    });
    retranslate();
    refresh();
}

void RunsPanel::makeTable() {
    filter_ = new QLineEdit;
    filter_->setObjectName(QStringLiteral("runFilter"));
    filter_->setClearButtonEnabled(true);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(Qt::UserRole);
    sorted_->setFilterKeyColumn(-1); // all of them
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        sorted_->setFilterFixedString(text);
        showPage();
    });
    table_ = new QTableView;
    table_->setObjectName(QStringLiteral("runs"));
    table_->setModel(sorted_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table_->setSortingEnabled(true);
    table_->sortByColumn(RunsModel::Began, Qt::DescendingOrder);
    table_->setAlternatingRowColors(true);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->setCornerButtonEnabled(false);
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setResizeContentsPrecision(20); // rows: more would take long
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->installEventFilter(this);
    connect(table_->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (!isWidening_)
            sized_.insert(column);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::choose);
    differences_ = new RunDifferences;
    differences_->setObjectName(QStringLiteral("runDifferences"));
    differences_->hide();
}

void RunsPanel::makeButtons() {
    const auto button = [this](const char* name, auto slot) {
        auto* made = new QPushButton;
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    open_ = button("openRun", &RunsPanel::openModel);
    resume_ = button("resumeRun", &RunsPanel::resume);
    settings_ = button("useSettings", &RunsPanel::useSettings);
    delete_ = button("deleteRuns", &RunsPanel::remove);
    undo_ = button("undoDelete", &RunsPanel::undoRemove);
    take_ = button("takeRecorded", [this] {
        isAsked_ = true;
        history_->takeRecorded();
    });
    overlay_ = new QCheckBox;
    overlay_->setObjectName(QStringLiteral("overlayRuns"));
    overlay_->setChecked(true);
    connect(overlay_, &QCheckBox::toggled, this, &RunsPanel::compare);
    told_ = new QLabel;
    told_->setObjectName(QStringLiteral("runsTold"));
    told_->setWordWrap(true);

    top_ = new QWidget;
    auto* top = new QHBoxLayout(top_);
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(filter_, 1);
    top->addWidget(overlay_);
    bottom_ = new QWidget;
    auto* bottom = new QVBoxLayout(bottom_);
    bottom->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* one : {open_, resume_, settings_, delete_})
        buttons->addWidget(one);
    buttons->addStretch();
    buttons->addWidget(take_);
    auto* say = new QHBoxLayout;
    say->addWidget(told_, 1);
    say->addWidget(undo_);
    undo_->hide();
    bottom->addLayout(buttons);
    bottom->addLayout(say);
}

void RunsPanel::retranslate() {
    filter_->setPlaceholderText(tr("Filter by any text"));
    filter_->setAccessibleName(tr("Filter the runs"));
    table_->setAccessibleName(tr("Runs"));
    open_->setText(tr("&Open model"));
    open_->setToolTip(tr("Open the best model of the run, to translate with it"));
    resume_->setText(tr("Res&ume"));
    resume_->setToolTip(tr("Go on training from where the run was left"));
    settings_->setText(tr("Use &settings"));
    settings_->setToolTip(tr("Take the settings of the run for the next one"));
    delete_->setText(tr("&Delete"));
    delete_->setToolTip(
        tr("Delete the chosen runs, with their models in the history; for a day that can be taken back"));
    undo_->setText(tr("U&ndo"));
    take_->setText(tr("Loo&k for recorded runs"));
    take_->setToolTip(tr("Take in the runs that the command line has recorded since (zhuyi train --record)"));
    overlay_->setText(tr("Sho&w in the curves"));
    overlay_->setToolTip(tr("Draw the curves of the chosen runs over those of the run at hand"));
    if (tell_)
        told_->setText(tell_());
    model_->retranslate();
    refresh();
}

void RunsPanel::refresh() {
    model_->setRuns(history_->runs());
    const bool isUsable = history_->problem().isEmpty();
    top_->setVisible(isUsable);
    bottom_->setVisible(isUsable);
    showPage();
    widenColumns();
    choose();
}

/// The table, or why there is nothing in it.
void RunsPanel::showPage() {
    const QString problem = history_->problem();
    const bool hasRuns = model_->rowCount() > 0, matchesNone = hasRuns && sorted_->rowCount() == 0;
    empty_->setText(!problem.isEmpty() ? problem
                    : matchesNone      ? tr("No run matches the filter.")
                                       : tr("No run yet. Each run is kept here, with its settings, its curves and its "
                                                 "model."));
    pages_->setCurrentIndex(problem.isEmpty() && !matchesNone && (hasRuns || !deleted_.empty()) ? 1 : 0);
}

/// So that new runs and new names can be read; what the user has made narrower stays so.
void RunsPanel::widenColumns() {
    isWidening_ = true;
    const QAbstractItemView* view = table_;
    for (int column = 0; column < RunsModel::Columns - 1; ++column) { // the last one takes the room that is left
        const int needed =
            std::max(view->sizeHintForColumn(column), table_->horizontalHeader()->sectionSizeHint(column));
        if (sized_.count(column) == 0 && (!hasWidths_ || needed > table_->columnWidth(column)))
            table_->setColumnWidth(column, std::min(needed, widestColumn));
    }
    hasWidths_ = model_->rowCount() > 0;
    isWidening_ = false;
}

std::vector<RunInfo> RunsPanel::chosen() const {
    std::vector<RunInfo> runs;
    const auto rows = table_->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        runs.push_back(model_->run(sorted_->mapToSource(row).row()));
    std::sort(runs.begin(), runs.end(), [](const RunInfo& a, const RunInfo& b) { return a.began > b.began; });
    return runs;
}

void RunsPanel::choose() {
    const auto runs = chosen();
    open_->setEnabled(runs.size() == 1);
    resume_->setEnabled(runs.size() == 1);
    settings_->setEnabled(runs.size() == 1);
    delete_->setEnabled(!runs.empty());
    differences_->setVisible(runs.size() > 1);
    differences_->setRuns(runs.size() > 1 ? runs : std::vector<RunInfo>());
    std::vector<qint64> ids;
    for (const RunInfo& run : runs)
        if (run.end != RunEnd::Running) // that one is in the curves already
            ids.push_back(run.id);
    if (ids == comparing_)
        return;
    comparing_ = ids;
    if (deleted_.empty())
        tell(nullptr);
    compare();
}

void RunsPanel::compare() {
    request_ = ++requests_; // an answer still under way is to an older question
    if (comparing_.empty() || !overlay_->isChecked())
        Q_EMIT compared({});
    else
        history_->loadSeries(request_, comparing_);
}

void RunsPanel::tell(const std::function<QString()>& text) {
    tell_ = text;
    told_->setText(text ? text() : QString());
}

void RunsPanel::openModel() {
    const auto runs = chosen();
    if (runs.size() != 1)
        return;
    for (const QString& file : {runs.front().model, runs.front().checkpoint})
        if (!file.isEmpty() && QFile::exists(file) && runs.front().end != RunEnd::Running) {
            Q_EMIT openRequested(file);
            return;
        }
    const bool isRunning = runs.front().end == RunEnd::Running;
    tell([isRunning] {
        return isRunning ? tr("This run goes on: its model is not in a file yet.")
                         : tr("The model of this run is no longer kept. Of runs without a name or a note, those of the "
                              "newest "
                              "are.");
    });
}

void RunsPanel::resume() {
    const auto runs = chosen();
    if (runs.size() != 1)
        return;
    const RunInfo& run = runs.front();
    if (run.end == RunEnd::Running)
        tell([] { return tr("This run goes on already."); });
    else if (run.end == RunEnd::Completed || run.end == RunEnd::TimeUp)
        tell([] {
            return tr(
                "This run is complete: there is nothing left to go on with. To train longer, use its settings with "
                "more epochs.");
        });
    else if (run.checkpoint.isEmpty() || !QFile::exists(run.checkpoint))
        tell([] {
            return tr("This run cannot go on: its checkpoint is no longer kept. Use its settings to train anew.");
        });
    else if (!run.corpus.builtIn && !QFile::exists(QString::fromStdString(run.corpus.path))) {
        const QString path = QString::fromStdString(run.corpus.path);
        tell([path] { return tr("This run cannot go on: its corpus %1 is not there any more.").arg(path); });
    } else {
        resuming_ = run;
        resumeRequest_ = ++requests_;
        history_->loadSeries(resumeRequest_, {run.id});
    }
}

void RunsPanel::useSettings() {
    const auto runs = chosen();
    if (runs.size() != 1)
        return;
    const RunInfo run = runs.front();
    Q_EMIT settingsChosen(run.settings);
    tell([run] { return tr("The next run has the settings of %1.").arg(runTitle(run)); });
}

void RunsPanel::remove() {
    std::vector<qint64> ids;
    for (const RunInfo& run : chosen())
        if (run.end != RunEnd::Running)
            ids.push_back(run.id);
    if (ids.empty()) {
        tell([] { return tr("A run that goes on cannot be deleted; stop it first."); });
        return;
    }
    deleted_ = ids;
    history_->setDeleted(ids, true);
    const int count = static_cast<int>(ids.size());
    tell([count] { return count == 1 ? tr("One run was deleted.") : tr("%1 runs were deleted.").arg(count); });
    undo_->show();
}

void RunsPanel::undoRemove() {
    history_->setDeleted(std::exchange(deleted_, {}), false);
    undo_->hide();
    tell(nullptr);
    table_->setFocus();
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
    // The key that ends the writing of a name or a note comes here, too.
    if (watched == table_ && event->type() == QEvent::KeyPress &&
        !table_->isPersistentEditorOpen(table_->currentIndex())) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete) {
            remove();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openModel();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RunsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhuyi
