#include "engine/corpus/CorpusReader.h"

#include <QtTest>

#include <stdexcept>

using namespace zhuyi;

class CorpusReaderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();

    void columnsAreFoundByScript_data();
    void columnsAreFoundByScript();
    void pairsKeepTheirLineNumbers();
    void textIsNormalised();
    void aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheText();
    void theLastLineNeedsNoLineEnd();
    void repeatedPairsAreDroppedUnlessAllAreKept();
    void linesThatCannotBeUsedAreCountedByReason();
    void everyLineIsAPairOrCountedAsDropped();
    void aStrayZeroByteFarIntoTheFileCostsItsLineAlone();
    void aLineOfMegabytesIsDroppedUnread();
    void wordsSeparatedBySpacesAreReadTheSameWay();
    void tatoebaIsReadWhole();

    void aMissingFileIsNamed();
    void aDirectoryCannotBeRead();
    void aFileThatFailsWhileReadingCannotBeRead();
    void aPipeIsNotWaitedFor();
    void anEmptyFileIsCalledEmpty_data();
    void anEmptyFileIsCalledEmpty();
    void binaryFilesAreRecognised_data();
    void binaryFilesAreRecognised();
    void anotherEncodingIsToldWithItsFirstLine();
    void aTenthOfBrokenLinesIsTolerated();
    void aSingleColumnIsToldWithItsLine();
    void oneLanguageIsNotEnough_data();
    void oneLanguageIsNotEnough();
    void aFileWithoutUsablePairsSaysSo();

    void progressGrowsToOne();
    void throwingFromProgressGivesUp();

  private:
    std::string write(const QByteArray& content) {
        QFile file(folder_->filePath("corpus.txt"));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            throw std::runtime_error("the test could not write its file");
        return file.fileName().toStdString();
    }
    Corpus read(const QByteArray& content, bool keepAll = false) {
        return readCorpus(write(content), nullptr, keepAll);
    }
    /// What reading fails with; Internal where it does not fail.
    static Message failure(const std::string& path) {
        try {
            readCorpus(path, nullptr);
        } catch (const Failure& failure) {
            return failure.message();
        }
        return {};
    }
    static std::vector<std::string> arguments(const std::string& path, const char* second = nullptr) {
        return second == nullptr ? std::vector<std::string>{path} : std::vector<std::string>{path, second};
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void CorpusReaderTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
}

void CorpusReaderTest::columnsAreFoundByScript_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("chinese");
    QTest::addColumn<int>("english");
    QTest::newRow("English first") << QByteArray("Good morning.\t早上好。\nHow are you?\t你好吗？\n") << 2 << 1 << 0;
    QTest::newRow("Chinese first") << QByteArray("早上好。\tGood morning.\n你好吗？\tHow are you?\n") << 2 << 0 << 1;
    QTest::newRow("attribution behind")
        << QByteArray("Good morning.\t早上好。\tCC-BY 2.0 (France) Attribution: #12 (CK) & #34 (xiaoming)\n"
                      "Hi.\t你好。\tCC-BY 2.0 (France) Attribution: #56 (CK) & #78 (fucongcong)\n")
        << 3 << 1 << 0;
    QTest::newRow("numbers before") << QByteArray("1277\t我们试试看！\t1276\tLet's try something.\n"
                                                  "1280\t我该去睡觉了。\t1279\tI have to go to sleep.\n")
                                    << 4 << 1 << 3;
    QTest::newRow("Latin words in the Chinese") << QByteArray("我用Windows 10\tI use Windows 10.\n") << 2 << 0 << 1;
    QByteArray codes;
    for (int i = 0; i < 40; ++i)
        codes += "eng\tThis is number " + QByteArray::number(i) + ".\tcmn\t这是第" + QByteArray::number(i) + "个。\n";
    QTest::newRow("language codes") << codes << 4 << 3 << 1;
}

void CorpusReaderTest::columnsAreFoundByScript() {
    QFETCH(QByteArray, content);
    const Corpus corpus = read(content);
    QTEST(corpus.columns, "columns");
    QTEST(corpus.chineseColumn, "chinese");
    QTEST(corpus.englishColumn, "english");
    QVERIFY(corpus.dropped.empty());
}

void CorpusReaderTest::pairsKeepTheirLineNumbers() {
    const Corpus corpus = read("Hi.\t你好。\n\nBye.\t再见。\n");
    QCOMPARE(corpus.pairs.size(), std::size_t(2));
    QCOMPARE(corpus.chinese(1), std::string_view("再见。"));
    QCOMPARE(corpus.english(1), std::string_view("Bye."));
    QCOMPARE(corpus.pairs[0].line, std::int64_t(1));
    QCOMPARE(corpus.pairs[1].line, std::int64_t(3));
    QCOMPARE(corpus.lines, std::int64_t(3));
}

