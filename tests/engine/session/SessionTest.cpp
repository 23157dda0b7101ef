#include "tests/engine/session/Recorder.h"

#include "engine/session/CommandQueue.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <future>
#include <sys/resource.h>

using namespace zhuyi;

namespace {

Settings tiny() {
    Settings settings;
    settings.embedding_size = settings.hidden_size = settings.attention_size = 16;
    settings.batch_size = 16;
    settings.minimum_count = 1;
    settings.epochs = 10000;
    settings.threads = 1;
    return settings;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::string corpus_;

  private Q_SLOTS:
    void initTestCase() {
        corpus_ = folder_.filePath("corpus.tsv").toStdString();
        QFile file(QString::fromStdString(corpus_));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QStringList who{"我", "你", "他们", "老师", "学生"}, does{"看", "买", "喜欢", "找"},
            what{"书", "茶", "花", "米饭", "苹果"};
        const QStringList english1{"I", "You", "They", "Teachers", "Students"},
            english2{"read", "buy", "like", "look for"}, english3{"books", "tea", "flowers", "rice", "apples"};
        for (int i = 0; i < who.size(); ++i)
            for (int j = 0; j < does.size(); ++j)
                for (int k = 0; k < what.size(); ++k)
                    file.write(QString("%1%2%3。\t%4 %5 %6.\n")
                                   .arg(who[i], does[j], what[k], english1[i], english2[j], english3[k])
                                   .toUtf8());
    }

    void commands_without_what_they_need_fail_with_a_reason() {
        Recorder engine;
        QVERIFY(engine.next<EngineReady>());
        engine.post(Translate{1, "你好", false});
        QCOMPARE(engine.failure(), MessageCode::ModelMissing);
        engine.post(Train{});
        QCOMPARE(engine.failure(), MessageCode::CorpusMissing);
        engine.post(OpenCorpus{folder_.filePath("none.tsv").toStdString(), {}, tiny()});
        QCOMPARE(engine.failure(), MessageCode::FileMissing);
        engine.post(SaveModel{folder_.filePath("none.zhuyi").toStdString()});
        QCOMPARE(engine.failure(), MessageCode::ModelMissing);
        engine.post(OpenModel{corpus_});
        QCOMPARE(engine.failure(), MessageCode::ModelMalformed);
    }

    void a_corpus_that_cannot_be_opened_leaves_the_one_at_hand() {
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        const auto opened = engine.next<CorpusOpened>();
        QVERIFY(opened);
        QCOMPARE(opened->summary->pairs, 100);
        engine.post(OpenCorpus{"/", {}, tiny()});
        QCOMPARE(engine.failure(), MessageCode::FileUnreadable);
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        QVERIFY(engine.next<TrainingStarted>());
    }

    void translations_and_probes_are_served_while_training() {
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(WatchProbes{{{"我看书。", "I read books."}, {"你买茶。", ""}}});
        engine.post(Train{tiny()});
        QVERIFY(engine.next<TrainingStarted>());
        const auto watched = engine.next<ProbesWatched>();
        QVERIFY(watched);
        QCOMPARE(watched->report.maps.size(), 2U);
        QCOMPARE(watched->report.maps[0]->targetTokens.back(), std::string("</s>"));
        QVERIFY(watched->report.maps[0]->step > 0);
        for (std::uint64_t id = 1; id <= 20; ++id) {
            engine.post(Translate{id, "老师喜欢花。", false});
            const auto translated = engine.next<Translated>();
            QVERIFY(translated);
            QCOMPARE(translated->id, id);
        }
        engine.post(Force{99, "我看书。", "I buy tea."});
        const auto forced = engine.next<Translated>();
        QVERIFY(forced);
        QCOMPARE(forced->translation->attention->rows(), 5U); // i buy tea . and the end
        // Another corpus, model or run would pull the ground from under this one.
        engine.post(Train{tiny()});
        QCOMPARE(engine.failure(), MessageCode::Busy);
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        QCOMPARE(engine.failure(), MessageCode::Busy);
        engine.post(Stop{});
        const auto finished = engine.next<TrainingFinished>();
        QVERIFY(finished);
        QCOMPARE(finished->end, TrainingEnd::Stopped);
    }

    void a_model_brings_along_how_its_attention_formed() {
        const auto file = folder_.filePath("watched.zhuyi").toStdString(),
                   checkpoint = folder_.filePath("watched.checkpoint").toStdString();
        const Probe known{"我看书。", "I read books."};
        std::vector<std::int64_t> steps;
        {
            Recorder engine;
            engine.post(OpenCorpus{corpus_, {}, tiny()});
            engine.post(Train{tiny(), 0, {}, checkpoint, false, true});
            QVERIFY(engine.next<TrainingStarted>());
            engine.post(WatchProbes{{known, {"你买茶。", ""}}});
            for (int i = 0; i < 3; ++i) {
                const auto watched = engine.next<ProbesWatched>();
                QVERIFY(watched);
                steps.push_back(watched->report.step);
                engine.post(Step{});
            }
            QVERIFY(engine.next<ProbesWatched>());
            steps.push_back(3);
            engine.post(Interrupt{});
            QVERIFY(engine.next<TrainingFinished>());
            engine.post(SaveModel{file});
            QVERIFY(engine.next<ModelSaved>());
        }
        QCOMPARE(steps, std::vector<std::int64_t>({0, 1, 2, 3}));
        const auto check = [&](const std::optional<TimelineOpened>& opened) {
            QVERIFY(opened);
            QCOMPARE(opened->moments.size(), 8U); // both sentences
            for (std::size_t i = 0; i < 4; ++i) {
                QCOMPARE(opened->moments[i].probe.source, known.source);
                QCOMPARE(opened->moments[i].probe.target, known.target);
                QCOMPARE(opened->moments[i].map->step, steps[i]);
            }
        };
        Recorder engine;
        engine.post(OpenModel{file});
        QVERIFY(engine.next<ModelOpened>());
        check(engine.next<TimelineOpened>());
        // What is looked at afterwards is not how it came about.
        engine.post(WatchProbes{{{"他们找花。", ""}}});
        QVERIFY(engine.next<ProbesWatched>());
        engine.post(SaveModel{file});
        engine.post(OpenModel{file});
        QVERIFY(engine.next<ModelOpened>());
        check(engine.next<TimelineOpened>());
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny(), 0, {}, checkpoint, true, true});
        QVERIFY(engine.next<TrainingStarted>());
        check(engine.next<TimelineOpened>());
        // A run that begins has seen nothing yet.
        engine.post(Interrupt{});
        QVERIFY(engine.next<TrainingFinished>());
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        QVERIFY(engine.next<TrainingStarted>());
        engine.post(SaveModel{file});
        QVERIFY(engine.next<ModelSaved>());
        engine.post(Stop{});
        QVERIFY(engine.next<TrainingFinished>());
        engine.post(WatchProbes{});
        engine.post(OpenModel{file});
        QVERIFY(engine.next<ModelOpened>());
        engine.post(OpenModel{checkpoint});
        QVERIFY(engine.next<ModelOpened>());
        check(engine.next<TimelineOpened>());
    }

    void a_corpus_is_cut_anew_for_a_joint_vocabulary() {
        Settings settings = tiny();
        settings.source_tokenizer = settings.target_tokenizer = "subword";
        settings.vocabulary_size = 40;
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, settings});
        const auto apart = engine.next<CorpusOpened>();
        QVERIFY(apart);
        QVERIFY(apart->summary->chineseVocabulary != apart->summary->englishVocabulary);
        settings.joint_vocabulary = true;
        engine.post(Train{settings, 0, {}, {}, false, true});
        const auto joint = engine.next<CorpusOpened>();
        QVERIFY(joint);
        QCOMPARE(joint->summary->chineseVocabulary, joint->summary->englishVocabulary);
        QVERIFY(engine.next<TrainingStarted>());
        engine.post(Stop{});
        QVERIFY(engine.next<TrainingFinished>());
        settings.joint_vocabulary = false;
        engine.post(Train{settings, 0, {}, {}, false, true});
        const auto again = engine.next<CorpusOpened>();
        QVERIFY(again);
        QCOMPARE(again->summary->chineseVocabulary, apart->summary->chineseVocabulary);
    }

    void a_paused_run_moves_by_single_steps_alone() {
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        const auto started = engine.next<TrainingStarted>();
        QVERIFY(started);
        QVERIFY(started->paused);
        for (std::int64_t step = 1; step <= 3; ++step) {
            engine.post(Step{});
            const auto stepped = engine.next<Stepped>();
            QVERIFY(stepped);
            QCOMPARE(stepped->report.step, step);
            QVERIFY(engine.next<TrainingPaused>());
        }
        engine.post(Resume{});
        QVERIFY(engine.next<TrainingResumed>());
        QVERIFY(engine.next<Stepped>());
        engine.post(Pause{});
        QVERIFY(engine.next<TrainingPaused>());
    }

    void a_model_saved_is_opened_elsewhere_without_the_corpus() {
        const auto path = folder_.filePath("saved.zhuyi").toStdString();
        std::string text;
        {
            Recorder engine;
            engine.post(OpenCorpus{corpus_, {}, tiny()});
            Settings settings = tiny();
            settings.epochs = 3;
            engine.post(Train{settings});
            QVERIFY(engine.next<TrainingFinished>());
            engine.post(SaveModel{path});
            QVERIFY(engine.next<ModelSaved>());
            engine.post(Translate{1, "他们找苹果。", false});
            text = engine.next<Translated>()->translation->text;
        }
        Recorder engine;
        engine.post(OpenModel{path});
        const auto opened = engine.next<ModelOpened>();
        QVERIFY(opened);
        QVERIFY(opened->model.metrics.count("dev_loss") == 1);
        engine.post(Translate{1, "他们找苹果。", false});
        QCOMPARE(engine.next<Translated>()->translation->text, text);
        engine.post(Evaluate{corpus_});
        const auto evaluated = engine.next<Evaluated>();
        QVERIFY(evaluated);
        QCOMPARE(evaluated->report.pairs, 100);
    }

    void sentences_of_every_kind_are_answered_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasMap");
        QTest::newRow("empty") << "" << false;
        QTest::newRow("white space") << " \t　 " << false;
        QTest::newRow("unknown words") << "量子纠缠" << true;
        QTest::newRow("long") << QString("我看书").repeated(700) << true;
        QTest::newRow("emoji") << QString::fromUtf8("😀👩‍👩‍👧") << true;
        QTest::newRow("other scripts") << QString::fromUtf8("Привет мир") << true;
    }
    void sentences_of_every_kind_are_answered() {
        QFETCH(QString, text);
        QFETCH(bool, hasMap);
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        QVERIFY(engine.next<TrainingStarted>());
        engine.post(Translate{5, text.toStdString(), false});
        const auto translated = engine.next<Translated>();
        QVERIFY(translated);
        QCOMPARE(translated->id, 5U);
        QCOMPARE(translated->translation->attention != nullptr, hasMap);
        if (text.size() > 2000) {
            QCOMPARE(translated->translation->notices.at(0).code, MessageCode::SentenceCut);
            QCOMPARE(translated->translation->attention->columns(), 50U);
        }
    }

    void a_newer_translation_takes_the_place_of_one_that_waits() {
        CommandQueue queue;
        queue.push(Translate{1, "a", true});
        queue.push(Pause{});
        queue.push(Translate{2, "b", true});
        queue.push(Translate{3, "c", false});
        QCOMPARE(std::get<Translate>(queue.take()).id, 2U);
        QVERIFY(std::holds_alternative<Pause>(queue.take()));
        QCOMPARE(std::get<Translate>(queue.take()).id, 3U);
        QVERIFY(!queue.tryTake());
    }

    void a_checkpoint_that_cannot_be_written_is_told_and_training_goes_on() {
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        Settings settings = tiny();
        settings.epochs = 2;
        engine.post(Train{settings, 0, {}, "/proc/none/last.checkpoint"});
        const auto notice = engine.next<Notice>();
        QVERIFY(notice);
        QCOMPARE(notice->message.code, MessageCode::FileUnwritable);
        const auto finished = engine.next<TrainingFinished>();
        QVERIFY(finished);
        QCOMPARE(finished->end, TrainingEnd::Completed);
    }

    void a_model_that_cannot_be_written_at_the_end_stays_at_hand() {
        const auto folder = folder_.filePath("gone");
        QVERIFY(QDir().mkpath(folder));
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny(), 0, (folder + "/model.zhuyi").toStdString()});
        QVERIFY(engine.next<Validated>());
        QVERIFY(QDir().rmdir(folder));
        engine.post(Stop{});
        QCOMPARE(engine.failure(), MessageCode::FileUnwritable);
        const auto finished = engine.next<TrainingFinished>();
        QVERIFY(finished);
        QCOMPARE(finished->end, TrainingEnd::Failed);
        engine.post(SaveModel{folder_.filePath("rescued.zhuyi").toStdString()});
        QVERIFY(engine.next<ModelSaved>());
        engine.post(Train{tiny(), 0, {}, {}, false, true}); // and the engine is free again
        QVERIFY(engine.next<TrainingStarted>());
    }

    void start_after_a_step_that_still_waits_goes_on_unpaused() {
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        engine.post(Step{});
        engine.post(Resume{});
        QVERIFY(engine.next<TrainingResumed>());
        engine.post(Translate{1, "我看书。", false});
        QVERIFY(engine.next<Translated>());
        for (int step = 0; step < 3; ++step)
            QVERIFY(engine.next<Stepped>());
        QVERIFY(!engine.sawPaused);
    }

    void a_checkpoint_opens_with_its_best_weights_and_no_file_to_save_to() {
        const auto checkpoint = folder_.filePath("best.checkpoint").toStdString();
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        Settings settings = tiny();
        settings.epochs = 3;
        engine.post(Train{settings, 0, {}, checkpoint});
        const auto finished = engine.next<TrainingFinished>();
        QVERIFY(finished);
        engine.post(OpenModel{checkpoint});
        const auto opened = engine.next<ModelOpened>();
        QVERIFY(opened);
        QCOMPARE(opened->model.path, std::string());

        // Of a run that had been better before its end, it tells that moment's step and figures.
        settings.learning_rate = 0.01;
        settings.epochs = 100;
        const auto worse = folder_.filePath("worse.checkpoint").toStdString();
        engine.post(Train{settings, 0, {}, worse});
        for (auto validated = engine.next<Validated>(); validated->report.devLoss > 1;) {
            validated = engine.next<Validated>();
            QVERIFY(validated);
        }
        engine.post(Pause{});
        engine.post(SetLearningRate{1});
        QVERIFY(engine.next<LearningRateSet>());
        engine.post(Resume{});
        const auto ended = engine.next<TrainingFinished>();
        QVERIFY(ended);
        engine.post(OpenModel{worse});
        const auto best = engine.next<ModelOpened>();
        QVERIFY(best);
        QCOMPARE(best->model.step, ended->model.step); // which the end of a run goes back to
        QCOMPARE(best->model.metrics, ended->model.metrics);
        engine.post(Inspect{worse});
        const auto file = engine.next<Inspected>();
        QVERIFY(file);
        const auto last = QJsonDocument::fromJson(QByteArray::fromStdString(file->json)).object();
        QVERIFY(last.value(QStringLiteral("step")).toInteger() > best->model.step);
    }

    void true_alignments_outline_the_heatmaps_of_their_pairs() {
        const auto pairs = folder_.filePath("aligned.tsv"), links = folder_.filePath("aligned.align");
        QFile text(pairs), alignments(links);
        QVERIFY(text.open(QIODevice::WriteOnly) && alignments.open(QIODevice::WriteOnly));
        for (int i = 0; i < 60; ++i) {
            text.write(QString("我 有 %1 个 苹果\tI have %1 apples\n").arg(i + 2).toUtf8());
            alignments.write("0-0 1-1 2-2 3?2 4-3\n");
        }
        text.close();
        alignments.close();
        Recorder engine;
        OpenCorpus open{pairs.toStdString(), {}, tiny()};
        open.alignmentsPath = links.toStdString();
        engine.post(open);
        const auto opened = engine.next<CorpusOpened>();
        QVERIFY(opened);
        QCOMPARE(opened->summary->alignedPairs, 60);
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        QVERIFY(engine.next<TrainingStarted>());

        engine.post(Force{1, "我 有 7 个 苹果", "I have 7 apples"});
        auto forced = engine.next<Translated>();
        QVERIFY(forced && forced->translation->attention->gold);
        QCOMPARE(forced->translation->attention->gold->size(), 5U);
        const auto& cell = forced->translation->attention->gold->at(4);
        QCOMPARE(forced->translation->attention->targetTokens.at(cell.row), std::string("apples"));
        QCOMPARE(forced->translation->attention->sourceTokens.at(cell.column), std::string("苹果"));
        engine.post(Force{2, "我 有 7 个 苹果", "I have 8 apples"});
        forced = engine.next<Translated>();
        QVERIFY(forced && !forced->translation->attention->gold);

        engine.post(WatchProbes{{{"我有9个苹果", "i have 9 apples"}, {"我 有 书", "i have books"}}});
        const auto watched = engine.next<ProbesWatched>();
        QVERIFY(watched);
        QVERIFY(watched->report.maps.at(0)->gold);
        QVERIFY(!watched->report.maps.at(1)->gold);

        engine.post(Stop{});
        QVERIFY(engine.next<TrainingFinished>());
        engine.post(OpenCorpus{corpus_, {}, tiny()}); // another corpus knows nothing of them
        QVERIFY(engine.next<CorpusOpened>());
        engine.post(Force{3, "我 有 7 个 苹果", "I have 7 apples"});
        forced = engine.next<Translated>();
        QVERIFY(forced && !forced->translation->attention->gold);
    }

    void pairs_are_aligned_together_in_their_order() {
        Recorder engine;
        engine.post(Align{7, {{"我 看 书", "I read books"}}});
        QCOMPARE(engine.failure(), MessageCode::ModelMissing);
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny(), 0, {}, {}, false, true});
        QVERIFY(engine.next<TrainingStarted>());
        engine.post(Align{8, {{"我 看 书", "I read books"}, {"", ""}, {"我", ""}}});
        const auto aligned = engine.next<Aligned>();
        QVERIFY(aligned);
        QCOMPARE(aligned->id, 8U);
        QCOMPARE(aligned->alignments.size(), 3U);
        QVERIFY(aligned->alignments[1].links.empty() && aligned->alignments[2].links.empty());
    }

    void the_learning_rate_of_a_paused_run_can_be_changed() {
        Recorder engine;
        engine.post(SetLearningRate{0.01});
        QCOMPARE(engine.failure(), MessageCode::RunNotPaused);
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        engine.post(Train{tiny()});
        QVERIFY(engine.next<Stepped>());
        engine.post(SetLearningRate{0.01});
        QCOMPARE(engine.failure(), MessageCode::RunNotPaused);
        engine.post(Pause{});
        QVERIFY(engine.next<TrainingPaused>());
        engine.post(SetLearningRate{7});
        QCOMPARE(engine.failure(), MessageCode::SettingOutOfRange);
        engine.post(SetLearningRate{0.01});
        const auto set = engine.next<LearningRateSet>();
        QVERIFY(set);
        QCOMPARE(set->learningRate, 0.01);
        engine.post(Step{});
        const auto stepped = engine.next<Stepped>();
        QVERIFY(stepped);
        QCOMPARE(stepped->report.step, set->step + 1);
        QCOMPARE(stepped->report.learningRate, 0.01);
    }

    void a_model_is_evaluated_on_what_the_corpus_at_hand_holds_out() {
        Recorder engine;
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        const auto opened = engine.next<CorpusOpened>();
        QVERIFY(opened);
        engine.post(Evaluate{});
        QCOMPARE(engine.failure(), MessageCode::ModelMissing);
        Settings settings = tiny();
        settings.epochs = 2;
        engine.post(Train{settings});
        QVERIFY(engine.next<TrainingFinished>());
        engine.post(Evaluate{});
        QVERIFY(engine.next<Progress>());
        const auto evaluated = engine.next<Evaluated>();
        QVERIFY(evaluated);
        const auto held = opened->summary->testPairs > 0 ? opened->summary->testPairs : opened->summary->devPairs;
        QCOMPARE(evaluated->report.pairs, held);
        std::int64_t counted = 0;
        double correct = 0;
        for (const auto& score : evaluated->report.byLength) {
            QVERIFY(score.shortest <= score.longest);
            counted += score.pairs;
            correct += score.tokenAccuracy;
        }
        QCOMPARE(counted, held);
        QVERIFY(correct > 0);
        // Whoever waits can give it up.
        engine.post(Evaluate{corpus_});
        engine.post(Cancel{});
        QCOMPARE(engine.failure(), MessageCode::Cancelled);
        // A file of dev pairs leaves no test part: then it is that file.
        engine.post(OpenCorpus{corpus_, corpus_, tiny()});
        QVERIFY(engine.next<CorpusOpened>());
        engine.post(Evaluate{});
        const auto whole = engine.next<Evaluated>();
        QVERIFY(whole);
        QCOMPARE(whole->report.pairs, 100);
        // A model that was validated on it was trained on all of the corpus.
        engine.post(Train{settings});
        QVERIFY(engine.next<TrainingFinished>());
        engine.post(OpenCorpus{corpus_, {}, tiny()});
        QVERIFY(engine.next<CorpusOpened>());
        engine.post(Evaluate{});
        QCOMPARE(engine.failure(), MessageCode::NothingHeldOut);
    }

    void a_windows_threads_go_before_those_of_its_engine() {
#ifndef Q_OS_LINUX
        QSKIP("Priorities are of whole programs here.");
#endif
        const auto nicenessOf = [](auto open) {
            std::promise<int> niceness;
            const auto session = open([&](const Event& event) {
                if (std::holds_alternative<EngineReady>(event))
                    niceness.set_value(getpriority(PRIO_PROCESS, 0)); // of the thread that calls
            });
            return niceness.get_future().get();
        };
        const int here = getpriority(PRIO_PROCESS, 0);
        QCOMPARE(nicenessOf(openSession), here);
        QCOMPARE(nicenessOf(openSessionBehindWindow), std::min(here + 5, 19));
        QCOMPARE(getpriority(PRIO_PROCESS, 0), here);
    }

    void a_session_ends_in_the_midst_of_training() {
        const auto checkpoint = folder_.filePath("left.checkpoint");
        {
            Recorder engine;
            engine.post(OpenCorpus{corpus_, {}, tiny()});
            engine.post(Train{tiny(), 0, {}, checkpoint.toStdString()});
            QVERIFY(engine.next<Stepped>());
        }
        QVERIFY(QFile::exists(checkpoint)); // nothing that was learnt is lost
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"
