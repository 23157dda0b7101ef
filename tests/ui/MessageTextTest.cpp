#include "ui/client/MessageText.h"

#include "ui/dataset/AlignmentDialog.h"

#include <QCheckBox>
#include <QTest>

using namespace zhuyi;

class MessageTextTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void arguments_stand_in_their_places() {
        QCOMPARE(
            messageText({MessageCode::GrammarExhausted, {"10", "7"}}),
            QString("The built-in grammar can make only about 7 different sentence pairs, not 10; ask for fewer."));
    }

    /// In the window nobody can write an option: it names the box to tick, as it is called there.
    void what_to_do_is_said_in_the_windows_own_terms() {
        AlignmentDialog dialog(QStringLiteral("corpus"), QStringLiteral("."), nullptr);
        const auto* box = dialog.findChild<QCheckBox*>(QStringLiteral("oneBased"));
        QVERIFY(box);
        for (const auto code : {MessageCode::AlignmentFromOne, MessageCode::AlignmentFromZero}) {
            const auto text = messageText({code, {"gold.align", "3", "0-9", "4", "5"}});
            QVERIFY2(text.contains(box->text()), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("--")), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("gold.align, line 3")), qPrintable(text));
        }
    }
};

QTEST_MAIN(MessageTextTest)
#include "MessageTextTest.moc"
