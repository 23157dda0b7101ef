#include "engine/text/SubwordTokenizer.h"
#include "engine/corpus/BuiltInCorpus.h"
#include "engine/session/Message.h"
#include "engine/text/Utf8.h"
#include "engine/text/Vocabulary.h"

#include <QtTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace zhuyi;

/// Subwords are learnt from sentences, cut any sentence, and give it back.
class SubwordTokenizerTest : public QObject {
    Q_OBJECT

    Corpus corpus_;
    std::string chineseModel_, englishModel_;

    std::string learn(Language language, std::int64_t size, const std::string& kind = "unigram") const {
        return SubwordTokenizer::train({text(language)}, kind, size);
    }

    SubwordTokenizer::Text text(Language language) const {
        return {language, corpus_.pairs.size(), [this, language](std::size_t i) {
                    return std::string(language == Language::Chinese ? corpus_.chinese(i) : corpus_.english(i));
                }};
    }

  private Q_SLOTS:
    void initTestCase() {
        corpus_ = makeBuiltInCorpus({3000, 1}, [](double) {});
        chineseModel_ = learn(Language::Chinese, 1500);
        englishModel_ = learn(Language::English, 800);
    }

    void whatIsCutComesBackAsItWas() {
        const SubwordTokenizer chinese(chineseModel_, Language::Chinese), english(englishModel_, Language::English);
        for (std::size_t i = 0; i < corpus_.pairs.size(); i += 7) {
            const std::string right(corpus_.english(i)), left(corpus_.chinese(i));
            QCOMPARE(english.detokenize(english.tokenize(right)), right);
            QCOMPARE(chinese.detokenize(chinese.tokenize(left)), left);
        }
        QCOMPARE(english.detokenize(english.tokenize("Beijing is in China, isn't it?")),
                 std::string("Beijing is in China, isn't it?"));
    }

