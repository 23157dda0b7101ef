#include "ui/history/RunsModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace zhuyi;

class RunsModelTest : public QObject {
    Q_OBJECT

    static RunInfo run(qint64 id, double loss = 2) {
        RunInfo run;
        run.id = id;
        run.corpus.path = "/corpora/pairs.tsv";
        run.began = QDateTime::fromSecsSinceEpoch(1700000000 + 60 * id);
        run.settings = preset("small");
        run.preset = "small";
        run.end = RunEnd::Completed;
        run.step = 100 * id;
        run.seconds = 3661;
        run.metrics = {{"dev_loss", loss}, {"bleu", 10.0 * static_cast<double>(id)}};
        return run;
    }
    static QString text(const RunsModel& model, int row, int column) {
        return model.index(row, column).data().toString();
    }
    static QList<qint64> ids(const RunsModel& model) {
        QList<qint64> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids << model.run(row).id;
        return ids;
    }

  private Q_SLOTS:
    void a_run_is_a_row_of_what_people_read() {
        RunsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRuns({run(1)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, RunsModel::Name), QString("Run 1"));
        QCOMPARE(text(model, 0, RunsModel::Corpus), QString("pairs.tsv"));
        QCOMPARE(text(model, 0, RunsModel::Network), QString("small, additive"));
        QCOMPARE(text(model, 0, RunsModel::End), QString("complete"));
        QCOMPARE(text(model, 0, RunsModel::DevLoss), QString("2.000"));
        QCOMPARE(text(model, 0, RunsModel::Bleu), QString("10.0"));
        QCOMPARE(text(model, 0, RunsModel::ErrorRate), QString());
        QCOMPARE(text(model, 0, RunsModel::Duration), QString("1:01:01"));
    }

    void rows_of_runs_that_stay_keep_their_persistent_places() {
        RunsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRuns({run(3), run(2), run(1)});
        const QPersistentModelIndex second = model.index(1, 0);
        model.setRuns({run(5), run(4), run(2), run(1)});
        QCOMPARE(ids(model), (QList<qint64>{5, 4, 2, 1}));
        QCOMPARE(second.row(), 2);
        model.setRuns({run(1), run(2)});
        QCOMPARE(ids(model), (QList<qint64>{1, 2}));
        QCOMPARE(second.row(), 1);
        model.setRuns({});
        QVERIFY(!second.isValid());
    }

    void numbers_sort_as_numbers_and_any_text_filters() {
        RunsModel model;
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(Qt::UserRole);
        sorted.setFilterKeyColumn(-1);
        sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
        auto noted = run(2, 10.5);
        noted.note = "without Dropout";
        model.setRuns({run(3, 9.25), noted, run(1, 100)});
        sorted.sort(RunsModel::DevLoss);
        QCOMPARE(sorted.index(0, RunsModel::DevLoss).data().toString(), QString("9.250"));
        QCOMPARE(sorted.index(2, RunsModel::DevLoss).data().toString(), QString("100.000"));
        sorted.sort(RunsModel::Began, Qt::DescendingOrder);
        QCOMPARE(sorted.index(0, RunsModel::Steps).data().toString(), QString("300"));
        sorted.setFilterFixedString("DROPOUT");
        QCOMPARE(sorted.rowCount(), 1);
        QCOMPARE(sorted.index(0, RunsModel::Note).data().toString(), QString("without Dropout"));
    }

    void name_and_note_alone_can_be_edited() {
        RunsModel model;
        model.setRuns({run(7)});
        QSignalSpy names(&model, &RunsModel::nameEdited), notes(&model, &RunsModel::noteEdited);
        for (int column = 0; column < RunsModel::Columns; ++column)
            QCOMPARE(bool(model.flags(model.index(0, column)) & Qt::ItemIsEditable),
                     column == RunsModel::Name || column == RunsModel::Note);
        QVERIFY(model.setData(model.index(0, RunsModel::Name), " mine ", Qt::EditRole));
        QVERIFY(model.setData(model.index(0, RunsModel::Note), "好", Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, RunsModel::Steps), 1, Qt::EditRole));
        QCOMPARE(names.size(), 1);
        QCOMPARE(names[0][0].toLongLong(), 7);
        QCOMPARE(names[0][1].toString(), QString("mine"));
        QCOMPARE(notes.size(), 1);
        model.setData(model.index(0, RunsModel::Name), "", Qt::EditRole); // the same as before
        QCOMPARE(names.size(), 1);
    }
};

QTEST_MAIN(RunsModelTest)
#include "RunsModelTest.moc"
