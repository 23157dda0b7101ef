#include "ui/translation/TranslationBox.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/translation/DecodingForm.h"
#include "ui/translation/SourceEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace zhuyi;

namespace {

constexpr int longerThanThePause = 450; // ms

struct Bench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    TranslationBox box{&client};
    SourceEdit* source = box.findChild<SourceEdit*>();
    QPlainTextEdit* target = nullptr;

    Bench() {
        qRegisterMetaType<TranslationPtr>();
        for (QPlainTextEdit* edit : box.findChildren<QPlainTextEdit*>())
            if (edit != source)
                target = edit;
        box.resize(640, 200);
        box.show();
    }
    void openModel(const std::string& direction = "zh-en") {
        ModelSummary model = FakeEngine::model("/models/a.zhuyi");
        model.settings.direction = direction;
        QSignalSpy opened(&client, &EngineClient::modelOpened);
        engine.send(ModelOpened{model});
        QVERIFY(opened.wait());
    }
    /// Types and waits for the question.
    Translate ask(const QString& text) {
        const int before = engine.count<Translate>();
        source->setPlainText(text);
        source->moveCursor(QTextCursor::End);
        if (!QTest::qWaitFor([&] { return engine.count<Translate>() > before; }))
            qWarning("nothing was asked");
        return engine.last<Translate>();
    }
    void answer(std::uint64_t id, const std::string& text, std::vector<Message> notices = {}) {
        auto translation = std::make_shared<Translation>(*FakeEngine::translation(engine.last<Translate>().text));
        translation->text = text;
        translation->notices = std::move(notices);
        QSignalSpy told(&client, &EngineClient::translated);
        engine.send(Translated{id, translation});
        QVERIFY(told.wait());
    }
    void compose(const QString& preedit, const QString& commit = {}) {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QApplication::sendEvent(source, &event);
    }
    bool says(const QString& words) {
        for (QLabel* label : box.findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    }
    QToolButton* button(const QString& text) {
        for (QToolButton* button : box.findChildren<QToolButton*>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
};

} // namespace

class TranslationBoxTest : public QObject {
    Q_OBJECT
  private:
    QTemporaryDir folder_;

  private Q_SLOTS:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void init() { QSettings().clear(); }

    void withoutAModelItSaysWhatToDoAndStillTakesText() {
        Bench b;
        QCOMPARE(b.source->placeholderText(), QString("Train a model or open one, then type here."));
        QTest::keyClicks(b.source, "hello");
        QCOMPARE(b.source->toPlainText(), QString("hello"));
        QTest::qWait(longerThanThePause);
        QCOMPARE(b.engine.count<Translate>(), 0);
        QVERIFY(b.says("There is no model yet"));
        b.openModel("en-zh"); // and now there is one
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        QCOMPARE(b.engine.last<Translate>().text, std::string("hello"));
        QVERIFY(!b.says("There is no model yet"));
    }

    void severalModelsThatTranslateTogetherAreCounted() {
        Bench b;
        b.openModel();
        QVERIFY(!b.says("models together"));
        ModelSummary model = FakeEngine::model("/models/a.zhuyi");
        model.together = {"/models/b.zhuyi"};
        b.engine.send(ModelOpened{model});
        QTRY_VERIFY(b.says("2 models together"));
        b.openModel();
        QVERIFY(!b.says("models together"));
    }

    void typingAsksOnceAfterAPause() {
        Bench b;
        b.openModel("en-zh");
        QTest::keyClicks(b.source, "hello");
        QCOMPARE(b.engine.count<Translate>(), 0);
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        QTest::qWait(longerThanThePause);
        QCOMPARE(b.engine.count<Translate>(), 1);
        QCOMPARE(b.engine.last<Translate>().text, std::string("hello"));
        QVERIFY(b.engine.last<Translate>().latestOnly);
    }

    void controlAndReturnAsksAtOnce() {
        Bench b;
        b.openModel();
        b.source->setPlainText("你好");
        QTest::keyClick(b.source, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.engine.count<Translate>(), 1);
        QCOMPARE(b.source->toPlainText(), QString("你好"));
        QTest::qWait(longerThanThePause);
        QCOMPARE(b.engine.count<Translate>(), 1);
    }

    void nothingIsAskedWhileAnInputMethodComposes() {
        Bench b;
        b.openModel();
        b.compose("jin");
        b.compose("jin'tian");
        QTest::qWait(longerThanThePause);
        QTest::keyClick(b.source, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(b.engine.count<Translate>(), 0);
        b.compose("", "今天");
        QCOMPARE(b.engine.count<Translate>(), 0); // and then not before a pause
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        QCOMPARE(b.engine.last<Translate>().text, std::string("今天"));
        // A word put in while the next is being composed: still composing.
        b.compose("s", "是");
        QTest::qWait(longerThanThePause);
        b.engine.send(Validated{FakeEngine::validation(1300)});
        QTest::qWait(100);
        QCOMPARE(b.engine.count<Translate>(), 1);
        b.compose(""); // given up
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        QCOMPARE(b.engine.last<Translate>().text, std::string("今天是"));
    }

    void theAnswerIsShownAndTold() {
        Bench b;
        b.openModel();
        QSignalSpy shown(&b.box, &TranslationBox::translationShown);
        const Translate question = b.ask("今天是星期日。");
        b.answer(question.id, "Today is Sunday.");
        QCOMPARE(b.target->toPlainText(), QString("Today is Sunday."));
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown[0][0].value<TranslationPtr>()->text, std::string("Today is Sunday."));
        b.button("Copy")->click();
        QCOMPARE(QApplication::clipboard()->text(), QString("Today is Sunday."));
        QVERIFY(b.says("7 characters"));
    }

    void anAnswerToAnOlderQuestionIsIgnored() {
        Bench b;
        b.openModel();
        const Translate older = b.ask("今天");
        const Translate newer = b.ask("今天是星期日。");
        QVERIFY(newer.id != older.id);
        b.answer(newer.id, "Today is Sunday.");
        b.answer(older.id, "Today");
        QCOMPARE(b.target->toPlainText(), QString("Today is Sunday."));
    }

    void anEmptiedBoxForgetsItsTranslationAndTheOneUnderWay() {
        Bench b;
        b.openModel();
        b.answer(b.ask("今天").id, "Today");
        const Translate late = b.ask("今天是");
        QSignalSpy shown(&b.box, &TranslationBox::translationShown);
        b.source->clear();
        QCOMPARE(b.target->toPlainText(), QString());
        QCOMPARE(shown.count(), 1);
        QVERIFY(!shown[0][0].value<TranslationPtr>());
        b.answer(late.id, "Today is");
        QCOMPARE(b.target->toPlainText(), QString());
    }

    void theTextIsTranslatedAgainWheneverTheModelIsBetter() {
        Bench b;
        b.openModel();
        b.ask("今天是星期日。");
        b.engine.forgetCommands();
        b.engine.send(Validated{FakeEngine::validation(1300)});
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        QCOMPARE(b.engine.last<Translate>().text, std::string("今天是星期日。"));
        b.engine.send(TrainingFinished{TrainingEnd::Completed, FakeEngine::model()});
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        b.openModel();
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        b.source->clear();
        b.engine.send(Validated{FakeEngine::validation(1400)});
        QTest::qWait(100);
        QCOMPARE(b.engine.count<Translate>(), 3);
    }

    void aFailureIsSaidInPlace() {
        Bench b;
        b.openModel();
        const Translate question = b.ask("今天");
        b.engine.send(Failed{Task::Translate, question.id + 7, {MessageCode::OutOfMemory, {}}});
        b.engine.send(Failed{Task::Translate, question.id, {MessageCode::Internal, {"odd"}}});
        QTRY_VERIFY(b.says("The engine met an error of its own: odd."));
        QVERIFY(!b.says("not enough memory"));
        b.answer(b.ask("今天是").id, "Today is");
        QVERIFY(!b.says("error"));
    }

    void noticesAreSaidAsSentences() {
        Bench b;
        b.openModel();
        const Translate question = b.ask("乌鲁木齐");
        b.answer(question.id, "X",
                 {{MessageCode::SentenceUnknownWords, {"乌鲁木齐"}}, {MessageCode::SentenceCut, {"50"}}});
        QVERIFY(b.says("Not in the model's vocabulary: 乌鲁木齐."));
        QVERIFY(b.says("only its first 50 tokens"));
    }

    void theDirectionIsShownAndTextInTheOtherLanguagePointedOut() {
        Bench b;
        b.openModel("zh-en");
        QVERIFY(b.says("中文 → English"));
        b.source->setPlainText("Hello there");
        QVERIFY(b.says("This model takes Chinese only"));
        b.source->setPlainText("我喜欢 Qt");
        QVERIFY(!b.says("This model reads"));
        b.openModel("en-zh");
        QVERIFY(b.says("English → 中文"));
        b.source->setPlainText("我喜欢茶");
        QVERIFY(b.says("This model takes English only"));
        b.source->setPlainText("I like tea");
        QVERIFY(!b.says("This model reads"));
    }

    void examplesAreTakenFromTheCorpusInTheModelsLanguage() {
        Bench b;
        QMenu* menu = b.button("Examples")->menu();
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().isEmpty()); // without a corpus too
        b.engine.send(CorpusOpened{FakeEngine::summary()});
        b.openModel("en-zh");
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions()[0]->text(), QString("Today is Sunday."));
        menu->actions()[0]->trigger();
        QCOMPARE(b.source->toPlainText(), QString("Today is Sunday."));
        QCOMPARE(b.engine.count<Translate>(), 1); // at once
    }

