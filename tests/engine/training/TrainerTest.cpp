#include "engine/training/Trainer.h"
#include "engine/corpus/PreparedCorpus.h"
#include "engine/decoding/Translator.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/ModelFile.h"
#include "engine/model/Seq2Seq.h"
#include "engine/model/Torch.h"
#include "engine/training/BatchPlan.h"
#include "engine/training/WordDropout.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <numeric>
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

    void a_run_with_all_refinements_resumed_anywhere_goes_on_bit_for_bit_data() {
        QTest::addColumn<int>("calls");
        QTest::newRow("within an epoch") << 7;
        QTest::newRow("after a validation") << 12;
        QTest::newRow("late") << 130;
    }
    void a_run_with_all_refinements_resumed_anywhere_goes_on_bit_for_bit() {
        QFETCH(int, calls);
        for (const char* schedule : {"linear", "plateau"}) {
            Settings refined = settings();
            refined.schedule = schedule;
            refined.warmup_steps = 6;
            refined.average_weights = 0.9;
            refined.weight_decay = 0.01;
            refined.word_dropout = 0.1;
            refined.dropout_epochs = 60;
            refined.batch_tokens = 30;
            refined.best_by = "bleu";
            refined.patience = 25;
            QTemporaryDir folder;
            const auto path = folder.filePath("run.checkpoint").toStdString();
            auto whole = trainer(refined, 2);
            losses(*whole, calls);
            whole->writeCheckpoint(path);
            const auto expected = losses(*whole, 60);
            auto resumed = trainer(refined, 2);
            resumed->resume(path);
            auto again = losses(*resumed, 65); // a validation begins again
            again.resize(expected.size());
            QVERIFY(again == expected);
        }
    }

    void dropout_begins_with_nothing_where_it_rises() {
        Settings none = settings(), rising = settings();
        none.dropout = 0;
        rising.dropout_epochs = 10;
        auto one = trainer(none), other = trainer(rising), full = trainer(settings());
        const auto a = losses(*one, 2), b = losses(*other, 2), c = losses(*full, 1);
        QCOMPARE(b[0], a[0]);
        QVERIFY(b[1] != a[1]);
        QVERIFY(c[0] != a[0]);
    }

    void a_schedule_decides_the_rate_of_each_step() {
        Settings scheduled = settings();
        scheduled.epochs = 10;
        scheduled.schedule = "linear";
        scheduled.warmup_steps = 3;
        auto run = trainer(scheduled);
        std::vector<double> rates;
        for (bool finished = false; !finished;) {
            const auto advance = run->advance();
            if (advance.step)
                rates.push_back(advance.step->learningRate);
            finished = advance.finished;
        }
        const auto steps = static_cast<double>(rates.size());
        for (std::size_t i = 0; i < rates.size(); ++i) {
            const auto done = static_cast<double>(i);
            QVERIFY(std::abs(rates[i] - 0.01 * std::min(1.0, (done + 1) / 3) * (1 - done / steps)) < 1e-9);
        }
    }

    void a_rate_set_in_a_scheduled_run_holds_from_then_on_and_falls_further() {
        Settings scheduled = settings();
        scheduled.schedule = "linear";
        auto run = trainer(scheduled);
        while (run->model().record.step < 80) // half of the run
            run->advance();
        run->setLearningRate(0.02);
        const auto next = [&] {
            auto advance = run->advance();
            while (!advance.step)
                advance = run->advance();
            return advance.step->learningRate;
        };
        QVERIFY(std::abs(next() - 0.02) < 1e-9);
        const double later = next();
        QVERIFY(later < 0.02 && later > 0.0195);
    }

    void a_rate_set_during_the_warm_up_holds_from_the_next_step_on() {
        Settings warming = settings();
        warming.warmup_steps = 20;
        auto run = trainer(warming);
        while (run->model().record.step < 10)
            run->advance();
        run->setLearningRate(0.004);
        auto advance = run->advance();
        while (!advance.step)
            advance = run->advance();
        QVERIFY(std::abs(advance.step->learningRate - 0.004) < 1e-9);
    }

    void averaged_weights_are_what_is_validated_kept_and_saved() {
        Settings averaged = settings();
        averaged.average_weights = 0.9;
        auto run = trainer(averaged), same = trainer(settings());
        QTemporaryDir folder;
        const auto path = folder.filePath("run.checkpoint").toStdString();
        // By hand: the weights in training are those of a run without averages.
        const auto weights = [](const Trainer& trainer) { return trainer.model().network->parameters()[0].detach(); };
        auto expected = weights(*run).clone();
        QVERIFY(torch::equal(expected, weights(*same)));
        for (std::int64_t step = 1; step <= 12;) {
            const auto a = run->advance(), b = same->advance();
            QCOMPARE(a.step.has_value(), b.step.has_value());
            if (!a.step) {
                if (a.validation)
                    QVERIFY(a.validation->devLoss != b.validation->devLoss);
                continue;
            }
            QCOMPARE(a.step->trainLoss, b.step->trainLoss);
            if (step % 4 == 0) {
                const double decay =
                    std::min(0.9, (1.0 + static_cast<double>(step)) / (10.0 + static_cast<double>(step)));
                expected += (1 - std::pow(decay, 4)) * (weights(*same) - expected);
            }
            QVERIFY(torch::allclose(weights(*run), expected, 1e-4, 1e-6));
            ++step;
        }
        writeModel(path, run->model());
        QVERIFY(torch::equal(readModel(path, torch::kCPU).network->parameters()[0], weights(*run)));
    }

    void a_run_without_better_weights_ends_when_patience_does() {
        Settings impatient = settings();
        impatient.patience = 2;
        impatient.epochs = 100;
        impatient.learning_rate = 0.5; // learns nothing
        auto run = trainer(impatient);
        std::int64_t sinceBest = 0, epochs = 0;
        for (bool finished = false; !finished;) {
            const auto advance = run->advance();
            if (advance.validation && advance.validation->endOfEpoch) {
                ++epochs;
                ++sinceBest;
            }
            if (advance.validation && advance.validation->best)
                sinceBest = 0;
            finished = advance.finished;
            QCOMPARE(finished, sinceBest == 2);
        }
        QVERIFY(epochs < 100);
    }

    void weight_decay_draws_weights_towards_nothing_and_leaves_biases() {
        Settings decayed = settings();
        decayed.weight_decay = 0.5;
        auto run = trainer(decayed), same = trainer(settings());
        const auto before = same->model().network->named_parameters();
        std::vector<torch::Tensor> start;
        for (const auto& parameter : before)
            start.push_back(parameter.value().detach().clone());
        run->advance();
        same->advance();
        const auto with = run->model().network->named_parameters(), without = same->model().network->named_parameters();
        for (std::size_t i = 0; i < start.size(); ++i) {
            const auto expected = start[i].dim() > 1 ? without[i].value() - 0.01 * 0.5 * start[i] : without[i].value();
            QVERIFY2(torch::allclose(with[i].value(), expected, 1e-4, 1e-7), with[i].key().c_str());
        }
    }

    void word_dropout_hides_the_share_asked_for_and_nothing_else() {
        EncodedPairs pairs;
        for (std::int32_t i = 0; i < 400; ++i) {
            pairs.source.append(std::vector<std::int32_t>(static_cast<std::size_t>(5 + i % 10), 7));
            pairs.target.append(std::vector<std::int32_t>(static_cast<std::size_t>(4 + i % 7), 8));
        }
        std::vector<std::uint32_t> all(400);
        std::iota(all.begin(), all.end(), 0U);
        const auto whole = makeBatch(pairs, all, torch::kCPU);
        auto dropped = makeBatch(pairs, all, torch::kCPU), again = makeBatch(pairs, all, torch::kCPU);
        dropWords(dropped, 0.2, 3);
        dropWords(again, 0.2, 3);
        QVERIFY(torch::equal(dropped.source, again.source) && torch::equal(dropped.targetIn, again.targetIn));
        for (const auto& [before, after, real] :
             {std::make_tuple(whole.source, dropped.source, 7), std::make_tuple(whole.targetIn, dropped.targetIn, 8)}) {
            const auto tokens = before == real, changed = before != after;
            QVERIFY(torch::equal(changed, changed & tokens & (after == Vocabulary::Unknown)));
            const double share = changed.sum().item<double>() / tokens.sum().item<double>();
            QVERIFY2(std::abs(share - 0.2) < 0.025, qPrintable(QString::number(share)));
        }
        QVERIFY(torch::equal(whole.targets, dropped.targets));
        dropWords(again = makeBatch(pairs, all, torch::kCPU), 0, 3);
        QVERIFY(torch::equal(again.source, whole.source));
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
        large.batch_tokens = 50; // then pairs are not counted
        QVERIFY(trainer(large)->advance().step);
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

    void batches_by_tokens_hold_as_many_as_fit() {
        EncodedPairs pairs;
        for (std::int32_t i = 0; i < 1000; ++i) {
            pairs.source.append({4});
            pairs.target.append(std::vector<std::int32_t>(static_cast<std::size_t>(1 + i * 5 % 17), 4));
        }
        pairs.source.append({4});
        pairs.target.append(std::vector<std::int32_t>(200, 4)); // more than fits: a batch of its own
        const BatchPlan plan(pairs, 64, 1, 1, 100);
        std::set<std::uint32_t> seen;
        std::int64_t full = 0;
        for (std::int64_t i = 0; i < plan.size(); ++i) {
            std::int64_t tokens = 0;
            for (const auto pair : plan.batch(i)) {
                tokens += pairs.target.length(pair) + 1;
                QVERIFY(seen.insert(pair).second);
            }
            QVERIFY(tokens <= 100 || plan.batch(i).size() == 1);
            full += tokens > 80;
        }
        QCOMPARE(seen.size(), 1001U);
        QVERIFY(full > plan.size() - 5);
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
        const QByteArray deep(100000, '[');
        QByteArray nested = whole;
        nested.replace(nested.indexOf("\\\"hidden_size\\\":24"), qstrlen("\\\"hidden_size\\\":24"),
                       "\\\"hidden_size\\\":" + deep + QByteArray(deep.size(), ']'));
        for (int i = 0; i < 8; ++i) // the header is longer now
            nested[i] = static_cast<char>(
                (qFromLittleEndian<quint64>(whole.constData()) + static_cast<quint64>(nested.size() - whole.size())) >>
                (8 * i));
        QVERIFY(!opens(nested));
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
