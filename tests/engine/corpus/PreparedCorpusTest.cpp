#include "tests/engine/corpus/CorpusText.h"

#include "engine/corpus/PreparedCorpus.h"
#include "engine/corpus/Split.h"
#include "engine/text/Tokenizer.h"

#include <QtTest>

#include <algorithm>
#include <numeric>
#include <set>
#include <thread>

using namespace zhuyi;

namespace {

std::vector<std::string> tokens(const EncodedSide& side, std::size_t i, const Vocabulary& vocabulary) {
    std::vector<std::string> result;
    for (std::int32_t k = 0; k < side.length(i); ++k)
        result.push_back(vocabulary.token(side.begin(i)[k]));
    return result;
}

Settings everyToken() {
    Settings settings;
    settings.minimum_count = 1;
    return settings;
}

/// Of both sides.
Settings subwords(std::int64_t vocabulary) {
    Settings settings = everyToken();
    settings.source_tokenizer = settings.target_tokenizer = "subword";
    settings.vocabulary_size = vocabulary;
    return settings;
}

bool equal(const EncodedPairs& a, const EncodedPairs& b) {
    return a.source.ids == b.source.ids && a.source.offsets == b.source.offsets && a.target.ids == b.target.ids &&
           a.target.offsets == b.target.offsets && a.lines == b.lines;
}

MessageCode failure(const Corpus& corpus, const Corpus* dev, const Settings& settings) {
    try {
        prepareCorpus(corpus, dev, settings, nullptr);
    } catch (const Failure& failure) {
        return failure.message().code;
    }
    return MessageCode::Internal;
}

} // namespace

class PreparedCorpusTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pairsAreEncodedInTheirPartsWithTheirLines();
    void theDirectionDecidesWhichSideIsTheSource();
    void eachSideHasItsTokenizer();
    void vocabulariesCountTheTrainingPartAlone();
    void subwordsAreLearntFromTheTrainingPartAlone();
    void aJointVocabularyIsLearntFromBothSidesOfTheTrainingPart();
    void aJointVocabularyKeepsTheFormOfEachSide();
    void pairsOverTheGreatestLengthAreDroppedAndCounted();
    void anotherDevFileLeavesTheCorpusWhole();
    void theSummaryIsComplete();
    void repeatedPreparationsAreEqual();
    void nothingLeftIsAFailure();
    void aDevFileWithNothingLeftIsAFailure();
    void progressGrowsToOneOnTheCallingThread();
    void throwingFromProgressGivesUp_data();
    void throwingFromProgressGivesUp();
    void evaluationCutsLongSentencesAndDropsNone();
    void trueAlignmentsGoWithTheirPairsIntoTheParts();
    void trueAlignmentsTurnWithTheDirection();
    void withoutTrueAlignmentsNothingIsKeptOfWords();
    void aDevFileHasAlignmentsOfItsOwn();
    void evaluationKeepsAlignmentsOfCutSentences();
    void pairsHeldOutAreTheTestPart();
    void tatoebaIsPrepared();
};

void PreparedCorpusTest::pairsAreEncodedInTheirPartsWithTheirLines() {
    const Corpus corpus = makeCorpus(distinctPairs(100));
    const Settings settings = everyToken();
    const PreparedCorpus prepared = prepareCorpus(corpus, nullptr, settings, nullptr);
    const Split split = splitCorpus(corpus, static_cast<std::uint64_t>(settings.seed));
    const auto check = [&](const EncodedPairs& part, const std::vector<std::uint32_t>& pairs) {
        QCOMPARE(part.size(), pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i)
            QCOMPARE(part.lines[i], corpus.pairs[pairs[i]].line);
    };
    check(prepared.train, split.train);
    check(prepared.dev, split.dev);
    check(prepared.test, split.test);
    const std::string number = std::to_string(prepared.train.lines[5] - 1);
    QCOMPARE(tokens(prepared.train.source, 5, prepared.source),
             (std::vector<std::string>{"我们", "有", number, "个", "苹果", "。"}));
    QCOMPARE(tokens(prepared.train.target, 5, prepared.target),
             (std::vector<std::string>{"we", "have", number, "apples", "."}));
}