void CorpusReaderTest::textIsNormalised() {
    const Corpus corpus = read("  A cafe\u0301 .\t 今天　很好\u200b。\n");
    QCOMPARE(corpus.chinese(0), std::string_view("今天 很好。"));
    QCOMPARE(corpus.english(0), std::string_view("A caf\u00e9 ."));
}

void CorpusReaderTest::aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheText() {
    const Corpus corpus = read("\xEF\xBB\xBFHi.\t你好。\r\nBye.\t再见。\r\n");
    QCOMPARE(corpus.pairs.size(), std::size_t(2));
    QCOMPARE(corpus.english(0), std::string_view("Hi."));
    QCOMPARE(corpus.chinese(1), std::string_view("再见。"));
    QVERIFY(corpus.dropped.empty());
}

void CorpusReaderTest::theLastLineNeedsNoLineEnd() {
    const Corpus corpus = read("Hi.\t你好。\nBye.\t再见。");
    QCOMPARE(corpus.lines, std::int64_t(2));
    QCOMPARE(corpus.chinese(1), std::string_view("再见。"));
}

void CorpusReaderTest::repeatedPairsAreDroppedUnlessAllAreKept() {
    const QByteArray content = "Hi.\t你好。\nHi.\t嗨。\nHi. \t你好。\nHello.\t你好。\nHi.\t你好。\n";
    const Corpus corpus = read(content);
    QCOMPARE(corpus.pairs.size(), std::size_t(3));
    QCOMPARE(corpus.dropped.at(DropReason::Duplicate), std::int64_t(2));
    QCOMPARE(corpus.firstDroppedLine.at(DropReason::Duplicate), std::int64_t(3));
    QCOMPARE(corpus.chinese(2), std::string_view("你好。"));
    QCOMPARE(corpus.english(2), std::string_view("Hello."));
    QCOMPARE(read(content, true).pairs.size(), std::size_t(5));
}

void CorpusReaderTest::linesThatCannotBeUsedAreCountedByReason() {
    QByteArray content;
    for (int i = 1; i <= 30; ++i)
        content += "Number " + QByteArray::number(i) + ".\t第" + QByteArray::number(i) + "个。\n";
    content += "no tab in this line\n";        // 31
    content += "No Chinese.\t \u3000\u200b\n"; // 32
    content += "Broken.\t\xC4\xE3\xBA\xC3\n";  // 33
    content += "Number 1.\t第1个。\n";         // 34
    content += "\t有中文。\n";                 // 35
    const Corpus corpus = read(content);
    QCOMPARE(corpus.pairs.size(), std::size_t(30));
    const std::map<DropReason, std::int64_t> dropped = {{DropReason::Malformed, 1},
                                                        {DropReason::InvalidUtf8, 1},
                                                        {DropReason::EmptySide, 2},
                                                        {DropReason::Duplicate, 1}};
    const std::map<DropReason, std::int64_t> first = {{DropReason::Malformed, 31},
                                                      {DropReason::InvalidUtf8, 33},
                                                      {DropReason::EmptySide, 32},
                                                      {DropReason::Duplicate, 34}};
    QVERIFY(corpus.dropped == dropped);
    QVERIFY(corpus.firstDroppedLine == first);
}

void CorpusReaderTest::everyLineIsAPairOrCountedAsDropped() {
    QByteArray content;
    for (int i = 0; i < 9000; ++i) {
        content += "Line " + QByteArray::number(i % 7000) + ".";
        content += i % 50 == 0 ? "\n" : "\t第" + QByteArray::number(i % 7000) + "行。\r\n";
    }
    const Corpus corpus = read(content);
    std::int64_t lines = static_cast<std::int64_t>(corpus.pairs.size());
    for (const auto& [reason, count] : corpus.dropped)
        lines += count;
    QCOMPARE(lines, std::int64_t(9000));
    QCOMPARE(corpus.lines, lines);
    QCOMPARE(corpus.dropped.at(DropReason::Malformed), std::int64_t(180));
    QCOMPARE(corpus.chinese(corpus.pairs.size() - 1), std::string_view("第6999行。"));
}

