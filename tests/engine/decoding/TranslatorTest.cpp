#include "engine/decoding/Translator.h"
#include "engine/decoding/AttentionAlignment.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/Seq2Seq.h"

#include <QTest>

using namespace zhuyi;

using Links = std::vector<std::pair<int, int>>;

/// A network that has learnt nothing: what it says does not matter here, only on what.
class TranslatorTest : public QObject {
    Q_OBJECT

    static Settings settings() {
        Settings settings;
        settings.source_tokenizer = settings.target_tokenizer = "whitespace";
        settings.embedding_size = settings.hidden_size = settings.attention_size = 12;
        settings.max_length = 6;
        return settings;
    }
    static Model model(const Settings& settings) {
        Model model;
        model.record.settings = settings;
        model.record.source = Vocabulary({"我", "你", "看", "书", "今天", "。", "books", "read", "."});
        model.record.target = Vocabulary({"i", "you", "read", "books", "today", "."});
        torch::manual_seed(3);
        model.network = std::make_shared<Seq2Seq>(settings, model.record.source.size(), model.record.target.size());
        const torch::NoGradGuard noGradient;
        for (auto parameter : model.network->parameters())
            parameter.mul_(6); // sharp enough to link words
        return model;
    }
    static std::vector<std::string> tokens(const std::string& kind, const std::string& text,
                                           const char* direction = "zh-en") {
        Settings asked = settings();
        asked.source_tokenizer = kind;
        asked.direction = direction;
        asked.max_length = 50;
        return Translator(model(asked)).translate(text).attention->sourceTokens;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void chinese_typed_without_spaces_reaches_a_vocabulary_of_words() {
        const std::vector<std::string> words = {"我", "今天", "看", "书", "。"};
        QCOMPARE(tokens("whitespace", "我今天看书。"), words);
        QCOMPARE(tokens("whitespace", "我 今天看书 。"), words);
        QCOMPARE(tokens("word", "我今天看书。"), words);
        QVERIFY(Translator(model(settings())).translate(std::string("我今天看书。")).notices.empty());
    }

    void what_cannot_be_cut_stays_whole_and_is_told() {
        QCOMPARE(tokens("whitespace", "我今天看电影。"), (std::vector<std::string>{"我今天看电影。"}));
        const auto translation = Translator(model(settings())).translate(std::string("电影 我看"));
        QCOMPARE(translation.attention->sourceTokens, (std::vector<std::string>{"电影", "我", "看"}));
        QCOMPARE(translation.notices.size(), std::size_t(1));
        QCOMPARE(translation.notices[0].arguments, (std::vector<std::string>{"电影"}));
    }

    void english_typed_as_people_write_it_reaches_a_vocabulary_of_words() {
        QCOMPARE(tokens("whitespace", "Read books.", "en-zh"), (std::vector<std::string>{"read", "books", "."}));
    }

    void a_known_word_is_never_cut() {
        QCOMPARE(tokens("whitespace", "今天 书"), (std::vector<std::string>{"今天", "书"}));
        QCOMPARE(tokens("character", "今天"), (std::vector<std::string>{"今", "天"}));
    }

    void alignments_are_those_of_the_forced_target() {
        const Translator translator(model(settings()));
        const std::string source = "我 今天 看 书 。", target = "i read books today .";
        const auto& record = translator.model().record;
        EncodedPairs pair;
        pair.source.append({4, 8, 6, 7, 9});
        pair.target.append({4, 6, 7, 8, 9});
        pair.sourceWords = pair.targetWords = {0, 1, 2, 3, 4};
        auto& network = *translator.model().network;
        network.eval();
        const torch::NoGradGuard noGradient;
        const auto outputs = network.forward(makeBatch(pair, {0}, torch::kCPU), true);
        const auto found =
            posteriorAlignments(network, pair, {0}, outputs, AlignmentSigns(record.source, record.target));
        Links expected;
        for (const auto& link : found.at(0))
            expected.emplace_back(link.source, link.target);
        QVERIFY(!expected.empty());
        QCOMPARE(translator.align({{source, target}}).at(0).links, expected);
    }

    void many_pairs_are_aligned_as_each_alone_whatever_stands_beside_them() {
        const Translator translator(model(settings()));
        std::vector<std::pair<std::string, std::string>> texts;
        for (int i = 0; i < 150; ++i)
            texts.emplace_back(
                std::vector<std::string>{"我 看 书", "今天 我 看 书 。", "你", ""}.at(i % 4),
                std::vector<std::string>{"i read books", "you read", "today i read .", "", "you"}.at(i % 5));
        const auto together = translator.align(texts);
        QCOMPARE(together.size(), texts.size());
        std::size_t links = 0;
        for (std::size_t i = 0; i < 20; ++i) {
            const auto alone = translator.align({texts[i]}).at(0).links;
            QCOMPARE(together[i].links, alone);
            QCOMPARE(together[i + 100].links, alone); // the same texts again
            if (texts[i].first.empty() || texts[i].second.empty())
                QVERIFY(alone.empty());
            links += alone.size();
        }
        QVERIFY(links > 0);
    }

    void links_count_the_words_that_were_given() {
        Settings asked = settings();
        asked.target_tokenizer = "character";
        asked.max_length = 50;
        const Translator translator(model(asked));
        const auto plain = translator.align({{"我 看 书", "i read books"}}).at(0).links;
        QVERIFY(!plain.empty());
        for (const auto& [source, target] : plain)
            QVERIFY(source >= 0 && source < 3 && target >= 0 && target < 3);
        Links moved; // a word that nobody sees counts, and has no links
        for (const auto& [source, target] : plain)
            moved.emplace_back(source == 0 ? 0 : source + 1, target + 1);
        QCOMPARE(translator.align({{" 我\t\u200B 看 书 ", "\u200B i  read books"}}).at(0).links, moved);
    }

    void a_side_too_long_is_cut_and_told() {
        const Translator translator(model(settings()));
        const auto alignment =
            translator.align({{"我 看 书 我 看 书 我 看", "i read"}, {"我 看", "i read books i read books i read"}});
        for (const auto& each : alignment) {
            QCOMPARE(each.notices.size(), std::size_t(1));
            QCOMPARE(each.notices[0].code, MessageCode::SentenceCut);
            for (const auto& [source, target] : each.links)
                QVERIFY(source < 6 && target < 6);
        }
    }

    void words_that_the_model_does_not_know_are_aligned_too() {
        const Translator translator(model(settings()));
        const auto alignment = translator.align({{"火星人 看 书", "martians read books"}}).at(0);
        QVERIFY(!alignment.links.empty());
        QVERIFY(alignment.notices.empty());
    }

    void a_model_without_attention_says_so() {
        Settings asked = settings();
        asked.attention = "none";
        try {
            Translator(model(asked)).align({{"我", "i"}});
            QFAIL("aligned");
        } catch (const Failure& failure) {
            QCOMPARE(failure.message().code, MessageCode::AttentionMissing);
        }
    }
};

QTEST_GUILESS_MAIN(TranslatorTest)
#include "TranslatorTest.moc"