void PreparedCorpusTest::theDirectionDecidesWhichSideIsTheSource() {
    Settings settings = everyToken();
    settings.direction = "en-zh";
    const PreparedCorpus prepared = prepareCorpus(makeCorpus(distinctPairs(20)), nullptr, settings, nullptr);
    QCOMPARE(prepared.source.token(prepared.train.source.begin(0)[0]), std::string("we"));
    QCOMPARE(prepared.target.token(prepared.train.target.begin(0)[0]), std::string("我们"));
    QCOMPARE(prepared.summary.englishVocabulary, prepared.source.size());
    QCOMPARE(prepared.summary.chineseVocabulary, prepared.target.size());
    QCOMPARE(prepared.summary.chineseLengths[6], std::int64_t(20));
    QCOMPARE(prepared.summary.englishLengths[5], std::int64_t(20));
}

void PreparedCorpusTest::eachSideHasItsTokenizer() {
    Settings settings = everyToken();
    settings.source_tokenizer = "character";
    settings.target_tokenizer = "whitespace";
    const PreparedCorpus prepared = prepareCorpus(makeCorpus(distinctPairs(20)), nullptr, settings, nullptr);
    QCOMPARE(tokens(prepared.train.source, 0, prepared.source).size(), std::size_t(8));
    QCOMPARE(tokens(prepared.train.target, 0, prepared.target).back(), std::string("apples."));
}

void PreparedCorpusTest::vocabulariesCountTheTrainingPartAlone() {
    // Each pair has a number of its own: those of dev and test can't be known.
    const PreparedCorpus prepared = prepareCorpus(makeCorpus(distinctPairs(100)), nullptr, everyToken(), nullptr);
    QCOMPARE(prepared.source.size(), std::int64_t(4 + 5 + 80));
    QCOMPARE(std::count(prepared.train.source.ids.begin(), prepared.train.source.ids.end(), Vocabulary::Unknown), 0);
    QCOMPARE(std::count(prepared.dev.source.ids.begin(), prepared.dev.source.ids.end(), Vocabulary::Unknown), 10);
    QCOMPARE(std::count(prepared.test.target.ids.begin(), prepared.test.target.ids.end(), Vocabulary::Unknown), 10);
}

void PreparedCorpusTest::subwordsAreLearntFromTheTrainingPartAlone() {
    std::vector<std::pair<std::string, std::string>> devPairs(40, {"猫", "zyzzyva zyzzyvas"});
    const Corpus corpus = makeCorpus(distinctPairs(200)), dev = makeCorpus(devPairs);
    Settings settings = subwords(100);
    const PreparedCorpus prepared = prepareCorpus(corpus, &dev, settings, nullptr);
    QVERIFY(!prepared.source.subwordModel().empty() && !prepared.target.subwordModel().empty());
    for (const auto& piece : prepared.target.words())
        QVERIFY2(piece.find("zy") == std::string::npos, piece.c_str());
    // What was encoded can be read again, and evaluation cuts alike.
    const auto tokenizer = makeTokenizer(settings, Side::Target, prepared.target);
    const auto encoded = encodeCorpus(corpus, settings, prepared.source, prepared.target, [](double) {});
    QCOMPARE(encoded.size(), std::size_t(200));
    QCOMPARE(tokenizer->detokenize(tokens(encoded.target, 7, prepared.target)), std::string(corpus.english(7)));
    QVERIFY(equal(prepared.train, prepareCorpus(corpus, &dev, settings, nullptr).train));
}

