#include "ui/client/MessageText.h"

#include <QCoreApplication>

namespace zhuyi {

namespace {

/// What to do in this window about it, for messages that mean something else to do on a command line.
QString remedy(MessageCode code) {
    switch (code) {
    case MessageCode::AlignmentFromOne:
        return QCoreApplication::translate("Messages", "Open it again with “Words are counted from 1” ticked.");
    case MessageCode::AlignmentFromZero:
        return QCoreApplication::translate("Messages", "Open it again without “Words are counted from 1” ticked.");
    default:
        return {};
    }
}

} // namespace

QString messageText(const Message& message) {
    const QString sentence = QCoreApplication::translate("Messages", pattern(message.code));
    // Not QString::arg, which would take a %1 inside an argument for a place of its own.
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (place < 1) {
            text += sentence[i];
            continue;
        }
        if (static_cast<std::size_t>(place) <= message.arguments.size())
            // An argument may be a text of the engine's too: the reason why a file can't be read.
            text +=
                QCoreApplication::translate("Messages", message.arguments[static_cast<std::size_t>(place) - 1].c_str());
        ++i;
    }
    if (const QString advice = remedy(message.code); !advice.isEmpty())
        text += QLatin1Char(' ') + advice;
    return text;
}

} // namespace zhuyi
