#pragma once

#include "engine/corpus/Corpus.h"
#include "engine/corpus/CorpusReader.h"

#include <string>

namespace zhuyi {

/// Reads the true alignments of `corpus`, line n for line n of its file, into corpus.alignments: "i-j" sure, "i?j" or
/// "ipj" possible, i counting the words of the file's first column among the two, from 0, or from 1 with `oneBased`. An
/// empty line says nothing of its pair. Throws Failure, naming file and line (FileMissing, FileUnreadable, FileBinary,
/// AlignmentLineCount, AlignmentMalformed, AlignmentOutside, AlignmentFromOne, AlignmentFromZero).
void readAlignments(const std::string& path, bool oneBased, Corpus& corpus, const ProgressFunction& progress);

} // namespace zhuyi