void PreparedCorpusTest::aJointVocabularyIsLearntFromBothSidesOfTheTrainingPart() {
    std::vector<std::pair<std::string, std::string>> devPairs(40, {"鑫鑫鑫", "zyzzyva zyzzyvas"});
    const Corpus corpus = makeCorpus(distinctPairs(200)), dev = makeCorpus(devPairs);
    Settings settings = subwords(100);
    const auto apart = prepareCorpus(corpus, &dev, settings, nullptr);
    QVERIFY(apart.source.words() != apart.target.words());
    settings.joint_vocabulary = true;
    const auto joint = prepareCorpus(corpus, &dev, settings, nullptr);
    QCOMPARE(joint.source.words(), joint.target.words());
    QCOMPARE(joint.source.subwordModel(), joint.target.subwordModel());
    QVERIFY(joint.source.size() <= 100 + Vocabulary::Specials);
    QCOMPARE(joint.summary.chineseVocabulary, joint.summary.englishVocabulary);
    for (const auto& piece : joint.source.words())
        QVERIFY2(piece.find("zy") == std::string::npos && piece.find("鑫") == std::string::npos, piece.c_str());
    QCOMPARE(joint.dev.source.begin(0)[joint.dev.source.length(0) - 1], Vocabulary::Unknown);
    // Both sides are cut by it; what stands on both has one id.
    const auto has = [](const EncodedSide& side, std::int32_t id) {
        return std::find(side.ids.begin(), side.ids.end(), id) != side.ids.end();
    };
    const auto chinese = makeTokenizer(settings, Side::Source, joint.source),
               english = makeTokenizer(settings, Side::Target, joint.target);
    for (std::size_t i = 0; i < 200; i += 9) {
        QCOMPARE(chinese->detokenize(tokens(joint.train.source, i, joint.source)), std::string(corpus.chinese(i)));
        QCOMPARE(english->detokenize(tokens(joint.train.target, i, joint.target)), std::string(corpus.english(i)));
    }
    std::size_t common = 0;
    for (std::int32_t id = Vocabulary::Specials; id < joint.source.size(); ++id)
        common += has(joint.train.source, id) && has(joint.train.target, id);
    QVERIFY(common >= 5); // digits
    QVERIFY(equal(joint.train, prepareCorpus(corpus, &dev, settings, nullptr).train));
    // The other way they are the same subwords.
    settings.direction = "en-zh";
    const auto back = prepareCorpus(corpus, &dev, settings, nullptr);
    QCOMPARE(back.source.words(), joint.source.words());
    QCOMPARE(back.train.source.ids, joint.train.target.ids);
    // Where a side is cut in another way, there is nothing to join.
    settings.target_tokenizer = "mixed";
    const auto mixed = prepareCorpus(corpus, &dev, settings, nullptr);
    settings.joint_vocabulary = false;
    QVERIFY(equal(mixed.train, prepareCorpus(corpus, &dev, settings, nullptr).train));
    QVERIFY(mixed.target.subwordModel().empty());
}

void PreparedCorpusTest::aJointVocabularyKeepsTheFormOfEachSide() {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < 200; ++i)
        pairs.emplace_back("我們在 NASA 讀" + std::to_string(i) + "本書, 好嗎?",
                           "At NASA We Read " + std::to_string(i) + " Books, OK？");
    const Corpus corpus = makeCorpus(pairs);
    Settings settings = subwords(120);
    settings.joint_vocabulary = true;
    settings.casing = "lowered";
    settings.simplify = true;
    settings.subword_sampling = 0.3;
    const auto prepared = prepareCorpus(corpus, nullptr, settings, nullptr);
    const auto text = [&](const EncodedSide& side, const Vocabulary& vocabulary) {
        std::string result;
        for (const auto& token : tokens(side, 0, vocabulary))
            result += token;
        return QString::fromStdString(result).replace(QStringLiteral("▁"), QStringLiteral(" "));
    };
    const auto number = QString::number(prepared.train.lines[0] - 1);
    QCOMPARE(text(prepared.train.source, prepared.source),
             QStringLiteral(" 我们在 NASA 读%1本书， 好吗？").arg(number));
    QCOMPARE(text(prepared.train.target, prepared.target),
             QStringLiteral(" at nasa we read %1 books, ok?").arg(number));
    QVERIFY(prepared.target.capitals()->words().count("nasa") > 0 && prepared.source.capitals()->words().empty());
    // What is cut anew in each epoch has these forms already.
    QCOMPARE(QString::fromStdString(prepared.trainSource[0]),
             QStringLiteral("我们在 NASA 读%1本书， 好吗？").arg(number));
    QCOMPARE(QString::fromStdString(prepared.trainTarget[0]),
             QStringLiteral("at nasa we read %1 books, ok?").arg(number));
}

