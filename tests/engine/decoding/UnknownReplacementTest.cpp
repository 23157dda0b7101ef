#include "engine/decoding/UnknownReplacement.h"

#include <QTest>

using namespace zhuyi;
using Words = std::vector<std::string>;

class UnknownReplacementTest : public QObject {
    Q_OBJECT

    const Words source_{"约翰", "住", "在", "北京"};
    const std::vector<float> attention_{0.7F, 0.1F, 0.1F, 0.1F, 0.1F, 0.6F, 0.3F, 0.0F, 0.0F, 0.2F, 0.2F, 0.6F};

  private Q_SLOTS:
    void copies_the_source_word_looked_at_most() {
        QCOMPARE(replaceUnknown({"<unk>", "lives", "<unk>"}, {true, false, true}, attention_, source_),
                 (Words{"约翰", "lives", "北京"}));
    }
    void looks_it_up_where_the_dictionary_has_it() {
        QCOMPARE(replaceUnknown({"<unk>", "lives", "<unk>"}, {true, false, true}, attention_, source_,
                                {{"北京", "Beijing"}, {"住", "dwells"}}),
                 (Words{"约翰", "lives", "Beijing"}));
    }
    void leaves_words_that_only_look_unknown() {
        QCOMPARE(replaceUnknown({"<unk>"}, {false}, attention_, source_), (Words{"<unk>"}));
    }
    void leaves_the_word_where_nothing_was_looked_at() {
        QCOMPARE(replaceUnknown({"<unk>"}, {true}, {0, 0}, {"甲", "乙"}), (Words{"<unk>"}));
    }
};

QTEST_GUILESS_MAIN(UnknownReplacementTest)
#include "UnknownReplacementTest.moc"
