#include "ui/client/PlainNumber.h"

#include <QTest>

using namespace zhuyi;

class PlainNumberTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void numbersAreWrittenAsPeopleDo_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("text");
        QTest::newRow("a thousandth") << 0.001 << 3 << "0.001";
        QTest::newRow("a millionth") << 1e-6 << 6 << "0.000001";
        QTest::newRow("rounded") << 0.00123456 << 3 << "0.00123";
        QTest::newRow("rounded upwards") << 0.000999996 << 3 << "0.001";
        QTest::newRow("less than a millionth") << 3.21e-9 << 2 << "3.2×10⁻⁹";
        QTest::newRow("much less") << -1e-12 << 2 << "-1×10⁻¹²";
        QTest::newRow("thousands") << 123456.0 << 3 << "123,456";
        QTest::newRow("noise of arithmetic") << 0.1 + 0.2 << 6 << "0.3";
        QTest::newRow("tens") << 50.0 << 3 << "50";
        QTest::newRow("nothing") << 0.0 << 3 << "0";
    }
    void numbersAreWrittenAsPeopleDo() {
        QFETCH(double, value);
        QFETCH(int, digits);
        QFETCH(QString, text);
        QCOMPARE(plainNumber(value, digits, QLocale(QLocale::English, QLocale::UnitedStates)), text);
    }

    void spinBoxesReadThemBack() {
        for (const double value : {1e-9, 1e-6, 0.00037, 0.5, 1.0, 5000.0, 1234560.0})
            QCOMPARE(decimalNumber(value, 6).toDouble(), value);
        QCOMPARE(decimalNumber(1e-9, 6), QString("0.000000001"));
        QCOMPARE(decimalNumber(1234560, 6), QString("1234560"));
    }
};

QTEST_GUILESS_MAIN(PlainNumberTest)
#include "PlainNumberTest.moc"