void PreparedCorpusTest::pairsOverTheGreatestLengthAreDroppedAndCounted() {
    auto pairs = distinctPairs(30);
    pairs[3].first += "一二三四五六七八九十一二三四五六七八九十";
    pairs[8].second += " And more, and more, and more, and more.";
    Settings settings = everyToken();
    settings.max_length = 8;
    settings.source_tokenizer = "character";
    Corpus corpus = makeCorpus(pairs);
    corpus.dropped[DropReason::TooLong] = 1;
    corpus.firstDroppedLine[DropReason::TooLong] = 7;
    const PreparedCorpus prepared = prepareCorpus(corpus, nullptr, settings, nullptr);
    const CorpusSummary& summary = prepared.summary;
    QCOMPARE(summary.pairs, std::int64_t(28));
    QCOMPARE(summary.dropped.at(DropReason::TooLong), std::int64_t(3));
    QCOMPARE(summary.firstDroppedLine.at(DropReason::TooLong), std::int64_t(4));
    for (const EncodedPairs* part : {&prepared.train, &prepared.dev, &prepared.test})
        for (std::size_t i = 0; i < part->size(); ++i) {
            QVERIFY(part->source.length(i) <= 8 && part->target.length(i) <= 8);
            QVERIFY(part->lines[i] != 4 && part->lines[i] != 9);
        }
}

void PreparedCorpusTest::anotherDevFileLeavesTheCorpusWhole() {
    const Corpus corpus = makeCorpus(distinctPairs(50));
    const Corpus dev = makeCorpus({{"我们有书。", "We have books."}, {"我们有5个苹果。", "We have 5 apples."}});
    const PreparedCorpus prepared = prepareCorpus(corpus, &dev, everyToken(), nullptr);
    QCOMPARE(prepared.train.size(), std::size_t(50));
    QCOMPARE(prepared.dev.size(), std::size_t(2));
    QCOMPARE(prepared.test.size(), std::size_t(0));
    QCOMPARE(prepared.dev.lines, (std::vector<std::int64_t>{1, 2}));
    QCOMPARE(tokens(prepared.dev.target, 0, prepared.target), (std::vector<std::string>{"we", "have", "<unk>", "."}));
    QCOMPARE(prepared.summary.devPairs, std::int64_t(2));
    QCOMPARE(prepared.summary.devPairsShown.front().english, std::string("We have books."));
}

void PreparedCorpusTest::theSummaryIsComplete() {
    Corpus corpus = makeCorpus(distinctPairs(5000));
    corpus.columns = 3;
    corpus.chineseColumn = 2;
    corpus.englishColumn = 0;
    corpus.lines = 5003;
    corpus.dropped[DropReason::Duplicate] = 3;
    corpus.firstDroppedLine[DropReason::Duplicate] = 17;
    Settings settings;
    settings.vocabulary_size = 5;
    const CorpusSummary summary = prepareCorpus(corpus, nullptr, settings, nullptr).summary;
    QCOMPARE(summary.path, corpus.path);
    QCOMPARE(summary.columns, 3);
    QCOMPARE(summary.chineseColumn, 2);
    QCOMPARE(summary.englishColumn, 0);
    QCOMPARE(summary.lines, std::int64_t(5003));
    QCOMPARE(summary.pairs, std::int64_t(5000));
    QVERIFY(summary.dropped == corpus.dropped);
    QVERIFY(summary.firstDroppedLine == corpus.firstDroppedLine);
    QCOMPARE(summary.trainPairs, std::int64_t(4000));
    QCOMPARE(summary.devPairs, std::int64_t(500));
    QCOMPARE(summary.testPairs, std::int64_t(500));
    QCOMPARE(summary.chineseVocabulary, std::int64_t(9));
    QCOMPARE(summary.englishVocabulary, std::int64_t(8)); // the numbers are met but once
    QCOMPARE(summary.chineseLengths.size(), std::size_t(51));
    QCOMPARE(std::accumulate(summary.chineseLengths.begin(), summary.chineseLengths.end(), std::int64_t(0)),
             std::int64_t(5000));
    QCOMPARE(summary.englishLengths[5], std::int64_t(5000));
    QCOMPARE(summary.chineseUnknown, 1.0 / 6);
    QCOMPARE(summary.englishUnknown, 1.0 / 5);
    QVERIFY(summary.examples.size() >= 5);
    QVERIFY(summary.examples.back().line > 4000);
    QCOMPARE(summary.devPairsShown.size(), std::size_t(200));
    std::set<std::int64_t> lines;
    for (const SentencePair& pair : summary.devPairsShown) {
        lines.insert(pair.line);
        QCOMPARE(pair.english, "We have " + std::to_string(pair.line - 1) + " apples.");
    }
    QCOMPARE(lines.size(), std::size_t(200));
    QVERIFY(summary.settings == settings);
}

