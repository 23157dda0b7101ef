#include "engine/alignment/WordAligner.h"

#include "engine/session/Message.h"

namespace zhuyi {

Alignments alignWords(const EncodedPairs&, std::int32_t, std::int32_t, const ProgressFunction&) {
    throw Failure(MessageCode::Internal, {"no aligner yet"});
}

} // namespace zhuyi
