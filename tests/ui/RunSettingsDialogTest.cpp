#include "ui/training/RunSettingsDialog.h"
#include "ui/shell/Fonts.h"
#include "ui/training/NumberBox.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace zhuyi;

class RunSettingsDialogTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everySettingHasAnEditorWithItsRangeAndExplanation();
    void whatGoesInComesOut();
    void valuesOutsideTheRangeCannotBeTyped();
    void choosingAPresetFillsInItsValuesAndKeepsTheDirection();
    void aChangeMakesThePresetCustomAndBackAgain();
    void changedTextSettingsAreSaidToTokeniseAnew();
    void smallNumbersAreShownAsTheyAre();
    void unitsFollowTheNumber();
    void whileARunIsUnderWayItIsSaidThatTheNextOneIsMeant();
    void guidedAttentionIsOffAtZeroAndStepsUpFromThere();
    void aJointVocabularyIsOfferedForSubwordsOnBothSides();
    void pairsAreCountedWhereTokensAreNot();
    void aSmallScreenHasRoomForAll();
};

void RunSettingsDialogTest::everySettingHasAnEditorWithItsRangeAndExplanation() {
    RunSettingsDialog dialog({}, std::nullopt);
    for (const SettingInfo& info : settingInfos()) {
        auto* editor = dialog.findChild<QWidget*>(QString::fromLatin1(info.name));
        QVERIFY2(editor, info.name);
        QCOMPARE(editor->toolTip(), QString::fromLatin1(info.explanation));
        QVERIFY(!editor->accessibleName().isEmpty());
        if (auto* box = qobject_cast<QSpinBox*>(editor)) {
            QCOMPARE(box->minimum(), static_cast<int>(info.least));
            QCOMPARE(box->maximum(), static_cast<int>(info.greatest));
        } else if (auto* number = qobject_cast<QDoubleSpinBox*>(editor)) {
            QCOMPARE(number->minimum(), info.least);
            QCOMPARE(number->maximum(), info.greatest);
        } else if (auto* combo = qobject_cast<QComboBox*>(editor)) {
            QCOMPARE(combo->count(), static_cast<int>(info.choices.size()));
        } else {
            QVERIFY2(qobject_cast<QCheckBox*>(editor), info.name);
        }
    }
}

void RunSettingsDialogTest::whatGoesInComesOut() {
    for (const std::string& name : presetNames())
        QVERIFY2(RunSettingsDialog(preset(name), std::nullopt).settings() == preset(name), name.c_str());
    Settings odd = preset("small");
    odd.direction = "en-zh";
    odd.source_tokenizer = "character";
    odd.attention = "general";
    odd.learning_rate = 0.00037;
    odd.clip_norm = 0;
    odd.bidirectional = false;
    odd.seed = 2147483647;
    odd.threads = 7;
    QVERIFY(RunSettingsDialog(odd, std::nullopt).settings() == odd);
}

void RunSettingsDialogTest::valuesOutsideTheRangeCannotBeTyped() {
    RunSettingsDialog dialog(preset("small"), std::nullopt);
    dialog.show();
    auto* batch = dialog.findChild<QSpinBox*>(QStringLiteral("batch_size"));
    batch->selectAll();
    QTest::keyClicks(batch, QStringLiteral("99999"));
    QTest::keyClick(batch, Qt::Key_Tab);
    QVERIFY(dialog.settings().batch_size <= 4096);
    auto* dropout = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("dropout"));
    dropout->selectAll();
    QTest::keyClicks(dropout, QStringLiteral("7x"));
    QTest::keyClick(dropout, Qt::Key_Tab);
    QVERIFY(dialog.settings().dropout <= 0.9);
    auto* rate = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("learning_rate"));
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("5e-4"));
    QTest::keyClick(rate, Qt::Key_Tab);
    QCOMPARE(dialog.settings().learning_rate, 5e-4);
}