void PreparedCorpusTest::repeatedPreparationsAreEqual() {
    // Which thread meets which chunk differs from time to time; nothing else may.
    const Corpus corpus = makeCorpus(distinctPairs(6000));
    const PreparedCorpus first = prepareCorpus(corpus, nullptr, everyToken(), nullptr);
    for (int i = 0; i < 5; ++i) {
        const PreparedCorpus again = prepareCorpus(corpus, nullptr, everyToken(), nullptr);
        QCOMPARE(again.source.words(), first.source.words());
        QCOMPARE(again.target.words(), first.target.words());
        QVERIFY(equal(again.train, first.train));
        QVERIFY(equal(again.dev, first.dev));
        QVERIFY(equal(again.test, first.test));
    }
}

void PreparedCorpusTest::nothingLeftIsAFailure() {
    Settings settings;
    settings.max_length = 2;
    QVERIFY(failure(makeCorpus(distinctPairs(10)), nullptr, settings) == MessageCode::NoPairsLeft);
}

void PreparedCorpusTest::aDevFileWithNothingLeftIsAFailure() {
    Settings settings;
    settings.max_length = 6;
    const Corpus dev = makeCorpus({{"今天的天气比昨天好得多了。", "The weather is much better today than it was."}});
    QVERIFY(failure(makeCorpus(distinctPairs(10)), &dev, settings) == MessageCode::DevFileTooSmall);
}

void PreparedCorpusTest::progressGrowsToOneOnTheCallingThread() {
    const Corpus corpus = makeCorpus(distinctPairs(5000));
    const Corpus dev = makeCorpus(distinctPairs(700));
    for (const Corpus* devCorpus : {static_cast<const Corpus*>(nullptr), &dev}) {
        std::vector<double> shares;
        bool elsewhere = false;
        const auto caller = std::this_thread::get_id();
        prepareCorpus(corpus, devCorpus, everyToken(), [&](double share) {
            shares.push_back(share);
            elsewhere = elsewhere || std::this_thread::get_id() != caller;
        });
        QVERIFY(!elsewhere);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(shares.front() >= 0);
        QCOMPARE(shares.back(), 1.0);
    }
}

void PreparedCorpusTest::throwingFromProgressGivesUp_data() {
    QTest::addColumn<double>("from");
    for (const double from : {0.0, 0.7, 0.8, 0.95, 1.0})
        QTest::addRow("at %g", from) << from;
}

void PreparedCorpusTest::throwingFromProgressGivesUp() {
    QFETCH(double, from);
    const auto cancel = [&](double share) {
        if (share >= from)
            throw Failure(MessageCode::Cancelled);
    };
    QVERIFY_EXCEPTION_THROWN(prepareCorpus(makeCorpus(distinctPairs(20000)), nullptr, everyToken(), cancel), Failure);
}

