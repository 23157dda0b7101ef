#include "engine/model/TimelineBytes.h"

#include <QTest>

#include <limits>

using namespace zhuyi;

namespace {

AttentionMap map(std::int64_t step, float first, std::vector<std::string> target) {
    AttentionMap map;
    map.sourceTokens = {"你", "好"};
    map.targetTokens = std::move(target);
    map.step = step;
    for (std::size_t row = 0; row < map.rows(); ++row)
        map.weights.insert(map.weights.end(), {first, 1 - first});
    return map;
}

} // namespace

class TimelineBytesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void a_timeline_comes_back() {
        MapHistory timeline = newTimeline();
        timeline.add({"你好", "Hello"}, map(0, 0.5f, {"hello", "</s>"}));
        timeline.add({"你好", "Hello"}, map(10, 0.125f, {"hello", "</s>"}));
        AttentionMap marked = map(10, 1, {"i", "i", "</s>"});
        marked.gold = {{0, 1, true}, {2, 0, false}};
        timeline.add({"你好", ""}, map(0, 0.25f, {"</s>"}));
        timeline.add({"你好", ""}, marked);
        const auto back = timelineFromBytes(timelineBytes(timeline));
        QVERIFY(back);
        const auto before = timeline.moments(), after = back->moments();
        QCOMPARE(before.size(), std::size_t(4));
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(after[i].probe.source, before[i].probe.source);
            QCOMPARE(after[i].probe.target, before[i].probe.target);
            QCOMPARE(after[i].map->step, before[i].map->step);
            QCOMPARE(after[i].map->sourceTokens, before[i].map->sourceTokens);
            QCOMPARE(after[i].map->targetTokens, before[i].map->targetTokens);
            QCOMPARE(after[i].map->weights, before[i].map->weights);
            QCOMPARE(after[i].map->gold.has_value(), before[i].map->gold.has_value());
        }
        QCOMPARE(after[3].map->gold->at(1).row, 2U);
        QVERIFY(!after[3].map->gold->at(1).sure);
    }

    void words_are_written_once_where_they_stay() {
        MapHistory same = newTimeline(), changing = newTimeline();
        for (int step = 0; step < 100; ++step) {
            same.add({"你好", "Hello"}, map(step, 0.5f, {"hello", "</s>"}));
            changing.add({"你好", ""}, map(step, 0.5f, {step % 2 ? "hello" : "hallo", "</s>"}));
        }
        QVERIFY(2 * timelineBytes(same).size() < timelineBytes(changing).size());
    }

    void a_model_file_keeps_a_bounded_number_of_moments() {
        MapHistory timeline = newTimeline();
        for (int step = 0; step < 5000; ++step)
            timeline.add({"你好", "Hello"}, map(step, 0.5f, {"hello", "</s>"}));
        const auto back = timelineFromBytes(timelineBytes(timeline));
        QVERIFY(back);
        const auto steps = back->steps({"你好", "Hello"});
        QVERIFY(steps.size() > 100 && steps.size() <= 200);
        QCOMPARE(steps.front(), std::int64_t(0));
        QCOMPARE(steps.back(), std::int64_t(4999));
    }

    void what_is_no_timeline_is_told_apart() {
        MapHistory timeline = newTimeline();
        AttentionMap marked = map(10, 1, {"hello", "</s>"});
        marked.gold = {{1, 1, true}};
        timeline.add({"你好", "Hello"}, marked);
        const std::string bytes = timelineBytes(timeline);
        QVERIFY(!timelineFromBytes(""));
        QVERIFY(!timelineFromBytes("nonsense"));
        QVERIFY(!timelineFromBytes(std::string(1 << 20, '\x81'))); // each the list of one that holds the next
        for (const std::int64_t step : {std::int64_t(-1), std::numeric_limits<std::int64_t>::max()}) {
            MapHistory outside = newTimeline();
            outside.add({"你好", "Hello"}, map(step, 0.5f, {"hello", "</s>"}));
            QVERIFY(!timelineFromBytes(timelineBytes(outside)));
        }
        for (std::size_t length = 0; length < bytes.size(); ++length) // cut short
            QVERIFY(!timelineFromBytes(std::string_view(bytes).substr(0, length)));
        for (std::size_t i = 0; i < bytes.size(); ++i) // any byte changed: read or refused
            for (const int change : {1, 0x80}) {
                std::string other = bytes;
                other[i] = static_cast<char>(other[i] ^ change);
                if (const auto read = timelineFromBytes(other))
                    for (const auto& [probe, map] : read->moments()) {
                        QCOMPARE(map->weights.size(), map->rows() * map->columns());
                        for (const auto& cell : map->gold.value_or(std::vector<GoldCell>()))
                            QVERIFY(cell.row < map->rows() && cell.column < map->columns());
                    }
            }
    }
};

QTEST_GUILESS_MAIN(TimelineBytesTest)
#include "TimelineBytesTest.moc"
