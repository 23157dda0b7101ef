#pragma once

#include "tests/end-to-end/Program.h"
#include "tests/end-to-end/TinyCorpus.h"

#include <QTemporaryDir>

/// A folder with a tiny corpus and a model that learned from it, Chinese to English.
struct TrainedModel {
    QTemporaryDir folder;
    QString corpus = folder.filePath(QStringLiteral("corpus.tsv"));
    QString model = folder.filePath(QStringLiteral("model.zhuyi"));
    Outcome outcome;

    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }

    void train(int epochs) {
        writeFile(corpus, tinyCorpus(400));
        outcome =
            run(QStringList{QStringLiteral("train"), corpus, QStringLiteral("--out"), model} + tinySettings(epochs));
    }
};
