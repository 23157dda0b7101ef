#include "engine/corpus/PharaohFile.h"

namespace zhuyi {

void readAlignments(const std::string&, bool, Corpus&) { throw Failure(MessageCode::Internal, {"no reader yet"}); }

} // namespace zhuyi
