#include "engine/session/DecodingOptions.h"

#include <QTest>

#include <cmath>

using namespace zhuyi;

class DecodingOptionsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void defaults_are_in_their_ranges() { QVERIFY(!checkDecodingOptions({})); }

    void each_number_is_held_to_its_range() {
        for (const auto& info : decodingOptionInfos()) {
            if (std::holds_alternative<bool DecodingOptions::*>(info.member))
                continue;
            for (const double wrong : {info.least - 1, info.greatest + 1}) {
                DecodingOptions options;
                if (const auto* member = std::get_if<std::int64_t DecodingOptions::*>(&info.member))
                    options.*(*member) = static_cast<std::int64_t>(wrong);
                else
                    options.*std::get<double DecodingOptions::*>(info.member) = wrong;
                const auto error = checkDecodingOptions(options);
                QVERIFY(error);
                QCOMPARE(error->arguments.front(), std::string(info.name));
            }
        }
        DecodingOptions options;
        options.temperature = NAN;
        QVERIFY(checkDecodingOptions(options));
    }

    void no_more_translations_than_the_beam_holds() {
        DecodingOptions options;
        options.n_best = 3;
        QVERIFY(checkDecodingOptions(options));
        options.beam_size = 3;
        QVERIFY(!checkDecodingOptions(options));
    }
};

QTEST_GUILESS_MAIN(DecodingOptionsTest)
#include "DecodingOptionsTest.moc"