    void aPastedBookIsCutAndThatIsSaid() {
        Bench b;
        b.openModel();
        QApplication::clipboard()->setText(QString(1000000, u'好'));
        b.source->paste();
        QCOMPARE(b.source->toPlainText().size(), SourceEdit::mostCharacters);
        QVERIFY(b.says("its first 5,000 characters"));
        QApplication::clipboard()->setText("两\n行");
        b.source->selectAll();
        b.source->paste();
        QCOMPARE(b.source->toPlainText(), QString("两 行"));
        QVERIFY(!b.says("characters were taken"));
    }

    void eachSentenceOfAParagraphHasItsOwnLineAndAttention() {
        Bench b;
        b.openModel();
        QSignalSpy shown(&b.box, &TranslationBox::translationShown);
        const Translate first = b.ask("今天是星期日。你好吗？");
        QCOMPARE(first.text, std::string("你好吗？")); // the caret's sentence first
        b.answer(first.id, "How are you?");
        QTRY_COMPARE(b.engine.count<Translate>(), 2); // one after the other
        const Translate second = b.engine.last<Translate>();
        QCOMPARE(second.text, std::string("今天是星期日。"));
        b.answer(second.id, "Today is Sunday.");
        QCOMPARE(b.target->toPlainText(), QString("Today is Sunday.\nHow are you?"));
        QCOMPARE(shown.last()[0].value<TranslationPtr>()->source, std::string("你好吗？"));
        QVERIFY(b.says("sentence 2 of 2"));
        // A click on the other line shows that sentence.
        const QRect line = b.target->cursorRect(QTextCursor(b.target->document()->findBlockByNumber(0)));
        QTest::mouseClick(b.target->viewport(), Qt::LeftButton, {}, line.center() + QPoint(5, 0));
        QCOMPARE(shown.last()[0].value<TranslationPtr>()->source, std::string("今天是星期日。"));
        QVERIFY(b.says("sentence 1 of 2"));
        QCOMPARE(b.engine.count<Translate>(), 2);
        // Changing one sentence asks for that one only.
        b.source->moveCursor(QTextCursor::End);
        QTest::keyClick(b.source, Qt::Key_Backspace);
        QTRY_COMPARE(b.engine.count<Translate>(), 3);
        QCOMPARE(b.engine.last<Translate>().text, std::string("你好吗"));
    }

