#include "ui/shell/Fonts.h"

#include <QApplication>
#include <QRawFont>
#include <QTest>

using namespace zhuyi;

class FontsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void simplifiedChineseFacesComeBeforeOthers() {
        QCOMPARE(Fonts::preferred({"DejaVu Sans", "WenQuanYi Zen Hei", "Noto Sans CJK JP", "Noto Sans CJK SC"}),
                 QString("Noto Sans CJK SC"));
        QCOMPARE(Fonts::preferred({"Arial", "Microsoft YaHei"}), QString("Microsoft YaHei"));
        QCOMPARE(Fonts::preferred({"DejaVu Sans", "Noto Sans CJK JP"}), QString());
    }

    void chineseIsDrawnByItsFamilyOrTheMissingPackageIsNamed() {
        if (Fonts::chineseFamily().isEmpty()) {
            QVERIFY(Fonts::missingFontSentence().contains("fonts-noto-cjk"));
            return;
        }
        QVERIFY(Fonts::missingFontSentence().isEmpty());
        QVERIFY(QRawFont::fromFont(QFont(Fonts::chineseFamily()), QFontDatabase::SimplifiedChinese)
                    .supportsCharacter(QChar(u'译')));
    }

    void latinKeepsItsFontAndChineseGetsItsOwn() {
        if (Fonts::chineseFamily().isEmpty())
            QSKIP("No Chinese font on this machine");
        const QFont base("DejaVu Sans", 11);
        QCOMPARE(Fonts::withChinese(base).families(), QStringList({"DejaVu Sans", Fonts::chineseFamily()}));
        QCOMPARE(Fonts::withChinese(Fonts::withChinese(base)).families().size(), 2);
        QCOMPARE(Fonts::chinese(base).families().first(), Fonts::chineseFamily());
        QCOMPARE(Fonts::chinese(base).pointSize(), 11);
    }
};

QTEST_MAIN(FontsTest)
#include "FontsTest.moc"
