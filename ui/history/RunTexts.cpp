#include "ui/history/RunTexts.h"

#include "ui/client/CorpusName.h"
#include "ui/training/RunSettingsDialog.h"

#include <QCoreApplication>
#include <QRegularExpression>

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
    static const QRegularExpression remark(QStringLiteral("\\s*[(（].*"));
    preset.remove(remark); // what it is good for
    const QString attention = run.settings.attention == "none" ? QCoreApplication::translate("RunEnd", "no attention")
                                                               : RunSettingsDialog::choiceLabel(run.settings.attention);
    //: A network: its preset, and its attention's score function
    return QCoreApplication::translate("RunEnd", "%1, %2").arg(preset, attention);
}

QString runCorpusText(const RunInfo& run) {
    CorpusSummary corpus;
    corpus.builtIn = run.corpus.builtIn;
    corpus.path = run.corpus.path;
    return corpusName(corpus);
}

} // namespace zhuyi
