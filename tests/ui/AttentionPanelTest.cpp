#include "ui/attention/AttentionPanel.h"
#include "tests/ui/FakeSession.h"
#include "tests/ui/MarkingTranslator.h"
#include "ui/attention/ElidedLabel.h"
#include "ui/attention/HeatmapView.h"
#include "ui/attention/MapPage.h"
#include "ui/attention/ProbePicker.h"
#include "ui/attention/Timeline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace zhuyi;

namespace {

std::shared_ptr<const CorpusSummary> corpus(const std::string& direction = "zh-en") {
    auto summary = std::make_shared<CorpusSummary>(*FakeEngine::summary());
    summary->settings.direction = direction;
    summary->devPairsShown.clear();
    summary->devPairsShown.push_back({"好。", "OK.", 1}); // too short to show anything
    for (int i = 2; i <= 9; ++i) {
        const std::string n = std::to_string(i);
        summary->devPairsShown.push_back({"我昨天看了" + n + "本书。", "I read " + n + " books yesterday.", i});
    }
    summary->devPairsShown.push_back({"我昨天看了2本书。", "Yesterday I read 2 books.", 10}); // a second translation
    return summary;
}

struct Bench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    AttentionPanel panel{&client};
    QComboBox* chooser = panel.findChildren<QComboBox*>().first();

    Bench() {
        panel.resize(600, 500);
        panel.show();
    }
    void openCorpus(const std::string& direction = "zh-en") {
        engine.send(CorpusOpened{corpus(direction)});
        QTRY_VERIFY(engine.count<WatchProbes>() > 0);
    }
    void start(const std::string& direction = "zh-en") {
        const int before = engine.count<WatchProbes>();
        ModelSummary model = FakeEngine::model();
        model.settings.direction = direction;
        engine.send(TrainingStarted{model, false});
        QTRY_VERIFY(engine.count<WatchProbes>() > before);
    }
    ProbeReport report(std::int64_t step = 1240) {
        ProbeReport report;
        report.step = step;
        report.id = engine.last<WatchProbes>().id;
        const auto probes = engine.last<WatchProbes>().probes;
        for (std::size_t i = 0; i < probes.size(); ++i) {
            report.maps.push_back(FakeEngine::attention(0.1 * static_cast<double>(i + 1), step));
            report.translations.push_back("translation " + std::to_string(i));
        }
        return report;
    }
    QStringList lines() {
        QStringList texts;
        for (ElidedLabel* label : panel.findChildren<ElidedLabel*>())
            texts << label->text();
        return texts;
    }
    /// Opens a menu and clicks on one of its actions.
    void choose(const char* menu, const char* action) {
        auto* button = panel.findChild<QToolButton*>(menu);
        QVERIFY(button && button->isVisible());
        QTimer::singleShot(0, &panel, [this, button, action] {
            auto* chosen = panel.findChild<QAction*>(action);
            QMenu* opened = button->menu();
            QVERIFY(chosen && opened->isVisible());
            QTest::mouseClick(opened, Qt::LeftButton, {}, opened->actionGeometry(chosen).center());
        });
        QTest::mouseClick(button, Qt::LeftButton); // comes back once the menu is closed
    }
    /// A report at each of these steps.
    void watchAt(const std::vector<std::int64_t>& steps) {
        for (const std::int64_t step : steps) {
            ProbeReport next = report(step);
            for (AttentionMapPtr& map : next.maps)
                map = FakeEngine::attention(static_cast<double>(step) / 1000, step);
            engine.send(ProbesWatched{next});
            QTRY_VERIFY(panel.timeline()->steps().size() > 0 && panel.timeline()->steps().back() == step);
        }
    }
    bool shows(const QString& text) {
        for (QLabel* label : panel.findChildren<QLabel*>())
            if (label->text() == text)
                return true;
        return false;
    }
};

} // namespace

class AttentionPanelTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

  private Q_SLOTS:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void init() { QSettings().clear(); }

    void anEmptyPanelSaysWhatToDo() {
        Bench b;
        QVERIFY(b.panel.heatmap()->caption().startsWith("Open a file"));
        b.openCorpus();
        QTRY_VERIFY(b.panel.heatmap()->caption().startsWith("Press Start"));
        b.start();
        QTRY_VERIFY(b.panel.heatmap()->caption().startsWith("Waiting for the model"));
    }

    void fourSentencesOfModerateLengthAreWatchedFromTheStart() {
        Bench b;
        b.openCorpus();
        const auto probes = b.engine.last<WatchProbes>().probes;
        QCOMPARE(probes.size(), std::size_t(4));
        std::set<std::string> sources;
        for (const Probe& probe : probes) {
            QVERIFY(probe.source != "好。");
            QVERIFY(probe.target.rfind("I read", 0) == 0);
            sources.insert(probe.source);
        }
        QCOMPARE(sources.size(), std::size_t(4)); // no sentence twice
        QCOMPARE(b.chooser->count(), 4);
    }

    void probesFollowTheDirectionOfEachRun() {
        Bench b;
        b.openCorpus("en-zh");
        QVERIFY(b.engine.last<WatchProbes>().probes[0].source.rfind("I read", 0) == 0);
        QVERIFY(b.engine.last<WatchProbes>().probes[0].target.rfind("我昨天", 0) == 0);
        const Probe before = b.engine.last<WatchProbes>().probes[0];
        b.start("zh-en");
        const Probe after = b.engine.last<WatchProbes>().probes[0];
        QCOMPARE(after.source, before.target);
        QCOMPARE(after.target, before.source);
        QVERIFY(b.chooser->itemText(0).startsWith("我昨天"));
    }

    void whatTheModelSeesIsDrawnAsItLearns() {
        Bench b;
        b.openCorpus();
        b.start();
        b.engine.send(ProbesWatched{b.report(10)});
        QTRY_VERIFY(b.panel.heatmap()->map() != nullptr);
        QVERIFY(b.shows("step 10"));
        const ProbeReport later = b.report(1240);
        b.engine.send(ProbesWatched{later});
        QTRY_VERIFY(b.shows("step 1,240"));
        QCOMPARE(b.panel.heatmap()->map(), later.maps[0]);
        QVERIFY(b.lines().contains("At step 1,240 the model writes: translation 0"));
        QVERIFY(b.lines().filter("Reference, the rows of the picture: I read").size() == 1);
        b.chooser->setCurrentIndex(2);
        QCOMPARE(b.panel.heatmap()->map(), later.maps[2]);
        QVERIFY(b.lines().contains("At step 1,240 the model writes: translation 2"));
    }

    void aTranslationIsSaidOnce() {
        struct Page : SentencePage {
            QString title() const override { return QStringLiteral("says it"); }
            QString explanation() const override { return {}; }
            void setSentence(const ShownSentence&) override {}
            bool saysTranslation() const override { return true; }
        };
        Bench b;
        b.openCorpus();
        b.start();
        b.engine.send(ProbesWatched{b.report(10)});
        const auto saidBelow = [&b] {
            for (ElidedLabel* label : b.panel.findChildren<ElidedLabel*>())
                if (label->isVisible() && label->text().contains("the model writes"))
                    return true;
            return false;
        };
        QTRY_VERIFY(saidBelow());
        auto* page = new Page;
        b.panel.addPage(page);
        b.panel.choosePage(page);
        QVERIFY(!saidBelow());
        QVERIFY(b.lines().filter("Reference: I read").size() == 1); // its rows are other words
        b.panel.choosePage(b.panel.heatmapPage());
        QVERIFY(saidBelow());
    }

    void aReportOfOtherSentencesIsIgnored() {
        Bench b;
        b.openCorpus();
        b.start();
        ProbeReport other = b.report();
        --other.id;
        QSignalSpy told(&b.client, &EngineClient::probesWatched);
        b.engine.send(ProbesWatched{other});
        QVERIFY(told.wait());
        QVERIFY(b.panel.heatmap()->map() == nullptr);
    }

    void aSentenceWithoutAMapLeavesThePlaceEmpty() {
        Bench b;
        b.openCorpus();
        b.start();
        ProbeReport report = b.report();
        report.maps[0] = nullptr;
        b.engine.send(ProbesWatched{report});
        QTest::qWait(100);
        QVERIFY(b.panel.heatmap()->map() == nullptr);
        b.chooser->setCurrentIndex(1);
        QCOMPARE(b.panel.heatmap()->map(), report.maps[1]);
    }

    void theTranslationBoxHasAnEntryOfItsOwn() {
        Bench b;
        b.openCorpus();
        b.start();
        b.engine.send(ProbesWatched{b.report()});
        QTRY_VERIFY(b.panel.heatmap()->map() != nullptr);
        const TranslationPtr first = FakeEngine::translation();
        b.panel.showTranslation(first);
        QCOMPARE(b.chooser->count(), 5);
        QCOMPARE(b.chooser->currentIndex(), 4); // something new was typed
        QCOMPARE(b.panel.heatmap()->map(), first->attention);
        b.chooser->setCurrentIndex(1);
        const TranslationPtr again = FakeEngine::translation(); // the same text, by a better model
        b.panel.showTranslation(again);
        QCOMPARE(b.chooser->currentIndex(), 1);
        b.chooser->setCurrentIndex(4);
        QCOMPARE(b.panel.heatmap()->map(), again->attention);
        b.panel.showTranslation(nullptr);
        QCOMPARE(b.chooser->count(), 4);
    }

    void sentencesAreSearchedPickedAndTypedIn() {
        Bench b;
        b.openCorpus();
        b.start();
        b.panel.pickSentences();
        auto* picker = b.panel.findChild<ProbePicker*>();
        QVERIFY(picker && picker->isVisible());
        auto* list = picker->findChild<QListWidget*>();
        const auto edits = picker->findChildren<QLineEdit*>();
        const auto edit = [&](const QString& placeholder) {
            for (QLineEdit* each : edits)
                if (each->placeholderText().startsWith(placeholder))
                    return each;
            return static_cast<QLineEdit*>(nullptr);
        };
        edit("Search")->setText("books 7");
        int visible = 0;
        for (int row = 0; row < list->count(); ++row)
            visible += list->item(row)->isHidden() ? 0 : 1;
        QCOMPARE(visible, 1);
        edit("Search")->clear();
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(row == 1 ? Qt::Checked : Qt::Unchecked);
        QTest::keyClicks(edit("A Chinese"), "Tom?");
        QTest::keyClick(edit("A Chinese"), Qt::Key_Return);
        QVERIFY(picker->isVisible());
        b.engine.forgetCommands();
        picker->accept();
        const auto probes = b.engine.last<WatchProbes>().probes;
        QCOMPARE(probes.size(), std::size_t(2));
        QCOMPARE(probes[0].source, std::string("Tom?"));
        QVERIFY(probes[0].target.empty()); // the model writes its own
        QCOMPARE(b.chooser->itemText(0), QString("Tom?"));
    }

    void noMoreSentencesThanTheEngineCanWatchAreTaken() {
        std::vector<SentencePair> many;
        for (int i = 0; i < ProbeList::most + 1; ++i)
            many.push_back({"句子" + std::to_string(i), "", i});
        ProbePicker picker({}, many, true);
        QPushButton* ok = nullptr;
        for (QPushButton* button : picker.findChildren<QPushButton*>())
            if (button->text().contains("OK"))
                ok = button;
        QVERIFY(ok && !ok->isEnabled());
        picker.findChild<QListWidget*>()->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(ok->isEnabled());
    }

    void theUsersChoiceOutlivesTokenisingTheCorpusAnew() {
        Bench b;
        b.openCorpus();
        b.panel.setSentences({{"你好吗？", "How are you?", 0}});
        const int before = b.engine.count<WatchProbes>();
        b.engine.send(CorpusOpened{corpus()});
        QTRY_VERIFY(b.engine.count<WatchProbes>() > before);
        QCOMPARE(b.engine.last<WatchProbes>().probes.size(), std::size_t(1));
        QCOMPARE(b.engine.last<WatchProbes>().probes[0].source, std::string("你好吗？"));
    }

    void aTypedSentenceWithoutTheOtherLanguageWaitsForItsDirection() {
        Bench b;
        b.openCorpus();
        b.panel.setSentences({{"你好吗？", "", 0}, {"谢谢。", "Thanks.", 0}});
        b.start("en-zh");
        QCOMPARE(b.engine.last<WatchProbes>().probes.size(), std::size_t(1));
        QCOMPARE(b.engine.last<WatchProbes>().probes[0].source, std::string("Thanks."));
        b.start("zh-en");
        QCOMPARE(b.engine.last<WatchProbes>().probes.size(), std::size_t(2));
    }

    void goldIsOutlinedWhereItIsKnown() {
        Bench b;
        b.openCorpus();
        b.start();
        ProbeReport report = b.report();
        report.maps[0] = FakeEngine::alignedAttention(0.8);
        b.engine.send(ProbesWatched{report});
        auto* gold = b.panel.findChild<QCheckBox*>("goldBox");
        QTRY_VERIFY(gold->isEnabled());
        QVERIFY(!b.panel.heatmap()->isGoldShown());
        QTest::mouseClick(gold, Qt::LeftButton, {}, {8, gold->height() / 2});
        QVERIFY(b.panel.heatmap()->isGoldShown());
        QVERIFY(b.shows("86 % on the true alignment"));
        b.chooser->setCurrentIndex(1); // of which it is not known
        QVERIFY(!gold->isEnabled());
        QVERIFY2(gold->toolTip().contains("not known"), qPrintable(gold->toolTip()));
        QVERIFY(!b.shows("86 % on the true alignment"));
        b.chooser->setCurrentIndex(0);
        QVERIFY(gold->isEnabled() && gold->isChecked());
    }

    void whatIsChosenOfTheLookIsThereAgainAtTheNextStart() {
        const auto isAsBefore = [](const MapStyle& style) {
            const MapStyle usual;
            return style.values == usual.values && style.scaledToLargest == usual.scaledToLargest &&
                   style.statistics == usual.statistics && style.scale == usual.scale && style.links == usual.links &&
                   style.gold == usual.gold;
        };
        {
            Bench b;
            QVERIFY(isAsBefore(b.panel.heatmap()->mapStyle()));
            for (const char* action : {"showValues", "scaleToLargest", "showStatistics"})
                b.choose("lookMenu", action);
            for (const char* action : {"forest", "byWord"})
                b.panel.findChild<QAction*>(action)->trigger();
            auto* gold = b.panel.findChild<QCheckBox*>("goldBox");
            gold->setEnabled(true);
            gold->click();
            b.panel.findChild<QTabBar*>("pages")->setCurrentIndex(1);
        }
        Bench b;
        QCOMPARE(b.panel.findChild<QTabBar*>("pages")->currentIndex(), 1);
        for (const AttentionView* view :
             {static_cast<AttentionView*>(b.panel.heatmap()), b.panel.ribbonPage()->view()}) {
            const MapStyle& style = view->mapStyle();
            QVERIFY(style.values && style.scaledToLargest && style.statistics && style.gold);
            QCOMPARE(style.scale, ColourMap::Scale::Forest);
            QCOMPARE(style.links, MapStyle::LinkColours::ByWord);
        }
        QSettings().clear();
        Bench first;
        QVERIFY(isAsBefore(first.panel.heatmap()->mapStyle()));
        QCOMPARE(first.panel.findChild<QTabBar*>("pages")->currentIndex(), 0);
    }

    void keptMapsStandBesideThoseOfTheNextRun() {
        Bench b;
        b.openCorpus();
        b.start();
        auto* keep = b.panel.findChild<QAction*>("keepForComparison");
        QVERIFY(!keep->isEnabled()); // nothing to keep yet
        const ProbeReport first = b.report(1240);
        b.engine.send(ProbesWatched{first});
        QTRY_VERIFY(b.panel.heatmap()->map() != nullptr);
        b.panel.showTranslation(FakeEngine::translation());
        const AttentionMapPtr typed = b.panel.heatmap()->map();
        QTRY_VERIFY(keep->isEnabled());
        QVERIFY(!b.panel.keptHeatmap());
        b.chooser->setCurrentIndex(0);
        b.choose("compareMenu", "keepForComparison");
        QVERIFY(b.panel.keptHeatmap() && b.panel.keptHeatmap()->isVisible());

        ModelSummary guided = FakeEngine::model();
        guided.step = 0;
        guided.settings.guided_attention = 1;
        b.engine.send(TrainingStarted{guided, false});
        QTRY_VERIFY(b.lines().contains("Now: Run 2 · guided attention"));
        QVERIFY(b.lines().contains("Kept: Run 1 · attention unguided"));
        const ProbeReport second = b.report(60);
        b.engine.send(ProbesWatched{second});
        QTRY_COMPARE(b.panel.heatmap()->map(), second.maps[0]);
        QCOMPARE(b.panel.keptHeatmap()->map(), first.maps[0]);
        b.chooser->setCurrentIndex(2);
        QCOMPARE(b.panel.keptHeatmap()->map(), first.maps[2]);
        QCOMPARE(b.panel.heatmap()->map(), second.maps[2]);
        b.panel.heatmap()->setPointed(1, 2); // lights up the same words on the other side
        QCOMPARE(b.panel.keptHeatmap()->pointedRow(), 1);
        QCOMPARE(b.panel.keptHeatmap()->pointedColumn(), 2);
        b.chooser->setCurrentIndex(4); // of the translation box
        QCOMPARE(b.panel.keptHeatmap()->map(), typed);

        b.panel.setSentences({{"你好吗？", "How are you?", 0}});
        b.chooser->setCurrentIndex(0);
        QVERIFY(b.panel.keptHeatmap()->caption().contains("not among those"));
        QTest::mouseClick(b.panel.findChild<QToolButton*>("endComparison"), Qt::LeftButton);
        QVERIFY(!b.panel.keptHeatmap());
        QVERIFY(!b.lines().filter("Now:").size());
    }

    void theTimelineGoesBackToWhatTheModelSaw() {
        Bench b;
        b.openCorpus();
        b.start();
        auto* slider = b.panel.findChild<QSlider*>("moments");
        QVERIFY(!slider->isEnabled()); // there is nothing yet
        b.watchAt({10, 20, 30, 400});
        QCOMPARE(slider->maximum(), 4); // four moments, and live
        QCOMPARE(slider->value(), 4);
        QSignalSpy chosen(&b.panel, &AttentionPanel::momentChosen);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(chosen.last()[0].value<std::optional<std::int64_t>>(), std::optional<std::int64_t>(10));
        QCOMPARE(b.panel.heatmap()->map()->step, 10);
        QVERIFY(std::abs(b.panel.heatmap()->value(0, 0) - (0.25 * 0.99 + 0.01)) < 1e-4);
        QVERIFY(b.shows("step 10"));
        b.watchAt({500}); // does not take the user away from where they are
        QCOMPARE(b.panel.heatmap()->map()->step, 10);
        QCOMPARE(slider->value(), 0);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(b.panel.heatmap()->map()->step, 20);
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
        QVERIFY(b.panel.heatmap()->map()->step == 30 || b.panel.heatmap()->map()->step == 400);
        b.panel.showMoment(390); // a click in the curves
        QCOMPARE(b.panel.heatmap()->map()->step, 400);
        QTest::mouseClick(b.panel.findChild<QToolButton*>("liveMoment"), Qt::LeftButton);
        QCOMPARE(b.panel.heatmap()->map()->step, 500);
        QVERIFY(!chosen.last()[0].value<std::optional<std::int64_t>>());
        b.watchAt({600});
        QCOMPARE(b.panel.heatmap()->map()->step, 600); // live again
        ProbeReport best = b.report(550);              // the run has ended, and its best weights are back
        for (AttentionMapPtr& map : best.maps)
            map = FakeEngine::attention(0.55, 550);
        b.engine.send(ProbesWatched{best});
        QTRY_VERIFY(b.shows("step 550"));
        QCOMPARE(b.panel.heatmap()->map()->step, 550);
        QCOMPARE(b.panel.timeline()->steps().back(), 600);
    }

    void aModelBringsItsTimelineAlong() {
        Bench b;
        b.openCorpus();
        const auto moments = [](const std::string& source, const std::string& target) {
            std::vector<WatchedMap> moments;
            for (const int step : {10, 20, 400})
                moments.push_back({{source, target}, FakeEngine::attention(step / 1000.0, step)});
            return moments;
        };
        const auto open = [&](std::vector<WatchedMap> moments) {
            b.engine.send(ModelOpened{FakeEngine::model()});
            b.engine.send(TimelineOpened{std::move(moments)});
        };
        // Of sentences that nobody watches here: they are watched from now on.
        open(moments("今天是星期日。", "Today is Sunday."));
        QTRY_COMPARE(b.panel.timeline()->steps(), std::vector<std::int64_t>({10, 20, 400}));
        QCOMPARE(b.engine.last<WatchProbes>().probes.size(), std::size_t(1));
        QCOMPARE(b.engine.last<WatchProbes>().probes[0].source, std::string("今天是星期日。"));
        QTest::keyClick(b.panel.findChild<QSlider*>("moments"), Qt::Key_Home);
        QCOMPARE(b.panel.heatmap()->map()->step, 10);
        // Of one of several that are: those stay.
        b.panel.setSentences({{"我昨天看了2本书。", "I read 2 books yesterday."}, {"好。", "OK."}});
        open(moments("我昨天看了2本书。", "I read 2 books yesterday."));
        QTRY_COMPARE(b.panel.timeline()->steps(), std::vector<std::int64_t>({10, 20, 400}));
        QCOMPARE(b.engine.last<WatchProbes>().probes.size(), std::size_t(2));
        // A model without one leaves nothing of the one before.
        b.engine.send(ModelOpened{FakeEngine::model()});
        QTRY_VERIFY(b.panel.timeline()->steps().empty());
    }

    void aNewRunBeginsANewTimeline() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10, 20});
        ModelSummary next = FakeEngine::model();
        next.step = 0;
        b.engine.send(TrainingStarted{next, false});
        QTRY_VERIFY(b.panel.timeline()->steps().empty());
        b.watchAt({5});
        QCOMPARE(b.panel.timeline()->steps().size(), std::size_t(1));
        b.engine.send(TrainingFinished{TrainingEnd::Stopped, next});
        QTRY_COMPARE(b.client.task(), Task::None);
        Train train; // another run goes on: the maps are not its own
        train.checkpointPath = "other";
        train.resume = true;
        b.client.post(train);
        next.step = 400;
        b.engine.send(TrainingStarted{next, false});
        QTRY_VERIFY(b.panel.timeline()->steps().empty());
    }

    void theTimelineIsPlayedAsAFilm() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10, 20, 30, 400});
        b.panel.timeline()->setSpeed(20); // half a second
        QSignalSpy chosen(&b.panel, &AttentionPanel::momentChosen);
        QTest::mouseClick(b.panel.findChild<QToolButton*>("playMoments"), Qt::LeftButton, {}, {8, 8});
        QVERIFY(b.panel.timeline()->isPlaying());
        QCOMPARE(b.panel.heatmap()->map()->step, 10);
        QTRY_VERIFY(!b.panel.timeline()->isPlaying());
        QVERIFY(!b.panel.timeline()->step()); // ends live
        QVERIFY(chosen.size() >= 4);
    }

    void twoMomentsAndTheirDifferenceStandSideBySide() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10, 500});
        b.panel.showMoment(10);
        QTest::mouseClick(b.panel.findChild<QToolButton*>("holdMoment"), Qt::LeftButton);
        QVERIFY(b.panel.keptHeatmap());
        b.panel.showMoment(std::nullopt);
        QCOMPARE(b.panel.keptHeatmap()->map()->step, 10);
        QCOMPARE(b.panel.heatmap()->map()->step, 500);
        QVERIFY(!b.panel.heatmapPage()->viewOfDifference());
        b.choose("compareMenu", "showDifference");
        AttentionView* difference = b.panel.heatmapPage()->viewOfDifference();
        QVERIFY(difference && difference->isVisible());
        QVERIFY(std::abs(difference->value(0, 0) - 0.75 * 0.49) < 1e-3);
        b.panel.heatmap()->setPointed(0, 1);
        QVERIFY2(difference->readout().contains(u'−'), qPrintable(difference->readout()));
        QTest::mouseClick(b.panel.findChild<QToolButton*>("holdMoment"), Qt::LeftButton);
        QVERIFY(!b.panel.keptHeatmap());
    }

    void ribbonsShowTheSameSentence() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10, 500});
        auto* tabs = b.panel.findChild<QTabBar*>("pages");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        AttentionView* ribbons = b.panel.ribbonPage()->view();
        QVERIFY(ribbons->isVisible() && !b.panel.heatmap()->isVisible());
        QCOMPARE(ribbons->map()->step, 500);
        b.panel.showMoment(10);
        QCOMPARE(ribbons->map()->step, 10);
    }

    void theTimelineIsWrittenAsNumberedPictures() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10, 20, 500});
        QTemporaryDir folder;
        b.choose("exportMenu", "exportFrames");
        auto* dialog = b.panel.findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->setDirectory(folder.path());
        dialog->findChild<QLineEdit*>()->setText(folder.path());
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE(QDir(folder.path()).entryList({"attention-*.png"}).size(), 3);
        QTRY_VERIFY(b.shows(QString("Pictures written in %1: 3").arg(folder.path())));
    }

    void wordsOfTheTranslationBoxAreLitUpHereAndThere() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10});
        b.panel.showTranslation(FakeEngine::translation());
        QSignalSpy pointed(&b.panel, &AttentionPanel::pointedInTranslation);
        b.panel.pointInTranslation(2, -1); // from the box
        QCOMPARE(b.panel.heatmap()->pointedRow(), 2);
        b.panel.heatmap()->setPointed(1, 1); // to the box
        QCOMPARE(pointed.last(), QVariantList({1, 1}));
        const auto count = pointed.size();
        b.chooser->setCurrentIndex(0); // another sentence is none of the box's business
        b.panel.heatmap()->setPointed(0, 0);
        b.panel.pointInTranslation(3, 3);
        QCOMPARE(pointed.size(), count);
        QCOMPARE(b.panel.heatmap()->pointedRow(), 0);
    }

    void theModelIsNamedAboveTheMap() {
        Bench b;
        b.openCorpus();
        b.start();
        b.watchAt({10});
        QVERIFY2(b.lines().filter("attention").size() > 0, qPrintable(b.lines().join(u'|')));
    }

    void ofSentencesWithKnownOrderThoseThatCrossMostAreWatched() {
        Bench b;
        auto summary = std::make_shared<CorpusSummary>(*corpus());
        for (SentencePair& pair : summary->devPairsShown)
            pair.crossings = 0;
        for (int i = 0; i < 20; ++i) {
            const std::string n = std::to_string(i);
            summary->devPairsShown.push_back({"我 昨天 在 图书馆 看 了 " + n + " 本 书 。", "I read " + n, i, i});
        }
        b.engine.send(CorpusOpened{summary});
        QTRY_VERIFY(b.engine.count<WatchProbes>() > 0);
        const auto probes = b.engine.last<WatchProbes>().probes;
        QCOMPARE(probes.size(), std::size_t(4));
        QCOMPARE(probes[0].target, std::string("I read 19"));
        for (const Probe& probe : probes)
            QVERIFY(std::stoi(probe.target.substr(7)) >= 8);
    }

    void thePanelSpeaksTheUsersLanguage() {
        Bench b;
        b.openCorpus();
        b.start();
        b.engine.send(ProbesWatched{b.report()});
        QTRY_VERIFY(b.panel.heatmap()->map() != nullptr);
        MarkingTranslator translator;
        QApplication::installTranslator(&translator);
        QTRY_VERIFY(b.shows("[step 1,240]"));
        QCOMPARE(b.chooser->accessibleName(), QString("[Sentence]"));
        QApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(AttentionPanelTest)
#include "AttentionPanelTest.moc"
