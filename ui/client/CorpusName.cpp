#include "ui/client/CorpusName.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace zhuyi {

QString corpusName(const CorpusSummary& corpus) {
    return corpus.builtIn ? QCoreApplication::translate("CorpusName", "Built-in corpus")
                          : QFileInfo(QString::fromStdString(corpus.path)).fileName();
}

} // namespace zhuyi
