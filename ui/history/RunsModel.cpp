#include "ui/history/RunsModel.h"

#include "ui/client/DurationText.h"
#include "ui/history/RunTexts.h"

#include <QDir>
#include <QLocale>

#include <algorithm>
#include <unordered_set>

namespace zhuyi {

namespace {

const char* metricOf(int column) {
    return column == RunsModel::DevLoss ? "dev_loss" : column == RunsModel::Bleu ? "bleu" : "aer";
}

} // namespace

void RunsModel::setRuns(const std::vector<RunInfo>& runs) {
    if (runs_.empty()) { // one change instead of one a row
        beginResetModel();
        runs_ = runs;
        endResetModel();
        return;
    }
    std::unordered_set<qint64> ids;
    for (const RunInfo& run : runs)
        ids.insert(run.id);
    for (int row = static_cast<int>(runs_.size()) - 1; row >= 0; --row)
        if (ids.count(run(row).id) == 0) {
            beginRemoveRows({}, row, row);
            runs_.erase(runs_.begin() + row);
            endRemoveRows();
        }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto place = static_cast<std::ptrdiff_t>(i);
        const int row = static_cast<int>(i);
        if (i < runs_.size() && runs_[i].id == runs[i].id)
            continue;
        const auto elsewhere = std::find_if(runs_.begin() + std::min(place, static_cast<std::ptrdiff_t>(runs_.size())),
                                            runs_.end(), [&](const RunInfo& run) { return run.id == runs[i].id; });
        if (elsewhere != runs_.end()) {
            const int from = static_cast<int>(elsewhere - runs_.begin());
            beginMoveRows({}, from, from, {}, row);
            std::rotate(runs_.begin() + place, elsewhere, elsewhere + 1);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            runs_.insert(runs_.begin() + place, runs[i]);
            endInsertRows();
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i)
        replace(i, runs[i]);
}

void RunsModel::setRun(const RunInfo& run) {
    for (std::size_t i = 0; i < runs_.size(); ++i)
        if (runs_[i].id == run.id)
            return replace(i, run);
}

void RunsModel::replace(std::size_t place, const RunInfo& run) {
    if (runs_[place].isSame(run))
        return;
    runs_[place] = run;
    const int row = static_cast<int>(place);
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

void RunsModel::retranslate() {
    if (!runs_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RunInfo& run = this->run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::EditRole:
        return index.column() == Name ? run.name : index.column() == Note ? run.note : QString();
    case Qt::UserRole:
        return sortKey(run, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() >= Steps && index.column() <= Duration ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == Corpus && !run.corpus.builtIn)
            return QDir::toNativeSeparators(QString::fromStdString(run.corpus.path));
        if (index.column() == Name && !run.origin.isEmpty())
            return tr("Recorded by the command line in %1").arg(QDir::toNativeSeparators(run.origin));
        return text(run, index.column());
    default:
        return {};
    }
}

QString RunsModel::text(const RunInfo& run, int column) const {
    const QLocale locale;
    switch (column) {
    case Name:
        return runTitle(run);
    case Began:
        return locale.toString(run.began.toLocalTime(), QLocale::ShortFormat);
    case Corpus:
        return runCorpusText(run);
    case Network:
        return runNetworkText(run);
    case End:
        return runEndText(run.end);
    case Steps:
        return locale.toString(run.step);
    case Duration:
        return durationText(run.seconds);
    case Note:
        return run.note;
    default:
        break;
    }
    const auto metric = run.metrics.find(metricOf(column));
    if (metric == run.metrics.end())
        return {};
    if (column == ErrorRate)
        return locale.toString(100 * metric->second, 'f', 1) + QStringLiteral(" %");
    return locale.toString(metric->second, 'f', column == DevLoss ? 3 : 1);
}

QVariant RunsModel::sortKey(const RunInfo& run, int column) const {
    switch (column) {
    case Began:
        return run.began;
    case Steps:
        return run.step;
    case Duration:
        return run.seconds;
    case DevLoss:
    case Bleu:
    case ErrorRate: {
        const auto metric = run.metrics.find(metricOf(column));
        return metric == run.metrics.end() ? QVariant(-1.0) : QVariant(metric->second);
    }
    default:
        return text(run, column);
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Steps && section <= Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        switch (section) {
        case DevLoss:
            return tr("The lowest loss on the validation set, in nats a token");
        case Bleu:
            return tr("BLEU (0–100) of a sample of the validation set, at the lowest loss");
        case ErrorRate:
            return tr("Alignment error rate at the lowest loss, where true alignments are known");
        default:
            break;
        }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Name:
        return tr("Run");
    case Began:
        return tr("Began");
    case Corpus:
        return tr("Corpus");
    case Network:
        return tr("Network");
    case End:
        return tr("State");
    case Steps:
        return tr("Steps");
    case DevLoss:
        return tr("Validation loss");
    case Bleu:
        return tr("BLEU");
    case ErrorRate:
        return tr("AER");
    case Duration:
        return tr("Time");
    default:
        return tr("Note");
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Name || index.column() == Note)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const RunInfo& run = this->run(index.row());
    const QString text = value.toString().trimmed();
    if (index.column() == Name && text != run.name)
        Q_EMIT nameEdited(run.id, text);
    else if (index.column() == Note && text != run.note)
        Q_EMIT noteEdited(run.id, text);
    return index.column() == Name || index.column() == Note;
}

} // namespace zhuyi
