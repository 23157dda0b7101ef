#pragma once

#include "ui/history/RunInfo.h"

#include <QAbstractTableModel>

#include <vector>

namespace zhuyi {

/// The runs as a table, one a row, newest first. Name and note can be edited: nameEdited and noteEdited tell of it, and
/// the table shows it once setRuns brings it back. Qt::UserRole answers what to sort by.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Name, Began, End, Steps, DevLoss, Bleu, ErrorRate, Duration, Network, Corpus, Note, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows of runs that stay keep their places, and so what is selected.
    void setRuns(const std::vector<RunInfo>& runs);
    /// One of them has changed.
    void setRun(const RunInfo& run);
    const RunInfo& run(int row) const { return runs_[static_cast<std::size_t>(row)]; }
    /// After a change of the language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

  Q_SIGNALS:
    void nameEdited(qint64 id, const QString& name);
    void noteEdited(qint64 id, const QString& note);

  private:
    void replace(std::size_t place, const RunInfo& run);
    QVariant sortKey(const RunInfo& run, int column) const;
    QString text(const RunInfo& run, int column) const;

    std::vector<RunInfo> runs_;
};

} // namespace zhuyi