void RunSettingsDialogTest::choosingAPresetFillsInItsValuesAndKeepsTheDirection() {
    Settings start = preset("small");
    start.direction = "en-zh";
    start.threads = 1;
    RunSettingsDialog dialog(start, std::nullopt);
    auto* choice = dialog.findChild<QComboBox*>(QStringLiteral("preset"));
    const int article = choice->findData(QStringLiteral("article"));
    choice->setCurrentIndex(article);
    Q_EMIT choice->activated(article);
    Settings expected = preset("article");
    expected.direction = "en-zh";
    expected.threads = 1;
    QVERIFY(dialog.settings() == expected);
}

void RunSettingsDialogTest::aChangeMakesThePresetCustomAndBackAgain() {
    RunSettingsDialog dialog(preset("small"), std::nullopt);
    auto* choice = dialog.findChild<QComboBox*>(QStringLiteral("preset"));
    QCOMPARE(choice->currentData().toString(), QStringLiteral("small"));
    auto* hidden = dialog.findChild<QSpinBox*>(QStringLiteral("hidden_size"));
    hidden->setValue(100);
    QCOMPARE(choice->currentData().toString(), QString());
    QCOMPARE(choice->currentText(), QStringLiteral("custom"));
    hidden->setValue(static_cast<int>(preset("small").hidden_size));
    QCOMPARE(choice->currentData().toString(), QStringLiteral("small"));
}

void RunSettingsDialogTest::changedTextSettingsAreSaidToTokeniseAnew() {
    RunSettingsDialog dialog(preset("small"), preset("small"));
    dialog.show();
    auto* hint = dialog.findChild<QLabel*>(QStringLiteral("tokeniseAnew"));
    QVERIFY(!hint->isVisible());
    dialog.findChild<QSpinBox*>(QStringLiteral("vocabulary_size"))->setValue(500);
    QVERIFY(hint->isVisible());
    dialog.findChild<QSpinBox*>(QStringLiteral("vocabulary_size"))
        ->setValue(static_cast<int>(preset("small").vocabulary_size));
    dialog.findChild<QSpinBox*>(QStringLiteral("epochs"))->setValue(3);
    QVERIFY(!hint->isVisible());
}

void RunSettingsDialogTest::smallNumbersAreShownAsTheyAre() {
    NumberBox box(1e-6, 1);
    box.setValue(1e-6);
    QCOMPARE(box.text(), QStringLiteral("0.000001"));
    box.setValue(0.002);
    QCOMPARE(box.text(), QStringLiteral("0.002"));
    QCOMPARE(box.value(), 0.002);
}

void RunSettingsDialogTest::unitsFollowTheNumber() {
    RunSettingsDialog dialog(preset("small"), std::nullopt);
    auto* layers = dialog.findChild<QSpinBox*>(QStringLiteral("encoder_layers"));
    layers->setValue(1);
    QCOMPARE(layers->text(), QStringLiteral("1 layer"));
    layers->setValue(2);
    QCOMPARE(layers->text(), QStringLiteral("2 layers"));
}

void RunSettingsDialogTest::whileARunIsUnderWayItIsSaidThatTheNextOneIsMeant() {
    RunSettingsDialog dialog(preset("small"), std::nullopt);
    auto* hint = dialog.findChild<QLabel*>(QStringLiteral("hint"));
    QVERIFY(hint->text().startsWith(QStringLiteral("A preset")));
    dialog.tellOfRun();
    QVERIFY(hint->text().contains(QStringLiteral("next one")));
}

void RunSettingsDialogTest::pairsAreCountedWhereTokensAreNot() {
    RunSettingsDialog dialog(preset("standard"), std::nullopt);
    const auto* pairs = dialog.findChild<QSpinBox*>(QStringLiteral("batch_size"));
    auto* tokens = dialog.findChild<QSpinBox*>(QStringLiteral("batch_tokens"));
    QVERIFY(pairs->isEnabled());
    tokens->setValue(300);
    QVERIFY(!pairs->isEnabled());
    tokens->setValue(0);
    QVERIFY(pairs->isEnabled());
}

