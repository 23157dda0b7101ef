#include "ui/translation/SentenceSplitter.h"

#include <QStringList>
#include <QTest>

using namespace zhuyi;

class SentenceSplitterTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void sentences_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("sentences");
        const auto row = [](const char* name, const QString& text, const QStringList& sentences) {
            QTest::newRow(name) << text << sentences;
        };
        row("nothing", " \n ", {});
        row("one without an end", "你好", {"你好"});
        row("Chinese", "今天很好。你呢？我也是！", {"今天很好。", "你呢？", "我也是！"});
        row("quotes stay with their sentence", "他说：“好。”然后走了。", {"他说：“好。”", "然后走了。"});
        row("several marks are one end", "真的吗？！是。。。好", {"真的吗？！", "是。。。", "好"});
        row("English", "I came. I saw! Did you? Yes", {"I came.", "I saw!", "Did you?", "Yes"});
        row("titles and initials", "Mr. Li met J. R. Smith. He left.", {"Mr. Li met J. R. Smith.", "He left."});
        row("numbers", "It is 3.5 km. No. 7 is old.", {"It is 3.5 km.", "No. 7 is old."});
        row("an answer", "No. I do not.", {"No.", "I do not."});
        row("addresses", "See www.example.org now.", {"See www.example.org now."});
        row("abbreviations", "Use tools, e.g. pens. Go to the U.S. soon.",
            {"Use tools, e.g. pens.", "Go to the U.S. soon."});
        row("closing quote", "\"Stop.\" She ran.", {"\"Stop.\"", "She ran."});
        row("a pause", "Well… maybe… That is it", {"Well… maybe…", "That is it"});
        row("lines", "one line\nanother\r\n\nthird", {"one line", "another", "third"});
        row("half-width before Chinese", "你好!我很好.", {"你好!", "我很好."});
    }

    void sentences() {
        QFETCH(QString, text);
        QFETCH(QStringList, sentences);
        QStringList found;
        for (const SentenceSpan& span : sentencesOf(text))
            found << text.mid(span.start, span.length);
        QCOMPARE(found, sentences);
    }
};

QTEST_GUILESS_MAIN(SentenceSplitterTest)
#include "SentenceSplitterTest.moc"
