#include "ui/history/ProgramProcess.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace zhuyi {

bool isRunningHere(qint64 process) {
    return QFileInfo(QStringLiteral("/proc/%1/exe").arg(process)).symLinkTarget() ==
           QCoreApplication::applicationFilePath();
}

} // namespace zhuyi