void RunSettingsDialogTest::guidedAttentionIsOffAtZeroAndStepsUpFromThere() {
    RunSettingsDialog dialog(preset("small"), std::nullopt);
    auto* box = dialog.findChild<NumberBox*>(QStringLiteral("guided_attention"));
    QVERIFY(box);
    box->setValue(0);
    QCOMPARE(box->text(), QStringLiteral("off"));
    QTest::keyClick(box, Qt::Key_Up);
    QVERIFY(box->value() >= 0.05);
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("1.5"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(dialog.settings().guided_attention, 1.5);
    QTest::keyClick(box, Qt::Key_PageDown);
    QCOMPARE(dialog.settings().guided_attention, 0.0);
    QCOMPARE(box->text(), QStringLiteral("off"));
    QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("preset"))->currentData().toString(), QStringLiteral("small"));
}

void RunSettingsDialogTest::aJointVocabularyIsOfferedForSubwordsOnBothSides() {
    Settings settings = preset("small");
    settings.source_tokenizer = settings.target_tokenizer = "subword";
    settings.joint_vocabulary = true;
    RunSettingsDialog dialog(settings, settings);
    auto* joint = dialog.findChild<QCheckBox*>(QStringLiteral("joint_vocabulary"));
    QVERIFY(joint && joint->isEnabled() && joint->isChecked());
    QVERIFY(dialog.settings() == settings);
    auto* target = dialog.findChild<QComboBox*>(QStringLiteral("target_tokenizer"));
    target->setCurrentIndex(target->findData(QStringLiteral("word")));
    QVERIFY(!joint->isEnabled());
    QVERIFY(!dialog.settings().joint_vocabulary); // or the run would be refused
    target->setCurrentIndex(target->findData(QStringLiteral("subword")));
    QVERIFY(joint->isEnabled() && dialog.settings().joint_vocabulary);
    auto* hint = dialog.findChild<QLabel*>(QStringLiteral("tokeniseAnew"));
    dialog.show();
    QVERIFY(!hint->isVisible());
    joint->setChecked(false);
    QVERIFY(!dialog.settings().joint_vocabulary && hint->isVisible());
}

void RunSettingsDialogTest::aSmallScreenHasRoomForAll() {
    QApplication::setFont(Fonts::withChinese(QApplication::font())); // as in the program
    RunSettingsDialog dialog(preset("standard"), std::nullopt);
    QVERIFY2(dialog.sizeHint().height() <= 720 - 32, qPrintable(QString::number(dialog.sizeHint().height())));
    // This one is narrower yet than a laptop's: what has no room is scrolled to.
    const QSize room = dialog.screen()->availableSize();
    QVERIFY(dialog.sizeHint().width() > room.width());
    QVERIFY(dialog.width() <= room.width() && dialog.height() <= room.height());
    dialog.show();
    auto* number = dialog.findChild<QSpinBox*>(QStringLiteral("batch_size"));
    const auto* place = dialog.findChild<QScrollArea*>()->horizontalScrollBar();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(place->value(), 0);
    auto* device = dialog.findChild<QWidget*>(QStringLiteral("device"));
    device->setFocus();
    QTest::keyClick(device, Qt::Key_Tab);
    QTRY_COMPARE(QApplication::focusWidget(), number);
    QTRY_VERIFY(place->value() > 0);
    // The wheel scrolls past a number that is not being edited.
    auto* epochs = dialog.findChild<QSpinBox*>(QStringLiteral("epochs"));
    const int before = epochs->value();
    QWheelEvent wheel(QPointF(5, 5), epochs->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(epochs, &wheel);
    QCOMPARE(epochs->value(), before);
}

QTEST_MAIN(RunSettingsDialogTest)
#include "RunSettingsDialogTest.moc"
