#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <random>

/// Sentence pairs of a small grammar, no sentence twice, in an order that a fixed seed decides.
inline QList<QByteArray> tinyPairs(int count) {
    struct Word {
        const char* chinese;
        const char* english;
    };
    static const Word subjects[] = {
        {"我", "I"}, {"你", "you"}, {"我们", "we"}, {"他们", "they"}, {"老师们", "the teachers"}};
    static const Word verbs[] = {{"喜欢", "like"}, {"吃", "eat"}, {"买", "buy"}, {"看见", "see"}, {"找", "look for"}};
    static const Word objects[] = {{"苹果", "apples"}, {"鱼", "fish"},    {"面包", "bread"}, {"猫", "cats"},
                                   {"书", "books"},    {"花", "flowers"}, {"水果", "fruit"}, {"茶", "tea"}};
    static const Word times[] = {{"", ""}, {"每天", " every day"}, {"今天", " today"}, {"晚上", " in the evening"}};
    QList<QByteArray> pairs;
    for (const auto& subject : subjects)
        for (const auto& verb : verbs)
            for (const auto& object : objects)
                for (const auto& time : times) {
                    QByteArray english =
                        QByteArray(subject.english) + ' ' + verb.english + ' ' + object.english + time.english + '.';
                    english[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(english[0])));
                    pairs.append(QByteArray(subject.chinese) + time.chinese + verb.chinese + object.chinese + "。\t" +
                                 english);
                }
    std::shuffle(pairs.begin(), pairs.end(), std::mt19937(7)); // NOLINT: the same order each time
    Q_ASSERT(count <= pairs.size());
    return pairs.mid(0, count);
}

inline QByteArray tinyCorpus(int count) {
    return tinyPairs(count).join('\n') + '\n';
}

/// A network that trains in seconds, on one thread, so that a run can be repeated bit for bit.
inline QStringList tinySettings(int epochs) {
    QStringList arguments;
    for (const char* setting : {"hidden_size=16", "embedding_size=16", "attention_size=16", "batch_size=16",
                                "minimum_count=1", "learning_rate=0.01", "dropout=0.1"})
        arguments << QStringLiteral("--set") << QString::fromLatin1(setting);
    return arguments << QStringLiteral("--threads") << QStringLiteral("1") << QStringLiteral("--device")
                     << QStringLiteral("cpu") << QStringLiteral("--epochs") << QString::number(epochs);
}
