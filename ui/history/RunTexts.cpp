#include "ui/history/RunTexts.h"

#include "ui/client/CorpusName.h"
#include "ui/training/RunSettingsDialog.h"

#include <QCoreApplication>

namespace zhuyi {

QString runTitle(const RunInfo& run) {
    return run.name.isEmpty() ? QCoreApplication::translate("RunEnd", "Run %1").arg(run.id) : run.name;
}

QString runEndText(RunEnd end) {
    const char* text = "";
    switch (end) {
    case RunEnd::Running:
        text = QT_TRANSLATE_NOOP("RunEnd", "running");
        break;
    case RunEnd::CutOff:
        text = QT_TRANSLATE_NOOP("RunEnd", "cut off");
        break;
    case RunEnd::Completed:
        text = QT_TRANSLATE_NOOP("RunEnd", "complete");
        break;
    case RunEnd::TimeUp:
        text = QT_TRANSLATE_NOOP("RunEnd", "time up");
        break;
    case RunEnd::Stopped:
        text = QT_TRANSLATE_NOOP("RunEnd", "stopped");
        break;
    case RunEnd::Interrupted:
        text = QT_TRANSLATE_NOOP("RunEnd", "interrupted");
        break;
    case RunEnd::Failed:
        text = QT_TRANSLATE_NOOP("RunEnd", "failed");
        break;
    }
    return QCoreApplication::translate("RunEnd", text);
}

QString runNetworkText(const RunInfo& run) {
    QString preset = RunSettingsDialog::presetLabel(run.preset);
    if (const auto remark = preset.indexOf(QLatin1String(" (")); remark > 0)
        preset.truncate(remark); // what it is good for
    const QString attention =
        run.settings.attention == "none"
            ? QCoreApplication::translate("RunEnd", "no attention")
            : QString::fromStdString(run.settings.attention).replace(QLatin1Char('_'), QLatin1Char(' '));
    return QStringLiteral("%1, %2").arg(preset, attention);
}

QString runCorpusText(const RunInfo& run) {
    CorpusSummary corpus;
    corpus.builtIn = run.corpus.builtIn;
    corpus.path = run.corpus.path;
    return corpusName(corpus);
}

} // namespace zhuyi