void CorpusReaderTest::aStrayZeroByteFarIntoTheFileCostsItsLineAlone() {
    QByteArray content;
    for (int i = 0; i < 5000; ++i)
        content += "Line " + QByteArray::number(i) + ".\t第" + QByteArray::number(i) + "行。\n";
    content += QByteArray("Zero\0.\t零。\n", 14);
    const Corpus corpus = read(content);
    QCOMPARE(corpus.pairs.size(), std::size_t(5000));
    QCOMPARE(corpus.dropped.at(DropReason::Malformed), std::int64_t(1));
    QCOMPARE(corpus.firstDroppedLine.at(DropReason::Malformed), std::int64_t(5001));
}

void CorpusReaderTest::aLineOfMegabytesIsDroppedUnread() {
    const QByteArray huge = "Long.\t" + QByteArray("长").repeated(1 << 20);
    for (const QByteArray& content : {QByteArray(huge + "\nHi.\t你好。\n"), QByteArray("Hi.\t你好。\n" + huge),
                                      QByteArray("Hi.\t你好。\n" + huge + "\n")}) {
        const Corpus corpus = read(content);
        QCOMPARE(corpus.pairs.size(), std::size_t(1));
        QCOMPARE(corpus.lines, std::int64_t(2));
        QCOMPARE(corpus.dropped.at(DropReason::TooLong), std::int64_t(1));
        QVERIFY(corpus.text.size() < 100);
    }
    QVERIFY(failure(write(huge)).code == MessageCode::NoPairsLeft);
}

void CorpusReaderTest::wordsSeparatedBySpacesAreReadTheSameWay() {
    const Corpus corpus = read("今天 天气 很 好 。\tthe weather is nice today .\n我 知道 。\ti know .\n");
    QCOMPARE(corpus.chinese(0), std::string_view("今天 天气 很 好 。"));
    QCOMPARE(corpus.english(1), std::string_view("i know ."));
}

void CorpusReaderTest::tatoebaIsReadWhole() {
    const std::string path = SHARED_DATA "/tatoeba/cmn.txt";
    if (!QFile::exists(QString::fromStdString(path)))
        QSKIP("tatoeba/cmn.txt is not here: the corpus that most people open is NOT tested");
    const Corpus corpus = readCorpus(path, nullptr);
    QCOMPARE(corpus.columns, 3);
    QCOMPARE(corpus.chineseColumn, 1);
    QCOMPARE(corpus.englishColumn, 0);
    QCOMPARE(corpus.lines, std::int64_t(29155));
    QCOMPARE(corpus.pairs.size(), std::size_t(29055));
    QCOMPARE(corpus.dropped.size(), std::size_t(1));
    QCOMPARE(corpus.dropped.at(DropReason::Duplicate), std::int64_t(100));
    QCOMPARE(corpus.english(0), std::string_view("Hi."));
    QCOMPARE(corpus.chinese(0), std::string_view("嗨。"));
}

void CorpusReaderTest::aMissingFileIsNamed() {
    const std::string path = folder_->filePath("nothing.txt").toStdString();
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::FileMissing);
    QCOMPARE(message.arguments, arguments(path));
    QVERIFY(failure("").code == MessageCode::FileMissing);
    QVERIFY(failure(write("Hi.\t你好。\n") + "/below").code == MessageCode::FileMissing);
}

void CorpusReaderTest::aDirectoryCannotBeRead() {
    const std::string path = folder_->path().toStdString();
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::FileUnreadable);
    QCOMPARE(message.arguments, arguments(path, "it is a directory"));
}

void CorpusReaderTest::aFileThatFailsWhileReadingCannotBeRead() {
    // A regular file to the system, whose first page is mapped by nobody.
    if (!QFile::exists("/proc/self/mem"))
        QSKIP("no /proc here: read errors are NOT tested");
    QVERIFY(failure("/proc/self/mem").code == MessageCode::FileUnreadable);
}

void CorpusReaderTest::aPipeIsNotWaitedFor() {
    const std::string path = folder_->filePath("pipe").toStdString();
    QCOMPARE(QProcess::execute("mkfifo", {QString::fromStdString(path)}), 0);
    QVERIFY(failure(path).code == MessageCode::FileUnreadable);
}

void CorpusReaderTest::anEmptyFileIsCalledEmpty_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no byte") << QByteArray();
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("blank lines") << QByteArray("\n \r\n\t\n\n");
}

void CorpusReaderTest::anEmptyFileIsCalledEmpty() {
    QFETCH(QByteArray, content);
    const std::string path = write(content);
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::FileEmpty);
    QCOMPARE(message.arguments, arguments(path));
}

