#include "tests/ui/WindowBench.h"
#include "ui/shell/HelpPanel.h"
#include "ui/shell/HelpSection.h"

#include <QDesktopServices>
#include <QDockWidget>
#include <QFile>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTabBar>
#include <QTextBlock>
#include <QTextLayout>

using namespace zhuyi;

namespace {

QString pageIn(const char* language) {
    QFile file(QStringLiteral(":/help/%1.html").arg(QLatin1String(language)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList all(const QString& page, const char* pattern) {
    QStringList found;
    auto match = QRegularExpression(QString::fromLatin1(pattern)).globalMatch(page);
    while (match.hasNext())
        found << match.next().captured(1);
    return found;
}

} // namespace

class HelpTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { beginWindowTest(folder_); }
    void init() { beginWindowCase(); }
    void bothLanguagesHaveTheSameSectionsAndPictures();
    void everyLinkOfThePageLeadsSomewhere();
    void everyPanelHasASection();
    void f1TellsOfThePanelThatHasTheKeyboard();
    void aPanelsButtonLeadsToItsSection();
    void aPagesSectionIsThatOfThePageInSight();
    void aLinkInTheWindowLeadsToItsSection();
    void thePageFollowsTheLanguage();
    void thePageNeedsNoScrollingAcross();
    void linesAreNoLongerOnALargeScreen();

  private:
    QTemporaryDir folder_;
};

void HelpTest::bothLanguagesHaveTheSameSectionsAndPictures() {
    const QString english = pageIn("en"), chinese = pageIn("zh");
    for (const char* pattern :
         {"<a name=\"([^\"]*)\"", "<img src=\"([^\"]*)\"", "<(h[12])>", "href=\"#([^\"]*)\"", "<(li)>"}) {
        QVERIFY2(!all(english, pattern).isEmpty(), pattern);
        QCOMPARE(all(chinese, pattern), all(english, pattern));
    }
    for (const QString& picture : all(english, "<img src=\"([^\"]*)\""))
        QVERIFY2(QSvgRenderer(QStringLiteral(":/help/") + picture).isValid(), qPrintable(picture));
    for (const char* named : {"Jain", "Wiegreffe", "2019"})
        QVERIFY2(english.contains(QLatin1String(named)) && chinese.contains(QLatin1String(named)), named);
}

void HelpTest::everyLinkOfThePageLeadsSomewhere() {
    const QString page = pageIn("en");
    const QStringList anchors = all(page, "<a name=\"([^\"]*)\"");
    QCOMPARE(QSet<QString>(anchors.begin(), anchors.end()).size(), anchors.size());
    for (const QString& link : all(page, "href=\"#([^\"]*)\""))
        QVERIFY2(anchors.contains(link), qPrintable(link));
}

void HelpTest::everyPanelHasASection() {
    WindowBench bench;
    const QStringList anchors = all(pageIn("en"), "<a name=\"([^\"]*)\"");
    const auto docks = bench.window.findChildren<QDockWidget*>();
    QVERIFY(docks.size() >= 6);
    for (const auto* dock : docks)
        QVERIFY2(anchors.contains(HelpSection::of(dock->widget())), qPrintable(dock->objectName()));
}

void HelpTest::f1TellsOfThePanelThatHasTheKeyboard() {
    WindowBench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QVERIFY(bench.dock("helpDock")->isHidden());
    bench.dock("translationDock")->widget()->findChild<QPlainTextEdit*>()->setFocus();
    bench.action("F1")->trigger();
    QTRY_VERIFY(!bench.dock("helpDock")->visibleRegion().isEmpty());
    auto* page = bench.window.findChild<HelpPanel*>();
    QCOMPARE(page->section(), QStringLiteral("translation"));
    QTRY_VERIFY(page->verticalScrollBar()->value() > 0);
}

void HelpTest::aPanelsButtonLeadsToItsSection() {
    WindowBench bench;
    QTest::mouseClick(bench.dock("attentionDock")->findChild<QToolButton*>(QStringLiteral("panelHelp")),
                      Qt::LeftButton);
    QCOMPARE(bench.window.findChild<HelpPanel*>()->section(), QStringLiteral("attention"));
    QVERIFY(!bench.dock("helpDock")->isHidden());
    QVERIFY(!bench.dock("attentionDock")->visibleRegion().isEmpty()); // what it tells of stays in sight
}

void HelpTest::aPagesSectionIsThatOfThePageInSight() {
    WindowBench bench;
    auto* pages = bench.dock("attentionDock")->findChild<QTabBar*>(QStringLiteral("pages"));
    auto* ask = bench.dock("attentionDock")->findChild<QToolButton*>(QStringLiteral("panelHelp"));
    QMap<QString, QString> sections;
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        QTest::mouseClick(ask, Qt::LeftButton);
        sections.insert(pages->tabText(i), bench.window.findChild<HelpPanel*>()->section());
    }
    QCOMPARE(sections.value(QStringLiteral("Heatmap")), QStringLiteral("attention"));
    QCOMPARE(sections.value(QStringLiteral("Ribbons")), QStringLiteral("ribbons"));
    QCOMPARE(sections.value(QStringLiteral("Influence")), QStringLiteral("influence"));
    const QStringList anchors = all(pageIn("en"), "<a name=\"([^\"]*)\"");
    for (const QString& section : sections)
        QVERIFY2(anchors.contains(section), qPrintable(section));
}

void HelpTest::aLinkInTheWindowLeadsToItsSection() {
    WindowBench bench;
    QVERIFY(QDesktopServices::openUrl(QUrl(QStringLiteral("help:influence"))));
    QCOMPARE(bench.window.findChild<HelpPanel*>()->section(), QStringLiteral("influence"));
    QVERIFY(!bench.dock("helpDock")->isHidden());
}

void HelpTest::thePageFollowsTheLanguage() {
    WindowBench bench;
    auto* page = bench.window.findChild<HelpPanel*>();
    QVERIFY(page->toPlainText().contains(QStringLiteral("What attention is")));
    applyLanguage(QStringLiteral("zh"));
    QTRY_VERIFY(page->toPlainText().contains(QStringLiteral("什么是注意力")));
}

void HelpTest::thePageNeedsNoScrollingAcross() {
    for (const char* language : {"en", "zh"}) {
        applyLanguage(QLatin1String(language));
        HelpPanel page;
        page.show();
        const int space = QFontMetrics(page.font()).horizontalAdvance(QLatin1Char(' '));
        for (int width = page.minimumWidth(); width <= 660; width += 6) {
            page.resize(width, 500);
            QApplication::processEvents();
            QVERIFY2(page.horizontalScrollBar()->maximum() <= space + 1, qPrintable(QString::number(width)));
            QVERIFY(!page.horizontalScrollBar()->isVisible());
        }
    }
}

void HelpTest::linesAreNoLongerOnALargeScreen() {
    for (const char* language : {"en", "zh"}) {
        applyLanguage(QLatin1String(language));
        HelpPanel page;
        page.resize(2000, 1000);
        page.show();
        QApplication::processEvents();
        const double longest = 80.0 * page.fontMetrics().averageCharWidth();
        int lines = 0;
        for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next())
            for (int i = 0; i < block.layout()->lineCount(); ++i, ++lines)
                QVERIFY2(block.layout()->lineAt(i).naturalTextWidth() < longest, qPrintable(block.text()));
        QVERIFY(lines > 50);
    }
}

QTEST_MAIN(HelpTest)
#include "HelpTest.moc"