    void aMoreTrainedModelIsAskedForEverySentenceAgain() {
        Bench b;
        b.openModel();
        b.answer(b.ask("你好。再见。").id, "Bye.");
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        b.answer(b.engine.last<Translate>().id, "Hello.");
        b.engine.forgetCommands();
        b.engine.send(Validated{FakeEngine::validation(1300)});
        QTRY_COMPARE(b.engine.count<Translate>(), 1);
        b.answer(b.engine.last<Translate>().id, "Goodbye.");
        QTRY_COMPARE(b.engine.count<Translate>(), 2);
        QCOMPARE(b.target->toPlainText(), QString("Hello.\nGoodbye."));
    }

    void optionsOfDecodingReachTheEngineAndAreKept() {
        {
            Bench b;
            b.openModel();
            b.ask("今天是星期日。");
            QCOMPARE(b.engine.last<Translate>().options.beam_size, std::int64_t(1));
            auto* button = b.box.findChild<QToolButton*>("decodingOptions");
            QCOMPARE(button->text(), QString("Greedy"));
            QTest::mouseClick(button, Qt::LeftButton);
            auto* form = b.box.findChild<DecodingForm*>();
            QVERIFY(form->isVisible());
            QVERIFY(!form->findChild<QSpinBox*>("beam_size")->isVisible());
            auto* way = form->findChild<QComboBox*>("decodingWay");
            QTest::keyClick(way, Qt::Key_Down); // to beam search
            QVERIFY(form->findChild<QSpinBox*>("beam_size")->isVisible());
            form->findChild<QSpinBox*>("beam_size")->setValue(7);
            QCOMPARE(button->text(), QString("Beam 7"));
            const DecodingOptions options = b.engine.last<Translate>().options;
            QCOMPARE(options.beam_size, std::int64_t(7));
            QVERIFY(options.n_best > 1);
            QCOMPARE(options.temperature, 0.0);
        }
        Bench b; // the next start
        QCOMPARE(b.box.options().beam_size, std::int64_t(7));
    }

