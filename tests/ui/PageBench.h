#pragma once

#include "tests/ui/FakeSession.h"
#include "ui/translation/AskingPage.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace zhuyi {

/// A page in sight, a model, and a sentence.
template <class Page>
struct PageBench {
    FakeEngine engine;
    EngineClient client{engine.factory()};
    Page page{&client};

    explicit PageBench(bool withModel = true) {
        qRegisterMetaType<TranslationPtr>();
        page.resize(620, 460);
        page.show();
        if (withModel)
            openModel();
    }
    void openModel(const std::string& attention = "additive") {
        ModelSummary model = FakeEngine::model("/models/a.zhuyi");
        model.settings.attention = attention;
        QSignalSpy opened(&client, &EngineClient::modelOpened);
        engine.send(ModelOpened{model});
        QVERIFY(opened.wait());
    }
    static ShownSentence sentence(const std::string& source = "今天是星期日。") {
        ShownSentence shown;
        shown.source = source;
        shown.translation = FakeEngine::translation(source);
        shown.now.map = shown.translation->attention;
        return shown;
    }
    /// Sends this as the answer to the newest question and waits until it is told.
    void answer(const Translation& translation, std::uint64_t id) {
        QSignalSpy told(&client, &EngineClient::translated);
        engine.send(Translated{id, std::make_shared<const Translation>(translation)});
        QVERIFY(told.wait());
    }
    /// "today is sunday ." with other words for each.
    static Translation withAlternatives() {
        Translation t = *FakeEngine::translation();
        t.alternatives = {{{"today", 0.9f}, {"it", 0.06f}, {"yesterday", 0.01f}},
                          {{"is", 0.95f}, {"was", 0.03f}},
                          {{"sunday", 0.7f}, {"monday", 0.2f}, {"saturday", 0.05f}},
                          {{".", 0.99f}, {"!", 0.005f}},
                          {{"</s>", 0.99f}, {".", 0.004f}}};
        return t;
    }
    QString label(const char* name) {
        auto* found = page.template findChild<QLabel*>(QString::fromLatin1(name));
        return found ? found->text() : QString();
    }
};

} // namespace zhuyi
