#include "ui/translation/BatchDialog.h"
#include "tests/ui/FakeSession.h"
#include "ui/translation/TextFile.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zhuyi;

namespace {

struct Bench {
    QTemporaryDir folder;
    FakeEngine engine;
    EngineClient client{engine.factory()};
    DecodingOptions options;
    std::size_t answered = 0;

    QString path(const QString& name) const { return folder.filePath(name); }
    QString put(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    QByteArray get(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }
    void openModel() {
        QSignalSpy opened(&client, &EngineClient::modelOpened);
        engine.send(ModelOpened{FakeEngine::model("/models/a.zhuyi")});
        QVERIFY(opened.wait());
    }
    /// Answers every question that came, as "<the question>".
    void answerAll() {
        const auto commands = engine.commands();
        for (; answered < commands.size(); ++answered)
            if (const Translate* question = std::get_if<Translate>(&commands[answered])) {
                auto translation = std::make_shared<Translation>(*FakeEngine::translation(question->text));
                translation->text = "<" + question->text + ">";
                engine.send(Translated{question->id, translation});
            }
    }
};

QString status(const BatchDialog& dialog) {
    return dialog.findChild<QLabel*>("batchStatus")->text();
}

} // namespace

class BatchDialogTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsSquashedAndNoProgressStandsBeforeTheStart() {
        Bench b;
        BatchDialog dialog(&b.client, b.options);
        dialog.show();
        for (const QWidget* widget : dialog.findChildren<QWidget*>())
            if (widget->isVisible() && widget->parentWidget() == &dialog)
                QVERIFY2(widget->height() >= widget->sizeHint().height() || qobject_cast<const QLabel*>(widget),
                         widget->metaObject()->className());
        QVERIFY(!dialog.findChild<QProgressBar*>()->isVisible());
    }

    void aFileIsTranslatedLineByLine() {
        Bench b;
        b.openModel();
        b.options.beam_size = 4;
        b.options.n_best = 3;
        BatchDialog dialog(&b.client, b.options);
        dialog.show();
        auto* start = dialog.findChild<QPushButton*>("batchStart");
        QVERIFY(!start->isEnabled());
        QByteArray text;
        for (int i = 0; i < 60; ++i)
            text += i == 3 ? "\n" : i == 5 ? "你好。再见。\n" : "今天" + QByteArray::number(i) + "\n";
        auto* input = dialog.findChild<QLineEdit*>("batchInput");
        QTest::keyClicks(input, b.put("in.txt", text));
        QCOMPARE(dialog.findChild<QLineEdit*>("batchOutput")->text(), b.path("in.en.txt"));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(b.engine.count<Translate>() > 0);
        QTest::qWait(100);
        QVERIFY(b.engine.count<Translate>() <= 24); // not all at once: the window wants answers too
        QCOMPARE(b.engine.last<Translate>().options.beam_size, std::int64_t(4));
        QVERIFY(!b.engine.last<Translate>().latestOnly);
        QCOMPARE(b.get("in.en.txt"), QByteArray("(no file)"));
        QVERIFY(QTest::qWaitFor([&] {
            b.answerAll();
            return status(dialog).contains("translated");
        }));
        const QList<QByteArray> lines = b.get("in.en.txt").split('\n');
        QCOMPARE(lines.size(), 61);
        QCOMPARE(lines[0], QByteArray("<今天0>"));
        QCOMPARE(lines[3], QByteArray());
        QCOMPARE(lines[5], QByteArray("<你好。> <再见。>"));
        QCOMPARE(lines[59], QByteArray("<今天59>"));
    }

    void cancellingLeavesTheOldFile() {
        Bench b;
        b.openModel();
        b.put("out.txt", "old\n");
        BatchDialog dialog(&b.client, b.options);
        dialog.show();
        dialog.setInput(b.put("in.txt", "一\n二\n三\n"));
        dialog.setOutput(b.path("out.txt"));
        QVERIFY(status(dialog).contains("replaced"));
        auto* start = dialog.findChild<QPushButton*>("batchStart");
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QCOMPARE(start->text(), QString("Cancel"));
        QVERIFY(dialog.findChild<QProgressBar*>()->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QCOMPARE(status(dialog), QString("Cancelled; nothing was written."));
        QVERIFY(!dialog.findChild<QProgressBar*>()->isVisible());
        QCOMPARE(start->text(), QString("Translate"));
        b.answerAll();
        QTest::qWait(100);
        QCOMPARE(b.get("out.txt"), QByteArray("old\n"));
        QTest::mouseClick(start, Qt::LeftButton); // and again, to the end
        QVERIFY(QTest::qWaitFor([&] {
            b.answerAll();
            return status(dialog).contains("translated");
        }));
        QCOMPARE(b.get("out.txt"), QByteArray("<一>\n<二>\n<三>\n"));
        QVERIFY(dialog.findChild<QProgressBar*>()->isVisible());
        QCOMPARE(dialog.findChild<QProgressBar*>()->value(), 3);
    }

    void whatIsWrongIsSaid() {
        Bench b;
        b.openModel();
        BatchDialog dialog(&b.client, b.options);
        dialog.show();
        auto* start = dialog.findChild<QPushButton*>("batchStart");
        dialog.setInput(b.path("missing.txt"));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(status(dialog).contains("cannot be read"));
        dialog.setInput(b.put("binary", QByteArray("a\0b", 3)));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(status(dialog).contains("not a text file"));
        dialog.setInput(b.put("same.txt", "一\n"));
        dialog.setOutput(b.path("same.txt"));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(status(dialog).contains("overwrite"));
        dialog.setOutput(b.path("no/such/folder/out.txt"));
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] {
            b.answerAll();
            return status(dialog).contains("cannot be written");
        }));
        // What the engine could not do.
        dialog.setOutput(b.path("out.txt"));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(b.engine.count<Translate>() > 1);
        b.engine.send(Failed{Task::Translate, b.engine.last<Translate>().id, {MessageCode::OutOfMemory, {}}});
        QTRY_VERIFY(status(dialog).contains("Nothing was written."));
    }

    void characterSets() {
        Bench b;
        const TextFile utf8 = TextFile::read(b.put("a", "\xEF\xBB\xBF你好\r\n再见"));
        QCOMPARE(utf8.problem, QString());
        QCOMPARE(utf8.lines, QStringList({"你好", "再见"}));
        const TextFile gb =
            TextFile::read(b.put("b", "\xC4\xE3\xBA\xC3\n\x82\x30\xC2\x39\n")); // and a four-byte character
        QCOMPARE(gb.problem, QString());
        QCOMPARE(gb.encoding, QString("GB18030"));
        QCOMPARE(gb.lines.size(), 2);
        QCOMPARE(gb.lines[0], QString("你好"));
        const TextFile wide = TextFile::read(b.put("c", QByteArray("\xFF\xFE\x60\x4F\x7D\x59", 6)));
        QCOMPARE(wide.problem, QString());
        QCOMPARE(wide.lines, QStringList("你好"));
        QVERIFY(!TextFile::read(b.put("d", "\xFF\x80\x81")).problem.isEmpty());
        QVERIFY(TextFile::read(b.put("e", "")).problem.contains("empty"));
    }
};

QTEST_MAIN(BatchDialogTest)
#include "BatchDialogTest.moc"
