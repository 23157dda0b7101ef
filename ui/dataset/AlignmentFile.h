#pragma once

#include <QString>

namespace zhuyi::AlignmentFile {

/// The file with the true alignments of a corpus that lies beside it under its name: pairs.align, pairs.pharaoh or
/// pairs.gold for pairs.txt (or pairs.txt.align and so on); "" where there is none.
QString beside(const QString& corpus);

/// Whether its first lines seem to count words from 1: they have links, and none with a word 0.
bool countsFromOne(const QString& path);

} // namespace zhuyi::AlignmentFile
