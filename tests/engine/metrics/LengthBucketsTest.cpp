#include "engine/metrics/LengthBuckets.h"

#include <QTest>

using namespace zhuyi;

class LengthBucketsTest : public QObject {
    Q_OBJECT

    /// "1-5:20 6-10:31" of the buckets of as many sentences of each length as listed.
    static QString buckets(const std::vector<std::pair<std::int64_t, int>>& counts) {
        std::vector<std::int64_t> lengths;
        for (const auto& [length, count] : counts)
            lengths.insert(lengths.end(), static_cast<std::size_t>(count), length);
        QStringList texts;
        for (const auto& bucket : lengthBuckets(lengths)) {
            texts << QStringLiteral("%1-%2:%3").arg(bucket.shortest).arg(bucket.longest).arg(bucket.sentences.size());
            for (const auto sentence : bucket.sentences)
                if (std::max<std::int64_t>(lengths[sentence], 1) < bucket.shortest ||
                    lengths[sentence] > bucket.longest)
                    return QStringLiteral("a sentence stands in the wrong bucket");
        }
        return texts.join(QLatin1Char(' '));
    }

  private Q_SLOTS:
    void neighbours_are_merged_until_each_bucket_holds_enough_data() {
        using Counts = std::vector<std::pair<std::int64_t, int>>;
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << Counts{} << "";
        QTest::newRow("too few at all") << Counts{{3, 4}, {17, 5}} << "1-20:9";
        QTest::newRow("each enough") << Counts{{1, 10}, {5, 10}, {6, 20}, {10, 3}} << "1-5:20 6-10:23";
        QTest::newRow("few short ones") << Counts{{2, 3}, {8, 18}, {12, 30}} << "1-10:21 11-15:30";
        QTest::newRow("few long ones") << Counts{{2, 40}, {8, 30}, {12, 5}, {48, 2}} << "1-5:40 6-50:37";
        QTest::newRow("a gap") << Counts{{2, 40}, {33, 30}} << "1-5:40 31-35:30";
        QTest::newRow("empty sentences") << Counts{{0, 4}, {2, 20}} << "1-5:24";
    }
    void neighbours_are_merged_until_each_bucket_holds_enough() {
        using Counts = std::vector<std::pair<std::int64_t, int>>;
        QFETCH(Counts, counts);
        QFETCH(QString, expected);
        QCOMPARE(buckets(counts), expected);
    }
};

QTEST_GUILESS_MAIN(LengthBucketsTest)
#include "LengthBucketsTest.moc"
