#include <torch/torch.h>

#include "engine/corpus/PreparedCorpus.h"
#include "engine/decoding/Translator.h"
#include "engine/model/ModelFile.h"
#include "engine/model/Seq2Seq.h"
#include "engine/training/BatchPlan.h"
#include "engine/training/Trainer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace zhuyi;

namespace {

/// Sentences of which each source word decides one target word, so that a small model can learn them by heart.
/// `longer`: with two more words each, which are always the same, so that four words in a row can agree.
std::shared_ptr<const PreparedCorpus> corpus(bool longer = false) {
    auto prepared = std::make_shared<PreparedCorpus>();
    std::vector<std::string> chinese, english;
    for (const char* word : {"我", "你", "他", "看", "吃", "买", "书", "饭", "茶"})
        chinese.emplace_back(word);
    for (const char* word : {"i", "you", "he", "read", "eat", "buy", "books", "rice", "tea"})
        english.emplace_back(word);
    if (longer) {
        chinese.insert(chinese.end(), {"每天", "都"});
        english.insert(english.end(), {"always", "just"});
    }
    prepared->source = Vocabulary(chinese);
    prepared->target = Vocabulary(english);
    for (std::int32_t who = 4; who < 7; ++who)
        for (std::int32_t does = 7; does < 10; ++does)
            for (std::int32_t what = 10; what < 13; ++what) {
                auto& part = (who + does + what) % 9 == 0 ? prepared->dev : prepared->train;
                const std::vector<std::int32_t> sentence = longer ? std::vector<std::int32_t>{who, 13, 14, does, what}
                                                                  : std::vector<std::int32_t>{who, does, what};
                part.source.append(sentence);
                part.target.append(sentence);
                part.lines.push_back(1);
            }
    prepared->summary.path = "tiny.tsv";
    for (std::size_t i = 0; i < 9; ++i) // to translate at each validation
        prepared->summary.devPairsShown.push_back(
            {chinese[i % 3] + (longer ? " 每天 都 " : " ") + chinese[3 + i / 3] + " 茶",
             english[i % 3] + (longer ? " always just " : " ") + english[3 + i / 3] + " tea"});
    return prepared;
}

Settings settings() {
    Settings result;
    result.source_tokenizer = result.target_tokenizer = "whitespace";
    result.embedding_size = result.hidden_size = result.attention_size = 24;
    result.batch_size = 8;
    result.dropout = 0.1;
    result.learning_rate = 0.01;
    result.epochs = 40;
    return result;
}

Model model(const Settings& settings, const PreparedCorpus& corpus) {
    Model model;
    model.record.settings = settings;
    model.record.source = corpus.source;
    model.record.target = corpus.target;
    torch::manual_seed(static_cast<std::uint64_t>(settings.seed));
    model.network = std::make_shared<Seq2Seq>(settings, corpus.source.size(), corpus.target.size());
    return model;
}

std::unique_ptr<Trainer> trainer(const Settings& settings, int threads = 1) {
    const auto data = corpus();
    return std::make_unique<Trainer>(data, model(settings, *data), 0, torch::kCPU, threads);
}

/// All losses of a run, in order, up to `steps` calls of advance().
std::vector<double> losses(Trainer& trainer, int calls) {
    std::vector<double> result;
    for (int i = 0; i < calls; ++i) {
        const auto advance = trainer.advance();
        if (advance.step)
            result.push_back(advance.step->trainLoss);
        if (advance.validation)
            result.push_back(advance.validation->devLoss);
        if (advance.finished)
            break;
    }
    return result;
}

} // namespace

class TrainerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { at::set_num_threads(1); }

    void a_small_model_learns_its_corpus_and_translates_it() {
        auto run = trainer(settings());
        double accuracy = 0;
        for (bool finished = false; !finished;) {
            const auto advance = run->advance();
            if (advance.validation)
                accuracy = advance.validation->tokenAccuracy;
            finished = advance.finished;
        }
        QVERIFY2(accuracy > 0.99, qPrintable(QString::number(accuracy)));
        run->restoreBest();
        const Translator translator(run->model());
        QCOMPARE(QString::fromStdString(translator.translate(std::string("我 买 茶")).text).toLower(),
                 QString("i buy tea"));
        const auto map = translator.translate(std::string("你 看 书")).attention;
        QCOMPARE(map->rows(), 4U); // three words and the end
        QCOMPARE(map->targetTokens.back(), std::string("</s>"));
    }

    void the_same_seed_gives_the_same_run_bit_for_bit_data() {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3})
            QTest::addRow("%d threads", threads) << threads;
    }
    void the_same_seed_gives_the_same_run_bit_for_bit() {
        QFETCH(int, threads);
        auto first = trainer(settings(), threads), second = trainer(settings(), threads);
        const auto a = losses(*first, 60), b = losses(*second, 60);
        QVERIFY(a == b);
        Settings other = settings();
        other.seed = 2;
        auto third = trainer(other, threads);
        QVERIFY(losses(*third, 60) != a);
    }

    void threads_share_a_batch_without_changing_what_is_computed() {
        Settings plain = settings();
        plain.dropout = 0; // its masks are each thread's own
        auto one = trainer(plain, 1), three = trainer(plain, 3);
        const auto a = losses(*one, 40), b = losses(*three, 40);
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY2(std::abs(a[i] - b[i]) < 1e-3 * a[i], qPrintable(QString("%1: %2 %3").arg(i).arg(a[i]).arg(b[i])));
    }

    void a_run_resumed_anywhere_goes_on_bit_for_bit_data() {
        QTest::addColumn<int>("calls");
        QTest::newRow("at once") << 0;
        QTest::newRow("within an epoch") << 2;
        QTest::newRow("before a validation") << 3;
        QTest::newRow("after a validation") << 4;
        QTest::newRow("within a validation") << 5;
        QTest::newRow("within the second epoch") << 8;
        // Of epochs of four steps, each with a validation that takes two calls.
        QTest::newRow("before an early validation") << 50 + 2 * 12;
        QTest::newRow("after an early validation") << 50 + 2 * 12 + 2;
    }
    void a_run_resumed_anywhere_goes_on_bit_for_bit() {
        QFETCH(int, calls);
        QTemporaryDir folder;
        const auto path = folder.filePath("run.checkpoint").toStdString();
        auto whole = trainer(settings());
        losses(*whole, calls);
        whole->writeCheckpoint(path);
        const auto expected = losses(*whole, 40);
        auto resumed = trainer(settings());
        losses(*resumed, 5); // what it did before must not matter
        resumed = trainer(settings());
        resumed->resume(path);
        auto again = losses(*resumed, 45); // a validation begins again
        again.resize(expected.size());
        QVERIFY(again == expected);
    }

    void each_validation_translates_the_same_sentences() {
        const auto data = corpus(true);
        auto run = std::make_unique<Trainer>(data, model(settings(), *data), 0, torch::kCPU, 2);
        std::vector<ValidationReport> reports;
        for (bool finished = false; !finished;) {
            const auto advance = run->advance();
            if (advance.validation)
                reports.push_back(*advance.validation);
            finished = advance.finished;
        }
        QVERIFY(reports.size() >= 40U); // one an epoch, and early ones
        for (const auto& report : reports) {
            QVERIFY(report.bleu && *report.bleu >= 0 && *report.bleu <= 100.001);
            QCOMPARE(report.samples.size(), 6U);
            for (std::size_t i = 0; i < 6; ++i)
                QCOMPARE(report.samples[i].source, reports.front().samples[i].source);
        }
        QVERIFY2(*reports.back().bleu > 40 && *reports.back().bleu > *reports.front().bleu,
                 qPrintable(QString::number(*reports.back().bleu)));
        QCOMPARE(run->model().record.metrics.at("bleu"), *reports.back().bleu);
        // What a reader gets is what the model at hand says.
        const Translator translator(run->model());
        for (const auto& sample : reports.back().samples)
            QCOMPARE(sample.translation, translator.translate(sample.source).text);
    }

    void a_learning_rate_set_counts_from_the_next_step_and_is_on_the_record() {
        QTemporaryDir folder;
        const auto path = folder.filePath("run.checkpoint").toStdString();
        auto run = trainer(settings());
        run->advance();
        run->advance();
        run->setLearningRate(0.5); // taken back before any step
        const auto set = run->setLearningRate(0.002);
        QCOMPARE(set.step, 2);
        QCOMPARE(set.learningRate, 0.002);
        auto untouched = trainer(settings());
        losses(*untouched, 2);
        const auto next = run->advance();
        QVERIFY(next.step);
        QCOMPARE(next.step->learningRate, 0.002);
        untouched->advance();
        QVERIFY(!torch::equal(run->model().network->parameters()[0], untouched->model().network->parameters()[0]));

        // The checkpoint goes on with it, though the run was begun with another.
        run->writeCheckpoint(path);
        auto resumed = trainer(settings());
        resumed->resume(path);
        QCOMPARE(resumed->model().record.rateChanges.size(), 1U);
        QCOMPARE(resumed->model().record.settings.learning_rate, settings().learning_rate);
        QVERIFY(losses(*resumed, 40) == losses(*run, 40));
        const auto inspected = inspectModel(path);
        QCOMPARE(inspected.at("learning_rate_changes").at(0).at("step").get<int>(), 2);
        QCOMPARE(inspected.at("learning_rate_changes").at(0).at("learning_rate").get<double>(), 0.002);
    }

    void a_learning_rate_out_of_its_range_is_refused_data() {
        QTest::addColumn<double>("rate");
        QTest::newRow("nothing") << 0.0;
        QTest::newRow("negative") << -1e-3;
        QTest::newRow("too large") << 1.5;
        QTest::newRow("no number") << std::nan("");
    }
    void a_learning_rate_out_of_its_range_is_refused() {
        QFETCH(double, rate);
        auto run = trainer(settings());
        try {
            run->setLearningRate(rate);
            QFAIL("accepted");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().arguments.at(0), std::string("learning_rate"));
        }
        QVERIFY(run->model().record.rateChanges.empty());
    }

    void validations_come_early_and_at_the_end_of_each_epoch_or_as_often_as_asked() {
        const auto validationsOf = [](std::int64_t validateEvery) {
            Settings asked = settings();
            asked.validate_every = validateEvery;
            auto run = trainer(asked);
            std::vector<std::int64_t> between; // steps of validations that end no epoch
            for (std::int64_t step = 0; step < 119;) {
                const auto advance = run->advance();
                if (advance.step)
                    step = advance.step->step;
                if (advance.validation && !advance.validation->endOfEpoch)
                    between.push_back(advance.validation->step);
            }
            return between;
        };
        QCOMPARE(validationsOf(0), (std::vector<std::int64_t>{50, 75}));  // 100 ends an epoch of four steps
        QCOMPARE(validationsOf(30), (std::vector<std::int64_t>{30, 90})); // 60 does as well
    }

    void a_checkpoint_of_other_settings_is_refused_by_name() {
        QTemporaryDir folder;
        const auto path = folder.filePath("run.checkpoint").toStdString();
        trainer(settings())->writeCheckpoint(path);
        Settings other = settings();
        other.learning_rate = 0.5;
        try {
            trainer(other)->resume(path);
            QFAIL("resumed");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::CheckpointMismatch);
            QCOMPARE(failure.message().arguments.at(1), std::string("learning_rate"));
        }
    }

    void a_loss_that_is_no_number_ends_the_run_with_its_step() {
        Settings wild = settings();
        wild.clip_norm = 0;
        auto run = trainer(wild);
        {
            const torch::NoGradGuard noGradient;
            run->model().network->parameters()[0].fill_(NAN);
        }
        try {
            run->advance();
            QFAIL("went on");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::LossNotFinite);
        }
    }

    void fewer_pairs_than_a_batch_are_refused() {
        Settings large = settings();
        large.batch_size = 64;
        try {
            trainer(large);
            QFAIL("accepted");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::TooFewPairs);
        }
    }

    void an_epoch_takes_every_pair_once_and_pads_little() {
        EncodedPairs pairs;
        for (std::int32_t i = 0; i < 1000; ++i) {
            pairs.source.append(std::vector<std::int32_t>(static_cast<std::size_t>(1 + i * 7 % 13), 4));
            pairs.target.append(std::vector<std::int32_t>(static_cast<std::size_t>(1 + i * 5 % 17), 4));
        }
        const BatchPlan plan(pairs, 32, 1, 1);
        std::multiset<std::uint32_t> seen;
        std::int64_t padded = 0;
        for (std::int64_t i = 0; i < plan.size(); ++i) {
            std::int32_t longest = 0;
            const auto batch = plan.batch(i);
            for (const auto pair : batch) {
                seen.insert(pair);
                longest = std::max(longest, pairs.target.length(pair));
            }
            padded += longest * static_cast<std::int64_t>(batch.size());
        }
        QCOMPARE(seen.size(), 1000U);
        QCOMPARE(std::set<std::uint32_t>(seen.begin(), seen.end()).size(), 1000U);
        QVERIFY(static_cast<double>(padded) < 1.1 * static_cast<double>(pairs.target.ids.size()));
        QVERIFY(BatchPlan(pairs, 32, 1, 2).batch(0) != plan.batch(0));
    }

    void a_model_file_gives_the_same_translations_back() {
        QTemporaryDir folder;
        const auto path = folder.filePath("model.zhuyi").toStdString();
        auto run = trainer(settings());
        losses(*run, 12);
        writeModel(path, run->model());
        const Translator before(run->model()), after(readModel(path, torch::kCPU));
        const auto a = before.translate(std::string("我 买 茶")), b = after.translate(std::string("我 买 茶"));
        QCOMPARE(a.text, b.text);
        QVERIFY(a.attention->weights == b.attention->weights);
        QVERIFY(after.model().record.settings == settings());
        QCOMPARE(after.model().record.step, run->model().record.step);
    }

    void a_model_file_cut_or_changed_anywhere_is_refused_not_trusted() {
        QTemporaryDir folder;
        const auto path = folder.filePath("model.zhuyi");
        auto run = trainer(settings());
        writeModel(path.toStdString(), run->model());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const auto opens = [&](const QByteArray& bytes) {
            const auto changed = folder.filePath("changed.zhuyi");
            QFile out(changed);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
                qFatal("cannot write");
            out.close();
            try {
                readModel(changed.toStdString(), torch::kCPU);
                return true;
            } catch (const Failure& failure) {
                const auto code = failure.message().code;
                return !(code == MessageCode::ModelMalformed || code == MessageCode::ModelTooNew);
            }
        };
        QVERIFY(opens(whole));
        for (const double share : {0.0, 0.0001, 0.01, 0.3, 0.9, 0.9999})
            QVERIFY(!opens(whole.left(static_cast<qsizetype>(share * whole.size()))));
        QVERIFY(!opens(whole + "x"));
        for (const auto& [from, to] :
             std::vector<std::pair<const char*, const char*>>{{"\\\"format_version\\\":1", "\\\"format_version\\\":9"},
                                                              {"\\\"hidden_size\\\":24", "\\\"hidden_size\\\":99"},
                                                              {"\\\"encoder_layers\\\":1", "\\\"encoder_layers\\\":8"},
                                                              {"\"dtype\":\"F32\"", "\"dtype\":\"F64\""},
                                                              {"data_offsets\":[0,", "data_offsets\":[4,"}}) {
            QByteArray changed = whole;
            QVERIFY2(changed.contains(from), from);
            changed.replace(changed.indexOf(from), qstrlen(from), to);
            QVERIFY2(!opens(changed), from);
        }
    }
};

QTEST_GUILESS_MAIN(TrainerTest)
#include "TrainerTest.moc"
