#include "ui/translation/TranslationBox.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/translation/SourceEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
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
  private Q_SLOTS:
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