void CorpusReaderTest::binaryFilesAreRecognised_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18);
    QTest::newRow("UTF-16 with a mark") << QByteArray("\xFF\xFEH\0i\0\t\0\x60\x4f\n\0", 12);
    QTest::newRow("UTF-16 of Chinese alone") << QByteArray("\xFE\xFF\x4f\x60\x59\x7d", 6);
    QTest::newRow("zeros") << QByteArray(200000, '\0');
}

void CorpusReaderTest::binaryFilesAreRecognised() {
    QFETCH(QByteArray, content);
    const std::string path = write(content);
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::FileBinary);
    QCOMPARE(message.arguments, arguments(path));
}

void CorpusReaderTest::anotherEncodingIsToldWithItsFirstLine() {
    // 你好。 and 再见。 in GB18030.
    const std::string path = write("English\tChinese\nHi.\t\xC4\xE3\xBA\xC3\xA1\xA3\nBye.\t\xD4\xD9\xBC\xFB\xA1\xA3\n");
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::FileNotUtf8);
    QCOMPARE(message.arguments, arguments(path, "2"));

    QByteArray late;
    for (int i = 0; i < 5000; ++i)
        late += QByteArray::number(i) + " apples.\t" + QByteArray::number(i) + "个苹果。\n";
    for (int i = 0; i < 1000; ++i)
        late += "Hi.\t\xC4\xE3\xBA\xC3\n";
    const std::string latePath = write(late);
    const Message lateMessage = failure(latePath);
    QVERIFY(lateMessage.code == MessageCode::FileNotUtf8);
    QCOMPARE(lateMessage.arguments, arguments(latePath, "5001"));
}

void CorpusReaderTest::aTenthOfBrokenLinesIsTolerated() {
    QByteArray content = "Broken.\t\xC4\xE3\n";
    for (int i = 0; i < 9; ++i)
        content += QByteArray::number(i) + " apples.\t" + QByteArray::number(i) + "个苹果。\n";
    const Corpus corpus = read(content);
    QCOMPARE(corpus.pairs.size(), std::size_t(9));
    QCOMPARE(corpus.firstDroppedLine.at(DropReason::InvalidUtf8), std::int64_t(1));
}

void CorpusReaderTest::aSingleColumnIsToldWithItsLine() {
    const std::string path = write("\n今天天气很好。\nThe weather is nice.\n");
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::SingleColumn);
    QCOMPARE(message.arguments, arguments(path, "2"));
}

void CorpusReaderTest::oneLanguageIsNotEnough_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("English twice") << QByteArray("Good morning.\tGuten Morgen.\nHi.\tHallo.\n");
    QTest::newRow("Chinese twice") << QByteArray("你好。\t您好。\n再见。\t回头见。\n");
    QTest::newRow("Chinese and numbers") << QByteArray("你好。\t1\n再见。\t2\n");
    QTest::newRow("Chinese and Russian") << QByteArray("你好。\tПривет.\n再见。\tПока.\n");
    QTest::newRow("one side empty") << QByteArray("你好。\t\n再见。\t \n");
}

void CorpusReaderTest::oneLanguageIsNotEnough() {
    QFETCH(QByteArray, content);
    const std::string path = write(content);
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::OneLanguage);
    QCOMPARE(message.arguments, arguments(path));
}

void CorpusReaderTest::aFileWithoutUsablePairsSaysSo() {
    // Each side stands somewhere, never both in one line.
    const std::string path = write("你好。\t\n\tHello.\n");
    const Message message = failure(path);
    QVERIFY(message.code == MessageCode::NoPairsLeft);
    QCOMPARE(message.arguments, arguments(path));
}

void CorpusReaderTest::progressGrowsToOne() {
    QByteArray content;
    for (int i = 0; i < 100000; ++i)
        content +=
            "This is sentence number " + QByteArray::number(i) + ".\t这是第" + QByteArray::number(i) + "个句子。\n";
    std::vector<double> shares;
    readCorpus(write(content), [&](double share) { shares.push_back(share); });
    QVERIFY(shares.size() > 5);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() > 0 && shares.front() < 0.5);
    QCOMPARE(shares.back(), 1.0);
}

void CorpusReaderTest::throwingFromProgressGivesUp() {
    const std::string path = write("Hi.\t你好。\nBye.\t再见。\n");
    QVERIFY_EXCEPTION_THROWN(readCorpus(path, [](double) { throw Failure(MessageCode::Cancelled); }), Failure);
}

QTEST_GUILESS_MAIN(CorpusReaderTest)
#include "CorpusReaderTest.moc"
