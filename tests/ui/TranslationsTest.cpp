#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Entry {
    QString context, source, translation;
    bool isUnfinished = false;
};

QList<Entry> entriesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Entry> entries;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            entries.push_back({context, xml.readElementText(), {}, false});
        } else if (xml.name() == QLatin1String("translation")) {
            entries.back().isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            entries.back().translation = xml.readElementText();
        }
    }
    return entries;
}

QSet<QString> matches(const QString& text, const char* pattern) {
    QSet<QString> found;
    auto match = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(text);
    while (match.hasNext())
        found.insert(match.next().captured());
    return found;
}

const QString chinese = QStringLiteral(SOURCE_DIR "/resources/translations/zhuyi_zh_CN.ts");

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyTextOfTheSourcesIsTranslated();
    void translationsHaveThePlacesOfTheirSources();
};

void TranslationsTest::everyTextOfTheSourcesIsTranslated() {
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("zhuyi_zh_CN.ts"));
    QVERIFY(QFile::copy(chinese, copy));
    QStringList arguments{"-silent", "-no-obsolete", "-locations",         "none",
                          "-I",      SOURCE_DIR,     "-tr-function-alias", "QT_TRANSLATE_NOOP+=TEXT_NOOP"};
    arguments << QStringLiteral(SOURCE_DIR "/ui");
    const QDir session(QStringLiteral(SOURCE_DIR "/engine/session"));
    for (const QString& name : session.entryList({QStringLiteral("*.cpp")}))
        arguments << session.filePath(name);
    arguments << "-ts" << copy;
    QProcess lupdate;
    lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate"), arguments);
    QVERIFY(lupdate.waitForFinished(120000));
    QCOMPARE(lupdate.exitCode(), 0);

    const auto entries = entriesOf(copy);
    QVERIFY(entries.size() > 300);
    QStringList open;
    for (const Entry& entry : entries)
        if (entry.isUnfinished || entry.translation.isEmpty())
            open << entry.context + QStringLiteral(": ") + entry.source;
    QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("not translated:\n") + open.join(QLatin1Char('\n'))));
    QVERIFY(std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.context == "Messages"; }));
    QVERIFY(std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.context == "Settings"; }));
}

void TranslationsTest::translationsHaveThePlacesOfTheirSources() {
    for (const Entry& entry : entriesOf(chinese)) {
        QVERIFY2(matches(entry.source, "%L?\\d") == matches(entry.translation, "%L?\\d"), qPrintable(entry.source));
        QVERIFY2(matches(entry.source, "</?\\w+>") == matches(entry.translation, "</?\\w+>"), qPrintable(entry.source));
        QVERIFY2(matches(entry.source, "\\(\\*.*\\)") == matches(entry.translation, "\\(\\*.*\\)"),
                 qPrintable(entry.source));
    }
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "TranslationsTest.moc"