    void sampledPiecesAreOthersForEachSeedAndTheSameText() {
        std::vector<std::string> texts{"", "I"};
        for (std::size_t i = 0; i < 300; ++i)
            texts.push_back(SubwordTokenizer::folded(corpus_.english(i), Language::English));
        for (const char* kind : {"unigram", "bpe"}) {
            const SubwordTokenizer tokenizer(learn(Language::English, 400, kind), Language::English);
            const auto first = tokenizer.sample(texts, 0.2, 1), second = tokenizer.sample(texts, 0.2, 2);
            QVERIFY(tokenizer.sample(texts, 0.2, 1) == first);
            std::size_t usual = 0, alike = 0, longer = 0, plain = 0;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                QCOMPARE(tokenizer.detokenize(first[i]), texts[i]);
                const auto tokens = tokenizer.tokenize(texts[i]);
                usual += tokens == first[i];
                alike += first[i] == second[i];
                longer += first[i].size();
                plain += tokens.size();
            }
            QVERIFY2(usual < 200 && alike < 200 && longer > plain, kind);
        }
        // A power of 1 leaves the probabilities as they are: mostly the likeliest pieces.
        const SubwordTokenizer unigram(englishModel_, Language::English);
        std::size_t usual = 0;
        const auto likely = unigram.sample(texts, 1, 1);
        for (std::size_t i = 0; i < texts.size(); ++i)
            usual += unigram.tokenize(texts[i]) == likely[i];
        QVERIFY(usual > 150);
    }

    void bytePairsComeBackAsTheyWereAndAreOtherPieces() {
        const auto model = learn(Language::English, 400, "bpe");
        QCOMPARE(learn(Language::English, 400, "bpe"), model); // the same from the same sentences
        const SubwordTokenizer bytePairs(model, Language::English);
        QVERIFY(bytePairs.pieces().size() <= 400U && bytePairs.pieces().size() > 200U);
        QVERIFY(bytePairs.pieces() != SubwordTokenizer(learn(Language::English, 400), Language::English).pieces());
        for (std::size_t i = 0; i < corpus_.pairs.size(); i += 7) {
            const std::string text(corpus_.english(i));
            QCOMPARE(bytePairs.detokenize(bytePairs.tokenize(text)), text);
        }
        // More merges than a small corpus has are no error.
        QVERIFY(!learn(Language::English, 1000000, "bpe").empty());
    }

    void anAlphabetStaysWhole() {
        std::vector<std::string> sentences(3000, "the cat sat on the mat and the dog ran to the cat on the mat");
        sentences[7] = "it is 16 now";
        const SubwordTokenizer::Text english = {Language::English, sentences.size(),
                                                [&](std::size_t i) { return sentences[i]; }};
        // Of too many characters to keep them all; what SentencePiece reserves for itself does no harm.
        const SubwordTokenizer::Text chinese = {
            Language::Chinese, sentences.size(), [&](std::size_t i) {
                std::string sentence;
                for (std::size_t k = 0; k < 9; ++k)
                    appendCodePoint(sentence, static_cast<char32_t>(U'一' + (7 * i + 13 * k * k) % 900));
                return i == 9 ? sentence + "▅" : sentence;
            }};
        for (const auto& texts : {std::vector{english}, std::vector{chinese, english}})
            for (const char* kind : {"unigram", "bpe"}) {
                const auto model = SubwordTokenizer::train(texts, kind, 1000);
                const auto vocabulary = Vocabulary::fromSubwords(model);
                const auto tokens = SubwordTokenizer(model, Language::English).tokenize("16 61");
                QVERIFY(tokens.size() > 2);
                for (const auto& token : tokens)
                    QVERIFY2(vocabulary.id(token) != Vocabulary::Unknown, token.c_str());
                for (const auto& piece : vocabulary.words())
                    QVERIFY2(!piece.empty() && piece.find(' ') == std::string::npos, piece.c_str());
            }
    }

    void piecesOfBothLanguagesAreLearntTogether() {
        for (const char* kind : {"unigram", "bpe"}) {
            const auto model = SubwordTokenizer::train({text(Language::Chinese), text(Language::English)}, kind, 1500);
            const SubwordTokenizer chinese(model, Language::Chinese), english(model, Language::English);
            QVERIFY(english.pieces().size() <= 1500U && english.pieces().size() > 1000U);
            for (std::size_t i = 0; i < corpus_.pairs.size(); i += 7) {
                const std::string right(corpus_.english(i)), left(corpus_.chinese(i));
                QCOMPARE(english.detokenize(english.tokenize(right)), right);
                QCOMPARE(chinese.detokenize(chinese.tokenize(left)), left);
            }
            QCOMPARE(english.tokenize("the").size(), std::size_t(1));
            std::size_t chinesePieces = 0, englishWords = 0;
            for (auto piece : english.pieces()) {
                if (piece.compare(0, 3, "▁") == 0)
                    piece.erase(0, 3);
                const bool isEnglish = piece.empty() || static_cast<unsigned char>(piece[0]) < 0x80;
                chinesePieces += !isEnglish;
                englishWords += isEnglish && piece.size() > 2;
            }
            QVERIFY2(chinesePieces > 300 && englishWords > 200,
                     qPrintable(QString("%1 %2").arg(chinesePieces).arg(englishWords)));
        }
    }

    void noPieceHasWhiteSpaceOrIsEmpty() {
        for (const auto* model : {&chineseModel_, &englishModel_}) {
            const SubwordTokenizer tokenizer(*model, Language::English);
            for (const auto& piece : tokenizer.pieces())
                QVERIFY2(!piece.empty() && piece.find(' ') == std::string::npos, piece.c_str());
            for (const char* text : {"  two  spaces ", "", "ǂ 𠀀", "▁"})
                for (const auto& token : tokenizer.tokenize(text))
                    QVERIFY2(!token.empty() && token.find(' ') == std::string::npos, text);
        }
    }

    void frequentWordsStayWholeAndRareOnesAreCut() {
        const SubwordTokenizer english(englishModel_, Language::English);
        QCOMPARE(english.tokenize("the").size(), std::size_t(1));
        QVERIFY(english.tokenize("unforeseeable").size() > 2);
    }

    void thereAreNoMorePiecesThanAskedFor() {
        const SubwordTokenizer english(englishModel_, Language::English);
        QVERIFY(english.pieces().size() <= 800);
        QVERIFY(english.pieces().size() > 600);
        // Hardly more than there are characters: the rarest of these are left out.
        const SubwordTokenizer chinese(chineseModel_, Language::Chinese),
            few(learn(Language::Chinese, 200), Language::Chinese);
        QVERIFY(few.pieces().size() < chinese.pieces().size());
    }

    void theSameSentencesTeachTheSamePieces() { QVERIFY(learn(Language::English, 800) == englishModel_); }

    void aCopyCutsAlike() {
        const SubwordTokenizer english(englishModel_, Language::English);
        QCOMPARE(english.clone()->tokenize("An unforeseeable sentence."),
                 english.tokenize("An unforeseeable sentence."));
    }

    void vocabulariesKeepTheModel() {
        const auto vocabulary = Vocabulary::fromSubwords(englishModel_);
        QCOMPARE(vocabulary.words(), SubwordTokenizer(englishModel_, Language::English).pieces());
        QCOMPARE(vocabulary.subwordModel(), englishModel_);
        QVERIFY(vocabulary.id("▁the") >= Vocabulary::Specials);
    }

    void aDamagedModelIsAFailure() {
        QVERIFY_EXCEPTION_THROWN(SubwordTokenizer("no model", Language::English), Failure);
        QVERIFY_EXCEPTION_THROWN(SubwordTokenizer("", Language::English), Failure);
    }
};

QTEST_GUILESS_MAIN(SubwordTokenizerTest)
#include "SubwordTokenizerTest.moc"