void PreparedCorpusTest::evaluationCutsLongSentencesAndDropsNone() {
    auto pairs = distinctPairs(1500);
    for (int i = 0; i < 100; ++i)
        pairs[7].first += "很长";
    pairs.push_back(pairs[0]);
    Settings settings = everyToken();
    const PreparedCorpus prepared = prepareCorpus(makeCorpus(distinctPairs(1500)), nullptr, settings, nullptr);
    settings.max_length = 6;
    double last = 0;
    const EncodedPairs encoded = encodeCorpus(makeCorpus(pairs), settings, prepared.source, prepared.target,
                                              [&](double share) { last = share; });
    QCOMPARE(encoded.size(), std::size_t(1501));
    QCOMPARE(encoded.source.length(7), 6);
    QCOMPARE(encoded.target.length(7), 5);
    QCOMPARE(encoded.lines[1500], std::int64_t(1501));
    QCOMPARE(tokens(encoded.target, 1500, prepared.target), tokens(encoded.target, 0, prepared.target));
    QCOMPARE(last, 1.0);
}

namespace {

/// Of n numbered pairs, "i 个 苹果" and "apples i": the number stands last in English, and the counter is only
/// possible.
Corpus alignedCorpus(int count) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < count; ++i)
        pairs.emplace_back(std::to_string(i) + " 个 苹果", "apples " + std::to_string(i));
    Corpus corpus = makeCorpus(pairs);
    for (int i = 0; i < count; ++i)
        corpus.alignments.append(i % 2 == 0 ? std::vector<AlignmentLink>{{0, 1}, {1, 1, false}, {2, 0}}
                                            : std::vector<AlignmentLink>());
    return corpus;
}

std::vector<AlignmentLink> gold(const EncodedPairs& pairs, std::size_t i) {
    return {pairs.gold.begin(i), pairs.gold.end(i)};
}

} // namespace

void PreparedCorpusTest::trueAlignmentsGoWithTheirPairsIntoTheParts() {
    Settings settings = everyToken();
    settings.source_tokenizer = "character";
    const Corpus corpus = alignedCorpus(200);
    const PreparedCorpus prepared = prepareCorpus(corpus, nullptr, settings, nullptr);
    QCOMPARE(prepared.summary.alignedPairs, std::int64_t(100));
    QVERIFY(!prepared.summary.builtIn);
    for (const EncodedPairs* part : {&prepared.train, &prepared.dev, &prepared.test}) {
        QCOMPARE(part->gold.size(), part->size());
        QCOMPARE(part->sourceWords.size(), part->source.ids.size());
        QCOMPARE(part->targetWords.size(), part->target.ids.size());
        for (std::size_t i = 0; i < part->size(); ++i) {
            const auto number = part->lines[i] - 1;
            QCOMPARE(gold(*part, i).empty(), number % 2 == 1);
            // Of characters the number (one token, since digits are no Chinese), 个, 苹 and 果.
            const auto* words = part->sourceWords.data() + part->source.offsets[i];
            QCOMPARE(std::vector<std::uint16_t>(words, words + part->source.length(i)),
                     (std::vector<std::uint16_t>{0, 1, 2, 2}));
        }
    }
    const auto links = gold(prepared.train, prepared.train.lines[0] % 2 == 1 ? 0 : 1);
    QCOMPARE(links.empty() ? gold(prepared.train, 2) : links,
             (std::vector<AlignmentLink>{{0, 1}, {1, 1, false}, {2, 0}}));
}

void PreparedCorpusTest::trueAlignmentsTurnWithTheDirection() {
    Settings settings = everyToken();
    settings.direction = "en-zh";
    Corpus corpus = makeCorpus(distinctPairs(20));
    for (int i = 0; i < 20; ++i)
        corpus.alignments.append({{0, 2, false}, {0, 3}});
    const PreparedCorpus prepared = prepareCorpus(corpus, nullptr, settings, nullptr);
    QCOMPARE(gold(prepared.train, 3), (std::vector<AlignmentLink>{{2, 0, false}, {3, 0}}));
    const auto* words = prepared.train.sourceWords.data();
    QCOMPARE(std::vector<std::uint16_t>(words, words + 5), (std::vector<std::uint16_t>{0, 1, 2, 3, 3})); // "apples" "."
}

