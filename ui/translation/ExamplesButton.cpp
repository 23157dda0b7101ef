#include "ui/translation/ExamplesButton.h"

#include "ui/client/EngineClient.h"
#include "ui/shell/Fonts.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

namespace zhuyi {

namespace {

constexpr std::size_t mostShown = 8;
constexpr int mostWidth = 420; // pixels of a sentence in the menu

const QStringList& ownSentences(bool chinese) {
    static const QStringList inChinese = {QStringLiteral("今天天气很好。"), QStringLiteral("我喜欢喝茶。"),
                                          QStringLiteral("他昨天去了图书馆。"), QStringLiteral("你会说英语吗？")};
    static const QStringList inEnglish = {QStringLiteral("The weather is nice today."), QStringLiteral("I like tea."),
                                          QStringLiteral("He went to the library yesterday."),
                                          QStringLiteral("Can you speak Chinese?")};
    return chinese ? inChinese : inEnglish;
}

} // namespace

ExamplesButton::ExamplesButton(EngineClient* client, QWidget* parent) : MenuButton(parent), client_(client) {
    setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(this);
    menu->setFont(Fonts::withChinese(font()));
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ExamplesButton::fill);
    retranslate();
}

QStringList ExamplesButton::sentences() const {
    const bool chinese = client_->sourceIsChinese();
    QStringList sentences;
    if (const auto corpus = client_->corpus()) {
        const auto& pairs = corpus->devPairsShown.empty() ? corpus->examples : corpus->devPairsShown;
        const std::size_t count = std::min(mostShown, pairs.size());
        for (std::size_t i = 0; i < count; ++i) {
            const SentencePair& pair = pairs[i * pairs.size() / count];
            sentences << QString::fromStdString(chinese ? pair.chinese : pair.english);
        }
    }
    return sentences.isEmpty() ? ownSentences(chinese) : sentences;
}

void ExamplesButton::fill() {
    menu()->clear();
    for (const QString& sentence : sentences()) {
        QString label = menu()->fontMetrics().elidedText(sentence, Qt::ElideRight, mostWidth);
        menu()->addAction(label.replace(u'&', QStringLiteral("&&")), this,
                          [this, sentence] { Q_EMIT chosen(sentence); });
    }
}

void ExamplesButton::changeEvent(QEvent* event) {
    MenuButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExamplesButton::retranslate() {
    setText(tr("Examples"));
    setToolTip(tr("Sentences to try"));
}

} // namespace zhuyi
