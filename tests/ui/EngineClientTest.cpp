#include "tests/ui/FakeSession.h"
#include "ui/client/LateEngine.h"
#include "ui/client/MessageText.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace zhuyi;

class EngineClientTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void stepsThatArriveTogetherComeAsOneListInOrder();
    void ofSeveralProbeReportsOnlyTheNewestComes();
    void stepsAreToldBeforeTheValidationThatFollowsThem();
    void aTaskLastsFromItsCommandToItsEnd();
    void aFailedTrainingGivesBackTheModelThatWasAtHand();
    void anotherTasksFailureDoesNotEndTraining();
    void aFailureIsSaidWithItsArgumentsEvenWhereTheyLookLikePlaces();
    void aSecondTranslationHasAnotherId();
    void anEngineThatIsLateDoesAllThatItWasAskedFor();
};

void EngineClientTest::stepsThatArriveTogetherComeAsOneListInOrder() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    std::vector<std::size_t> sizes;
    std::vector<std::int64_t> steps;
    connect(&client, &EngineClient::stepped, this, [&](const std::vector<StepReport>& reports) {
        sizes.push_back(reports.size());
        for (const StepReport& report : reports)
            steps.push_back(report.step);
    });
    for (int n = 1; n <= 1000; ++n)
        engine.send(Stepped{FakeEngine::step(n)});
    QTRY_COMPARE(steps.size(), std::size_t(1000));
    QCOMPARE(sizes, std::vector<std::size_t>{1000});
    QVERIFY(std::is_sorted(steps.begin(), steps.end()));
}

void EngineClientTest::ofSeveralProbeReportsOnlyTheNewestComes() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    std::vector<std::int64_t> steps;
    connect(&client, &EngineClient::probesWatched, this,
            [&](const ProbeReport& report) { steps.push_back(report.step); });
    for (int n = 1; n <= 5; ++n) {
        ProbeReport report;
        report.step = n;
        engine.send(ProbesWatched{report});
    }
    QTRY_VERIFY(!steps.empty());
    QCOMPARE(steps, std::vector<std::int64_t>{5});
}

void EngineClientTest::stepsAreToldBeforeTheValidationThatFollowsThem() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    QStringList told;
    connect(&client, &EngineClient::stepped, this,
            [&](const std::vector<StepReport>& reports) { told << QString::number(reports.back().step); });
    connect(&client, &EngineClient::validated, this, [&] { told << QStringLiteral("validation"); });
    engine.send(Stepped{FakeEngine::step(1)});
    engine.send(Stepped{FakeEngine::step(2)});
    engine.send(Validated{FakeEngine::validation(2)});
    engine.send(Stepped{FakeEngine::step(3)});
    QTRY_COMPARE(told, QStringList({"2", "validation", "3"}));
}

void EngineClientTest::aTaskLastsFromItsCommandToItsEnd() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    QSignalSpy changed(&client, &EngineClient::stateChanged);
    client.post(OpenCorpus{});
    QCOMPARE(client.task(), Task::OpenCorpus);
    QCOMPARE(changed.count(), 1);
    engine.send(CorpusOpened{FakeEngine::summary()});
    QTRY_COMPARE(client.task(), Task::None);
    QVERIFY(client.corpus());

    client.post(Train{});
    QCOMPARE(client.task(), Task::Train);
    engine.send(CorpusOpened{FakeEngine::summary()}); // tokenised anew, which doesn't end the training
    engine.send(TrainingStarted{FakeEngine::model()});
    engine.send(TrainingPaused{});
    QTRY_VERIFY(client.isPaused());
    QCOMPARE(client.task(), Task::Train);
    engine.send(TrainingResumed{});
    QTRY_VERIFY(!client.isPaused());
    engine.send(TrainingFinished{TrainingEnd::Stopped, FakeEngine::model()});
    QTRY_COMPARE(client.task(), Task::None);
    QVERIFY(client.hasModel());
}

void EngineClientTest::aFailedTrainingGivesBackTheModelThatWasAtHand() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    engine.send(ModelOpened{FakeEngine::model("/models/good.zhuyi")});
    QTRY_VERIFY(client.hasModel());
    client.post(Train{});
    engine.send(TrainingStarted{FakeEngine::model()});
    QTRY_VERIFY(client.model().path.empty());
    engine.send(Failed{Task::Train, 0, {MessageCode::LossNotFinite, {"12"}}});
    QTRY_COMPARE(client.task(), Task::None);
    QCOMPARE(client.model().path, std::string("/models/good.zhuyi"));
}

void EngineClientTest::anotherTasksFailureDoesNotEndTraining() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    QSignalSpy failed(&client, &EngineClient::failed);
    client.post(Train{});
    engine.send(Failed{Task::SaveModel, 0, {MessageCode::FileUnwritable, {"/m", "the disk is full"}}});
    engine.send(Failed{Task::Translate, 3, {MessageCode::ModelMissing, {}}});
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(client.task(), Task::Train);
}

void EngineClientTest::aFailureIsSaidWithItsArgumentsEvenWhereTheyLookLikePlaces() {
    QCOMPARE(messageText({MessageCode::FileUnreadable, {"/odd/%2 name %1", "it is a folder"}}),
             QStringLiteral("/odd/%2 name %1 cannot be read: it is a folder."));
    QCOMPARE(messageText({MessageCode::FileUnreadable, {}}), QStringLiteral(" cannot be read: ."));
}

void EngineClientTest::aSecondTranslationHasAnotherId() {
    FakeEngine engine;
    EngineClient client(engine.factory());
    const auto first = client.translate(QStringLiteral("今天"));
    const auto second = client.translate(QStringLiteral("今天是"));
    QVERIFY(first != second);
    QCOMPARE(engine.last<Translate>().id, second);
    QCOMPARE(engine.last<Translate>().text, std::string("今天是"));
    QVERIFY(engine.last<Translate>().latestOnly);
}

void EngineClientTest::anEngineThatIsLateDoesAllThatItWasAskedFor() {
    FakeEngine engine;
    LateEngine late(engine.factory());
    EngineClient client(late.factory());
    QWidget window;
    late.loadWhenDrawn(&window);
    client.post(OpenCorpus{});
    client.translate(QStringLiteral("今天"));
    QCOMPARE(client.task(), Task::OpenCorpus);
    QVERIFY(engine.commands().empty());
    window.show();
    QTRY_COMPARE(engine.commands().size(), std::size_t(2));
    QVERIFY(std::holds_alternative<OpenCorpus>(engine.commands().front()));
    client.post(Cancel{});
    QCOMPARE(engine.count<Cancel>(), 1);
}

QTEST_MAIN(EngineClientTest)
#include "EngineClientTest.moc"
