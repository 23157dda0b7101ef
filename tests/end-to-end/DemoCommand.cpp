#include "tests/end-to-end/Program.h"

#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <set>

/// `zhuyi demo`.
class DemoCommand : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString out_;

    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }
    QString written(const char* name) const { return QDir(out_).filePath(QString::fromLatin1(name)); }

    static QStringList demo(const QString& out, const char* minutes) {
        return {QStringLiteral("demo"), QStringLiteral("--out"), out, QStringLiteral("--minutes"),
                QString::fromLatin1(minutes)};
    }
    static QStringList everythingIn(const QString& folder) {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        out_ = path("a demo & more");
        QVERIFY(QDir().mkpath(out_));
        writeFile(written("mine.txt"), "stays");
        writeFile(written("report.html"), "of an earlier run");
        const auto outcome = run(demo(out_, "0.05"));
        COMPARE_FINE(outcome);
        QCOMPARE(outcome.out, written("report.html").toUtf8() + '\n');
    }

    void writesItsFilesAndLeavesTheOthers() {
        auto names = everythingIn(out_);
        for (const char* name : {"loss.png", "mine.txt", "model.zhuyi", "report.html", "training.jsonl"})
            QVERIFY2(names.removeOne(QString::fromLatin1(name)), name);
        QCOMPARE(bytesOf(written("mine.txt")), QByteArray("stays"));
        QVERIFY(names.size() >= 6 && names.size() <= 8);
        for (int i = 0; i < names.size(); ++i)
            QCOMPARE(names[i], QStringLiteral("attention-%1.png").arg(i + 1));
    }

    void drawsPictures() {
        for (const auto& name : everythingIn(out_).filter(QStringLiteral(".png"))) {
            const QImage picture(QDir(out_).filePath(name));
            QVERIFY2(picture.width() > 300 && picture.height() > 200, qPrintable(name));
            std::set<QRgb> colours;
            for (int y = 0; y < picture.height(); y += 3)
                for (int x = 0; x < picture.width(); x += 3)
                    colours.insert(picture.pixel(x, y));
            QVERIFY2(colours.size() > 10, qPrintable(name));
        }
    }

    void thePageIsWellFormedAndNeedsNoOther() {
        const auto page = bytesOf(written("report.html"));
        QXmlStreamReader reader(page);
        QStringList articles, shown;
        int drawings = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto attributes = reader.attributes();
            for (const char* outside : {"src", "href", "srcset"})
                QVERIFY2(!attributes.hasAttribute(QLatin1String(outside)), outside);
            QVERIFY(reader.name() != QLatin1String("script") && reader.name() != QLatin1String("link"));
            if (reader.name() == QLatin1String("article"))
                articles << attributes.value(QLatin1String("lang")).toString();
            if (attributes.hasAttribute(QLatin1String("checked")))
                shown << attributes.value(QLatin1String("id")).toString();
            drawings += reader.name() == QLatin1String("svg");
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(articles, QStringList({QStringLiteral("en"), QStringLiteral("zh-CN")}));
        QCOMPARE(shown, QStringList({QStringLiteral("english")}));
        QVERIFY(drawings >= 10);
        QVERIFY(!page.contains("url(") && !page.contains("@import"));
        // The folder's name as HTML, in a command as a shell takes it; no value left out.
        QVERIFY(page.contains("a demo &amp; more/model.zhuyi&#39;"));
        QVERIFY(!QString::fromUtf8(page).contains(QRegularExpression(QStringLiteral("%[1-9]\\b(?! )|\\bnan\\b|\\binf\\b"))));
    }

    void bothLanguagesTellTheSame() {
        const auto page = QString::fromUtf8(bytesOf(written("report.html")));
        const auto half = page.indexOf(QLatin1String("<article class=\"zh\""));
        for (const char* tag : {"<h2", "<h3", "<figure", "<svg", "<li", "<tr", "<pre"}) {
            const auto english = page.left(half).count(QLatin1String(tag)), chinese = page.mid(half).count(QLatin1String(tag));
            QVERIFY2(english > 0 && english == chinese, tag);
        }
    }

    void leavesAModelThatTranslatesAndALog() {
        const auto outcome = run({QStringLiteral("translate"), written("model.zhuyi")}, "今天 是 星期日\n");
        COMPARE_FINE(outcome);
        QCOMPARE(outcome.outLines().size(), 1);
        const auto lines = validations(readLog(written("training.jsonl")));
        QVERIFY(!lines.isEmpty());
        QVERIFY(lines.last().contains(QStringLiteral("aer")));
    }

    void beginsInTheLanguageOfTheEnvironmentAndReplacesAnEarlierReport() {
        const auto outcome =
            runInShell(QStringLiteral("LC_ALL=zh_CN.UTF-8 exec \"$0\" \"$@\""), demo(out_, "0.02"));
        COMPARE_FINE(outcome);
        const auto page = bytesOf(written("report.html"));
        QVERIFY(page.contains("<html lang=\"zh-CN\">"));
        QVERIFY(page.contains("id=\"chinese\" checked=\"checked\""));
        QCOMPARE(bytesOf(written("mine.txt")), QByteArray("stays"));
    }

    void saysWhatIsWrongWithItsFolderBeforeItTrains() {
        writeFile(path("file"), "x");
        for (const char* out : {"file", "file/below"}) {
            const auto outcome = run(demo(path(out), "3"));
            COMPARE_FAILED(outcome, 1, "is not a folder");
            QCOMPARE(outcome.errLines().size(), 1);
        }
        QCOMPARE(bytesOf(path("file")), QByteArray("x"));
        QCOMPARE(run({QStringLiteral("demo")}).code, 2);
        QCOMPARE(run(demo(path("none"), "0")).code, 2);
        QVERIFY(!QFile::exists(path("none")));
    }

    void anInterruptLeavesNothing() {
        QProcess process;
        process.setProcessEnvironment(bareEnvironment());
        process.setReadChannel(QProcess::StandardError);
        process.start(QStringLiteral(ZHUYI_PROGRAM), demo(path("broken"), "3"));
        QByteArray told;
        while (!told.contains("pairs to train on") && process.waitForReadyRead(LimitMs))
            told += process.readAllStandardError();
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const auto outcome = outcomeOf(process);
        QVERIFY2(outcome.code == 130, outcome.told().constData());
        QVERIFY(!QFile::exists(path("broken")));
    }
};

QTEST_GUILESS_MAIN(DemoCommand)
#include "DemoCommand.moc"
