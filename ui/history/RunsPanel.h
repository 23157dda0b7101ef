#pragma once

#include "ui/history/RunInfo.h"
#include "ui/training/RunSeries.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <set>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace zhuyi {

class RunDifferences;
class RunHistory;
class RunsModel;

/// The run history as people see it: a table to sort, filter, name and annotate, what can be done with a run, and in
/// what the chosen ones differ.
class RunsPanel : public QWidget {
    Q_OBJECT
  public:
    explicit RunsPanel(RunHistory* history, QWidget* parent = nullptr);

    QTableView* table() const { return table_; }
    /// Says it below the table, until something else is chosen.
    void tell(const std::function<QString()>& text);

  Q_SIGNALS:
    /// A model or, where only that is left, a checkpoint.
    void openRequested(const QString& file);
    /// A run, and what was measured over it so far.
    void resumeRequested(const zhuyi::RunInfo& run, const zhuyi::RunSeries& earlier);
    void settingsChosen(const zhuyi::Settings& settings);
    /// The curves to show over those of the run at hand; none to show no others.
    void compared(const std::vector<zhuyi::RunSeries>& runs);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void makeTable();
    void makeButtons();
    void retranslate();
    void refresh();
    void showPage();
    void widenColumns();
    void choose();
    void compare();
    void openModel();
    void resume();
    void useSettings();
    void remove();
    void undoRemove();
    std::vector<RunInfo> chosen() const;

    RunHistory* history_;
    RunsModel* model_;
    QSortFilterProxyModel* sorted_;
    QWidget *top_, *bottom_;
    QStackedWidget* pages_;
    QLabel* empty_; // or why there is no history
    QLineEdit* filter_;
    QTableView* table_;
    QPushButton *open_, *resume_, *settings_, *delete_, *undo_, *take_;
    QCheckBox* overlay_;
    QLabel* told_;
    std::function<QString()> tell_;
    RunDifferences* differences_;
    std::vector<qint64> deleted_;
    std::vector<qint64> comparing_;      // asked for, in their order
    quint64 requests_ = 0, request_ = 0; // the last one, and the last one to compare
    std::optional<RunInfo> resuming_;
    quint64 resumeRequest_ = 0;
    std::set<int> sized_; // columns, by the user
    bool hasWidths_ = false, isWidening_ = false;
    bool isAsked_ = false; // to look for recorded runs
};

} // namespace zhuyi