void PreparedCorpusTest::withoutTrueAlignmentsNothingIsKeptOfWords() {
    const PreparedCorpus prepared = prepareCorpus(makeCorpus(distinctPairs(50)), nullptr, everyToken(), nullptr);
    QVERIFY(prepared.train.gold.empty());
    QVERIFY(prepared.train.sourceWords.empty() && prepared.train.targetWords.empty());
    QCOMPARE(prepared.summary.alignedPairs, std::int64_t(0));
}

void PreparedCorpusTest::aDevFileHasAlignmentsOfItsOwn() {
    const Corpus plain = makeCorpus(distinctPairs(50));
    Corpus dev = alignedCorpus(3);
    const PreparedCorpus onlyDev = prepareCorpus(plain, &dev, everyToken(), nullptr);
    QVERIFY(onlyDev.train.gold.empty());
    QCOMPARE(onlyDev.dev.gold.size(), std::size_t(3));
    QCOMPARE(onlyDev.summary.alignedPairs, std::int64_t(2));
    const PreparedCorpus onlyTrain = prepareCorpus(dev, &plain, everyToken(), nullptr);
    QCOMPARE(onlyTrain.train.gold.size(), std::size_t(3));
    QVERIFY(onlyTrain.dev.gold.empty());
}

void PreparedCorpusTest::evaluationKeepsAlignmentsOfCutSentences() {
    Settings settings = everyToken();
    settings.max_length = 2;
    const PreparedCorpus prepared = prepareCorpus(alignedCorpus(30), nullptr, everyToken(), nullptr);
    const EncodedPairs pairs =
        encodeCorpus(alignedCorpus(2), settings, prepared.source, prepared.target, [](double) {});
    QCOMPARE(pairs.size(), std::size_t(2));
    QCOMPARE(gold(pairs, 0).size(), std::size_t(3));
    QCOMPARE(pairs.sourceWords, (std::vector<std::uint16_t>{0, 1, 0, 1}));
    QCOMPARE(pairs.targetWords, (std::vector<std::uint16_t>{0, 1, 0, 1}));
}

void PreparedCorpusTest::pairsHeldOutAreTheTestPart() {
    Corpus corpus = makeCorpus(distinctPairs(300));
    corpus.testPairs = 40;
    const PreparedCorpus prepared = prepareCorpus(corpus, nullptr, everyToken(), nullptr);
    QCOMPARE(prepared.summary.testPairs, std::int64_t(40));
    QCOMPARE(prepared.test.lines.front(), std::int64_t(261));
    QCOMPARE(prepared.test.lines.back(), std::int64_t(300));
    QCOMPARE(prepared.summary.devPairs, std::int64_t(26)); // a tenth of the others
    QCOMPARE(prepared.summary.trainPairs, std::int64_t(234));
}

void PreparedCorpusTest::tatoebaIsPrepared() {
    const std::string path = SHARED_DATA "/tatoeba/cmn.txt";
    if (!QFile::exists(QString::fromStdString(path)))
        QSKIP("tatoeba/cmn.txt is not here: the corpus that most people open is NOT tested");
    const Corpus corpus = readCorpus(path, nullptr);
    const PreparedCorpus prepared = prepareCorpus(corpus, nullptr, Settings(), nullptr);
    QCOMPARE(prepared.summary.pairs, std::int64_t(29055));
    QCOMPARE(prepared.dev.size(), std::size_t(1000));
    QCOMPARE(prepared.test.size(), std::size_t(1000));
    QVERIFY(prepared.summary.chineseVocabulary > 5000 && prepared.summary.chineseVocabulary <= 8004);
    QVERIFY(prepared.summary.englishVocabulary > 4000 && prepared.summary.englishVocabulary <= 8004);
    QVERIFY(prepared.summary.chineseUnknown < 0.03);
    QVERIFY(prepared.summary.englishUnknown < 0.02);

    // What people read is what stood in the file, but for capitals inside sentences and for half-width Chinese signs.
    int same = 0;
    const auto english = makeTokenizer("word", Language::English);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        same += english->detokenize(english->tokenize(corpus.english(i))) == corpus.english(i);
    QVERIFY(same > 0.97 * static_cast<double>(corpus.pairs.size()));
}

QTEST_GUILESS_MAIN(PreparedCorpusTest)
#include "PreparedCorpusTest.moc"
