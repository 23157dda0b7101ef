#pragma once

#include <QString>

/// Where the window's runs leave their checkpoints, so that a crash or a power cut loses no more than what was learnt
/// since the last of the validations that were a minute apart.
namespace zhuyi::Checkpoints {

/// The file for a run that begins now; of earlier runs the newest few are kept. Empty where the folder cannot be made.
QString begin();

/// An earlier run goes on, into its own file.
void goOn(const QString& path);

/// The model of the last run has been saved, or its user let it go. What other windows are at stays.
void settle();

/// The newest checkpoint of an earlier run that was cut off before it was settled, or "".
QString leftBehind();

} // namespace zhuyi::Checkpoints
