#include "tests/engine/decoding/TinyTranslator.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace zhuyi;
using Words = std::vector<std::string>;

/// What a translation can be asked for beside its text.
class TranslationRequestTest : public QObject {
    Q_OBJECT

    static constexpr std::size_t mostForced = 12; // max_length
    const std::string text_ = "三 一 八 五 二";

    Translate request(std::int64_t beam = 1, double temperature = 0) const {
        Translate request{0, text_};
        request.options.beam_size = beam;
        request.options.temperature = temperature;
        return request;
    }
    static Words first(const Words& words, std::size_t count) {
        return {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)};
    }
    static std::string joined(const Words& words) {
        std::string text;
        for (const auto& word : words)
            text += (text.empty() ? "" : " ") + word;
        return text;
    }
    /// The probabilities of forced decoding are those of the translation.
    void compareWithForced(const Translator& translator, const Translation& translation) const {
        auto words = translation.attention->targetTokens;
        auto rows = std::min(words.size(), mostForced);
        if (words.back() == "</s>") {
            words.pop_back();
            rows = words.size() + 1;
        }
        const auto forced = translator.force(text_, joined(words));
        QVERIFY(rows > 0);
        QCOMPARE(translation.tokenProbabilities.size(), translation.attention->rows());
        for (std::size_t i = 0; i < rows; ++i)
            QVERIFY(std::abs(translation.tokenProbabilities[i] - forced.tokenProbabilities[i]) < 1e-4);
        for (std::size_t i = 0; i < rows * translation.attention->columns(); ++i)
            QVERIFY(std::abs(translation.attention->weights[i] - forced.attention->weights[i]) < 1e-4);
    }
    static void addWays() {
        QTest::addColumn<int>("beam");
        QTest::addColumn<double>("temperature");
        QTest::newRow("greedy") << 1 << 0.0;
        QTest::newRow("beam") << 4 << 0.0;
        QTest::newRow("drawn") << 1 << 1.0;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void alternatives_are_what_could_have_been_written_instead_data() { addWays(); }
    void alternatives_are_what_could_have_been_written_instead() {
        QFETCH(int, beam);
        QFETCH(double, temperature);
        const Translator translator(decidedModel());
        auto asked = request(beam, temperature);
        QVERIFY(translator.translate(asked).alternatives.empty());
        asked.alternatives = 4;
        const auto translation = translator.translate(asked);
        const auto& words = translation.attention->targetTokens;
        QCOMPARE(translation.alternatives.size(), words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto& row = translation.alternatives[i];
            QCOMPARE(row.size(), std::size_t(4));
            std::set<std::string> seen;
            for (std::size_t j = 0; j < row.size(); ++j) {
                QVERIFY(seen.insert(row[j].token).second);
                QVERIFY(row[j].token != "<pad>" && row[j].token != "<s>");
                QVERIFY(j == 0 || row[j - 1].probability >= row[j].probability);
                if (row[j].token == words[i])
                    QCOMPARE(row[j].probability, translation.tokenProbabilities[i]);
                if (row[j].token == "</s>" || i >= mostForced)
                    continue;
                // By hand: written in its place, it has this probability.
                auto instead = first(words, i);
                instead.push_back(row[j].token);
                const auto forced = translator.force(text_, joined(instead));
                QVERIFY(std::abs(forced.tokenProbabilities[i] - row[j].probability) < 1e-4);
            }
            if (beam == 1 && temperature == 0)
                QCOMPARE(row[0].token, words[i]);
        }
    }

    void forced_decoding_tells_alternatives_too() {
        const Translator translator(decidedModel());
        const auto translation = translator.force(Force{0, text_, "two one", 3});
        QCOMPARE(translation.alternatives.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            const auto instead = translator.force(text_, joined([&] {
                                                      auto words = first({"two", "one"}, i);
                                                      words.push_back(translation.alternatives[i][0].token);
                                                      return words;
                                                  }()));
            if (translation.alternatives[i][0].token != "</s>")
                QVERIFY(std::abs(instead.tokenProbabilities[i] - translation.alternatives[i][0].probability) < 1e-4);
            QVERIFY(translation.tokenProbabilities[i] <= translation.alternatives[i][0].probability + 1e-6F);
        }
    }

    void a_prefix_begins_the_translation_and_the_search_goes_on_data() { addWays(); }
    void a_prefix_begins_the_translation_and_the_search_goes_on() {
        QFETCH(int, beam);
        QFETCH(double, temperature);
        const Translator translator(decidedModel());
        for (const Words& prefix : {Words{"two"}, Words{"five", "five", "one"}, Words{"<unk>", "three"}}) {
            auto asked = request(beam, temperature);
            asked.prefix = prefix;
            asked.alternatives = 2;
            const auto translation = translator.translate(asked);
            const auto& words = translation.attention->targetTokens;
            QVERIFY(words.size() > prefix.size());
            QCOMPARE(first(words, prefix.size()), prefix);
            QCOMPARE(translation.alternatives.size(), words.size());
            compareWithForced(translator, translation);
        }
    }

    void what_greedy_search_wrote_is_what_it_goes_on_with() {
        const Translator translator(decidedModel());
        const auto plain = translator.translate(request());
        const auto& words = plain.attention->targetTokens;
        for (std::size_t i = 0; i <= words.size(); ++i) {
            auto asked = request();
            asked.prefix = first(words, i);
            QCOMPARE(translator.translate(asked).attention->targetTokens, words);
        }
    }

    void an_end_in_the_prefix_is_the_end_data() { addWays(); }
    void an_end_in_the_prefix_is_the_end() {
        QFETCH(int, beam);
        QFETCH(double, temperature);
        const Translator translator(decidedModel());
        auto asked = request(beam, temperature);
        asked.prefix = {"two", "</s>", "one"};
        const auto translation = translator.translate(asked);
        QCOMPARE(translation.attention->targetTokens, (Words{"two", "</s>"}));
        QCOMPARE(translation.text, std::string("two"));
        compareWithForced(translator, translation);
    }

    void words_of_the_prefix_that_the_model_does_not_know_are_shown_as_given() {
        const Translator translator(decidedModel());
        auto asked = request(3);
        asked.prefix = {"martians", "one"};
        const auto translation = translator.translate(asked);
        QCOMPARE(first(translation.attention->targetTokens, 2), asked.prefix);
        QCOMPARE(translation.text.rfind("martians one", 0), std::size_t(0));
        QCOMPARE(translation.notices.size(), std::size_t(1));
        QCOMPARE(translation.notices[0].arguments, Words{"martians"});
        asked.prefix[0] = "<unk>";
        QCOMPARE(translator.translate(asked).logProbability, translation.logProbability);
        QVERIFY(translator.translate(asked).notices.empty());
    }

    void a_prefix_longer_than_any_sentence_is_cut() {
        const Translator translator(decidedModel());
        for (const std::int64_t beam : {1, 3}) {
            auto asked = request(beam);
            asked.prefix = Words(40, "one");
            const auto translation = translator.translate(asked);
            QCOMPARE(translation.attention->targetTokens, Words(13, "one")); // max_length and one more
            QCOMPARE(translation.notices.at(0).code, MessageCode::SentenceCut);
        }
    }

    void what_is_blocked_may_still_be_given() {
        const Translator translator(decidedModel());
        auto asked = request();
        asked.options.block_unknown = true;
        asked.options.block_repeats = 1;
        asked.prefix = {"<unk>", "one", "one"};
        const auto translation = translator.translate(asked);
        auto words = translation.attention->targetTokens;
        QCOMPARE(first(words, 3), asked.prefix);
        words.erase(words.begin(), words.begin() + 2);
        QCOMPARE(std::set<std::string>(words.begin(), words.end()).size(), words.size());
        QVERIFY(std::isfinite(translation.logProbability));
    }

    void the_others_follow_the_best_by_score() {
        const Translator translator(decidedModel());
        auto asked = request(6);
        asked.options.n_best = 4;
        asked.options.length_penalty = 1;
        asked.options.coverage_penalty = 0;
        asked.alternatives = 2;
        const auto best = translator.translate(asked);
        QCOMPARE(best.others.size(), std::size_t(3));
        std::set<Words> seen{best.attention->targetTokens};
        double last = best.score;
        bool wasEnded = best.attention->targetTokens.back() == "</s>";
        for (const auto& other : best.others) {
            const bool isEnded = other->attention->targetTokens.back() == "</s>";
            QVERIFY(wasEnded || !isEnded);
            QVERIFY(isEnded != wasEnded || other->score <= last);
            last = other->score;
            wasEnded = isEnded;
            QVERIFY(seen.insert(other->attention->targetTokens).second);
            QCOMPARE(other->source, text_);
            QCOMPARE(other->alternatives.size(), other->attention->rows());
            const double penalty = (5 + static_cast<double>(other->attention->rows())) / 6;
            QVERIFY(std::abs(other->score - other->logProbability / penalty) < 1e-4);
            compareWithForced(translator, *other);
        }
    }

    void the_score_of_greedy_decoding_is_its_log_probability() {
        const Translator translator(decidedModel());
        const auto greedy = translator.translate(request());
        QCOMPARE(greedy.score, greedy.logProbability);
        const auto forced = translator.force(text_, "one two");
        QCOMPARE(forced.score, forced.logProbability);
    }

    void the_beam_is_told_with_its_tokens() {
        const Translator translator(decidedModel());
        auto asked = request(3);
        QVERIFY(translator.translate(asked).beam.empty());
        asked.wantBeam = true;
        asked.prefix = {"two"};
        const auto translation = translator.translate(asked);
        QCOMPARE(translation.beam.at(0).size(), std::size_t(1));
        QCOMPARE(translation.beam[0][0].token, std::string("two"));
        QCOMPARE(translation.beam[0][0].parent, -1);
        QCOMPARE(translation.beam[0][0].probability, translation.tokenProbabilities[0]);
        // From the last token of the best back to its first.
        const auto& words = translation.attention->targetTokens;
        const auto& ends = translation.beam.at(words.size() - 1);
        const auto end = std::find_if(ends.begin(), ends.end(), [&](const BeamNode& node) {
            return node.token == words.back() && std::abs(node.total - translation.logProbability) < 1e-4;
        });
        QVERIFY(end != ends.end());
        QCOMPARE(end->isEnded, words.back() == "</s>");
        auto place = static_cast<int>(end - ends.begin());
        for (auto step = static_cast<int>(words.size()) - 1; step >= 0; --step) {
            const auto& node = translation.beam[static_cast<std::size_t>(step)].at(static_cast<std::size_t>(place));
            QCOMPARE(node.token, words[static_cast<std::size_t>(step)]);
            QVERIFY(node.isKept);
            place = node.parent;
        }
        QCOMPARE(place, -1);
        asked.options.beam_size = 1; // greedy search is a beam of one
        QCOMPARE(translator.translate(asked).beam.size(), translator.translate(asked).attention->rows());
    }

    void drawing_depends_on_the_seed_and_the_sentence_alone() {
        const Translator translator(decidedModel());
        auto asked = request(3, 2.0);
        asked.options.n_best = 3;
        const auto drawn = translator.translate(asked);
        QCOMPARE(drawn.others.size(), std::size_t(2));
        QVERIFY(drawn.others[0]->text != drawn.text);
        const auto beside = translator.translate(std::vector<std::string>{"一", text_, text_}, asked.options);
        QCOMPARE(beside[1].text, drawn.text);
        QCOMPARE(beside[2].text, drawn.text);
        QCOMPARE(beside[1].others[1]->text, drawn.others[1]->text);
        asked.options.seed = 2;
        QVERIFY(translator.translate(asked).text != drawn.text);
    }

    void unknown_words_are_replaced_by_what_was_looked_at() {
        const auto model = decidedModel();
        {
            const torch::NoGradGuard noGradient;
            model.network->named_parameters()["output.bias"][Vocabulary::Unknown] += 100;
        }
        const Translator translator(model);
        auto asked = request(2);
        const auto plain = translator.translate(asked);
        QVERIFY(plain.text.find("<unk>") != std::string::npos);
        asked.options.replace_unknown = true;
        const auto replaced = translator.translate(asked);
        QCOMPARE(replaced.attention->targetTokens, plain.attention->targetTokens);
        Words looked;
        const auto& map = *replaced.attention;
        for (std::size_t row = 0; row < map.rows(); ++row) {
            std::size_t most = 0;
            for (std::size_t column = 1; column < map.columns(); ++column)
                if (map.at(row, column) > map.at(row, most))
                    most = column;
            looked.push_back(map.sourceTokens[most]);
        }
        QCOMPARE(replaced.text, joined(looked));
        asked.options.block_unknown = true;
        const auto words = translator.translate(asked).attention->targetTokens;
        QCOMPARE(std::count(words.begin(), words.end(), "<unk>"), 0);
    }

    void options_out_of_range_are_refused_with_their_name() {
        const Translator translator(decidedModel());
        auto asked = request(0);
        const auto failure = [&] {
            try {
                translator.translate(asked);
            } catch (const Failure& thrown) {
                return thrown.message();
            }
            return Message{};
        };
        QCOMPARE(failure().code, MessageCode::SettingOutOfRange);
        QCOMPARE(failure().arguments.at(0), std::string("beam_size"));
        asked = request(2);
        asked.options.n_best = 3;
        QCOMPARE(failure().arguments.at(0), std::string("n_best"));
    }

    void many_texts_are_translated_as_each_alone_in_their_order_data() { addWays(); }
    void many_texts_are_translated_as_each_alone_in_their_order() {
        QFETCH(int, beam);
        QFETCH(double, temperature);
        const Translator translator(decidedModel());
        const Words words = {"一", "二", "三", "四", "五", "六", "七", "八"};
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < 150; ++i) {
            std::string text;
            for (std::size_t word = 0; word < i * 7 % 12; ++word)
                text += words[(i + word * i) % words.size()] + ' ';
            texts.push_back(text);
        }
        const auto options = request(beam, temperature).options;
        double done = -1;
        const auto together = translator.translate(texts, options, [&](double share) {
            QVERIFY(share >= done && share <= 1);
            done = share;
        });
        QCOMPARE(done, 1.0);
        QCOMPARE(together.size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); i += 7) {
            Translate alone{0, texts[i]};
            alone.options = options;
            const auto translation = translator.translate(alone);
            QCOMPARE(together[i].source, texts[i]);
            QCOMPARE(together[i].text, translation.text);
            QCOMPARE(together[i].attention == nullptr, translation.attention == nullptr);
        }
    }

    void what_is_told_meanwhile_can_end_it() {
        const Translator translator(decidedModel());
        QVERIFY_THROWS_EXCEPTION(Failure, translator.translate(std::vector<std::string>(200, text_), {},
                                                               [](double) { throw Failure(MessageCode::Cancelled); }));
    }
};

QTEST_GUILESS_MAIN(TranslationRequestTest)
#include "TranslationRequestTest.moc"