    void samplingDrawsAgain() {
        Bench b;
        b.openModel();
        b.ask("今天是星期日。");
        auto* again = b.box.findChild<QToolButton*>("drawAgain");
        QVERIFY(!again->isVisible());
        b.box.findChild<QComboBox*>("decodingWay")->setCurrentIndex(2);
        QVERIFY(again->isVisible());
        const DecodingOptions first = b.engine.last<Translate>().options;
        QVERIFY(first.temperature > 0);
        QTest::mouseClick(again, Qt::LeftButton);
        const DecodingOptions second = b.engine.last<Translate>().options;
        QVERIFY(second.seed != first.seed);
        QCOMPARE(second.temperature, first.temperature);
    }

    void theNBestAreListedAndAClickShowsOne() {
        Bench b;
        b.openModel();
        QSignalSpy shown(&b.box, &TranslationBox::translationShown);
        auto* list = b.box.findChild<QListWidget*>("nBest");
        QVERIFY(!list->isVisible());
        const Translate question = b.ask("今天是星期日。");
        auto other = std::make_shared<Translation>(*FakeEngine::translation());
        other->text = "It is Sunday today.";
        other->score = -2.5;
        auto best = std::make_shared<Translation>(*FakeEngine::translation());
        best->others = {other, other};
        b.engine.send(Translated{question.id, best});
        QTRY_COMPARE(list->count(), 3);
        QVERIFY(list->isVisible());
        b.box.resize(640, 1); // as low as it goes
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualItemRect(list->item(2))));
        QVERIFY(list->item(1)->text().contains("It is Sunday today."));
        QVERIFY(list->item(1)->text().contains("-2.5"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
        QCOMPARE(shown.last()[0].value<TranslationPtr>()->text, std::string("It is Sunday today."));
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(shown.last()[0].value<TranslationPtr>()->text, std::string("Today is Sunday."));
        QCOMPARE(b.target->toPlainText(), QString("Today is Sunday."));
    }

    void unknownWordsAreUnderlinedInBothTexts() {
        Bench b;
        b.openModel();
        const Translate question = b.ask("我在乌鲁木齐。");
        b.answer(question.id, "I am in <unk>.", {{MessageCode::SentenceUnknownWords, {"乌鲁木齐"}}});
        const auto underlined = [](QPlainTextEdit* edit) {
            QStringList words;
            for (const auto& selection : edit->extraSelections())
                if (selection.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                    words << selection.cursor.selectedText();
            return words;
        };
        QCOMPARE(underlined(b.source), QStringList("乌鲁木齐"));
        QCOMPARE(underlined(b.target), QStringList("‹?›"));
    }

    void aWordPointedAtLightsUpWithWhatItAttendsTo() {
        Bench b;
        b.openModel();
        b.ask("今天是星期日。");
        b.answer(b.engine.last<Translate>().id, "Today is Sunday.");
        const auto marked = [](QPlainTextEdit* edit) {
            QStringList words;
            for (const QTextEdit::ExtraSelection& mark : edit->extraSelections())
                words << mark.cursor.selectedText();
            return words;
        };
        QSignalSpy pointed(&b.box, &TranslationBox::pointed);
        const auto point = [](QPlainTextEdit* edit, int position) {
            QTextCursor cursor(edit->document());
            cursor.setPosition(position);
            const QPoint at = edit->cursorRect(cursor).center() + QPoint(3, 0);
            QMouseEvent move(QEvent::MouseMove, at, edit->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QApplication::sendEvent(edit->viewport(), &move);
        };
        QTRY_COMPARE(b.target->toPlainText(), QString("Today is Sunday."));
        point(b.target, 9); // "Sunday"
        QCOMPARE(pointed.last(), QVariantList({2, -1}));
        QCOMPARE(marked(b.target), QStringList{"Sunday"});
        QVERIFY(marked(b.source).contains("星期日"));
        point(b.source, 0);
        QCOMPARE(pointed.last(), QVariantList({-1, 0}));
        QCOMPARE(marked(b.source), QStringList{"今天"});
        QVERIFY(marked(b.target).contains("Today"));
        b.box.setPointed(1, 1); // from the heatmap: a cell
        QCOMPARE(marked(b.source), QStringList{"是"});
        QCOMPARE(marked(b.target), QStringList{"is"});
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(b.target->viewport(), &leave);
        QVERIFY(marked(b.source).isEmpty() && marked(b.target).isEmpty());
        b.box.setPointed(1, 1);
        QTest::keyClicks(b.source, "x"); // no longer the text of the translation
        QVERIFY(marked(b.source).isEmpty() && marked(b.target).isEmpty());
    }

    void theBoxSpeaksTheUsersLanguage() {
        Bench b;
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        QTRY_COMPARE(b.source->placeholderText(), QString("[Train a model or open one, then type here.]"));
        QVERIFY(b.button("[Examples]"));
        QApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(TranslationBoxTest)
#include "TranslationBoxTest.moc"
