#include "tests/engine/session/Recorder.h"

#include "engine/session/CommandQueue.h"

#include <QFile>
#include <QTemporaryDir>

using namespace zhuyi;

/// Translations and explanations as the window asks for them, of a model that has hardly learnt anything.
class TranslationSessionTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Recorder> engine_;
    const std::string text_ = "我 看 书";

    TranslationPtr translate(const Translate& asked) {
        engine_->post(asked);
        const auto translated = engine_->next<Translated>();
        return translated && translated->id == asked.id ? translated->translation : nullptr;
    }

  private Q_SLOTS:
    void init() {
        const auto path = folder_.filePath("corpus.tsv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QStringList chinese{"我", "你", "看", "买", "书", "茶"},
            english{"I", "you", "read", "buy", "books", "tea"};
        for (int i = 0; i < 216; ++i)
            file.write(QString("%1 %2 %3\t%4 %5 %6\n")
                           .arg(chinese[i % 6], chinese[i / 6 % 6], chinese[i / 36], english[i % 6], english[i / 6 % 6],
                                english[i / 36])
                           .toUtf8());
        file.close();
        Settings settings;
        settings.embedding_size = settings.hidden_size = settings.attention_size = 16;
        settings.batch_size = 16;
        settings.minimum_count = 1;
        settings.threads = 1;
        engine_ = std::make_unique<Recorder>();
        engine_->post(OpenCorpus{path.toStdString(), {}, settings});
        engine_->post(Train{settings, 0, {}, {}, false, true});
        engine_->post(Step{});
        QVERIFY(engine_->next<TrainingPaused>());
    }

    void what_is_asked_for_is_told_in_the_middle_of_a_run() {
        Translate asked{7, text_};
        asked.options.beam_size = 4;
        asked.options.n_best = 2;
        asked.alternatives = 3;
        asked.wantBeam = true;
        asked.prefix = {"buy"};
        asked.attention = {{1, {0, 2, 0}}};
        const auto translation = translate(asked);
        QVERIFY(translation);
        QCOMPARE(translation->attention->targetTokens.front(), std::string("buy"));
        QCOMPARE(translation->attention->at(1, 1), 1.0F);
        QCOMPARE(translation->alternatives.size(), translation->attention->rows());
        QCOMPARE(translation->alternatives[0].size(), std::size_t(3));
        QCOMPARE(translation->others.size(), std::size_t(1));
        QVERIFY(translation->beam.size() >= translation->attention->rows());

        Force forced{8, text_, "you buy"};
        forced.alternatives = 2;
        forced.attention = {{0, {1, 0, 0}}};
        engine_->post(forced);
        const auto written = engine_->next<Translated>();
        QVERIFY(written && written->id == 8);
        QCOMPARE(written->translation->alternatives.size(), std::size_t(3));
        QCOMPARE(written->translation->attention->at(0, 0), 1.0F);
    }

    void explanations_have_the_shape_of_their_translation() {
        const auto translation = translate({1, text_});
        QVERIFY(translation);
        for (const auto method : {ExplainMethod::LeaveOut, ExplainMethod::GradientTimesInput}) {
            engine_->post(Explain{9, text_, translation->attention->targetTokens, method});
            const auto explained = engine_->next<Explained>();
            QVERIFY(explained);
            QCOMPARE(explained->id, 9U);
            QVERIFY(explained->method == method);
            QCOMPARE(explained->influence->sourceTokens, translation->attention->sourceTokens);
            QCOMPARE(explained->influence->targetTokens, translation->attention->targetTokens);
            QCOMPARE(explained->influence->weights.size(), translation->attention->weights.size());
        }
        engine_->post(Step{}); // and training goes on as if nothing had been
        QVERIFY(engine_->next<Stepped>());
    }

    void what_cannot_be_done_fails_with_its_reason_and_id() {
        const auto failure = [this](const Command& command) {
            engine_->post(command);
            const auto failed = engine_->next<Failed>();
            return failed && failed->id == 5 ? failed->message.code : MessageCode::Internal;
        };
        Translate asked{5, text_};
        asked.options.beam_size = 1000;
        QCOMPARE(failure(asked), MessageCode::SettingOutOfRange);
        asked.options.beam_size = 1;
        asked.attention = {{0, {1, 2}}};
        QCOMPARE(failure(asked), MessageCode::GivenAttentionUnusable);
        Recorder empty;
        empty.post(Explain{5, text_, {"buy"}});
        QCOMPARE(empty.failure(), MessageCode::ModelMissing);
    }

    void many_that_wait_are_answered_in_their_order() {
        const std::vector<std::string> words = {"我", "你", "看", "买", "书", "茶"};
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < 150; ++i) {
            texts.emplace_back();
            for (std::size_t word = 0; word < i % 7; ++word)
                texts.back() += words[(i + word) % 6] + ' ';
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Translate asked{i + 1, texts[i]};
            asked.options.beam_size = i < 140 ? 1 : 3;
            asked.alternatives = i % 50 == 49 ? 1 : 0;
            engine_->post(asked);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto translated = engine_->next<Translated>();
            QVERIFY(translated);
            QCOMPARE(translated->id, i + 1);
            QCOMPARE(translated->translation->source, texts[i]);
            QCOMPARE(translated->translation->alternatives.empty(), i % 50 != 49 || i % 7 == 0);
        }
        Translate wrong{0, text_};
        wrong.options.beam_size = 0;
        for (std::uint64_t id = 1; id <= 3; ++id) {
            wrong.id = id;
            engine_->post(wrong);
        }
        for (std::uint64_t id = 1; id <= 3; ++id)
            QCOMPARE(engine_->next<Failed>()->id, id);
    }

    void only_the_next_command_is_taken_where_that_is_asked() {
        CommandQueue queue;
        const auto isTranslate = [](const Command& command) { return std::holds_alternative<Translate>(command); };
        QVERIFY(!queue.tryTakeNext(isTranslate));
        queue.push(Translate{1, "a"});
        queue.push(Pause{});
        queue.push(Translate{2, "b"});
        QVERIFY(queue.tryTakeNext(isTranslate));
        QVERIFY(!queue.tryTakeNext(isTranslate));
        QVERIFY(std::holds_alternative<Pause>(queue.take()));
        QVERIFY(queue.tryTakeNext(isTranslate));
    }
};

QTEST_GUILESS_MAIN(TranslationSessionTest)
#include "TranslationSessionTest.moc"
