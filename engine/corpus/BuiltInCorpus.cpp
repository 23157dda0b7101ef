#include "engine/corpus/BuiltInCorpus.h"

namespace zhuyi {

Corpus makeBuiltInCorpus(const BuiltInCorpusOptions&, const ProgressFunction&) {
    throw Failure(MessageCode::Internal, {"no grammar yet"});
}

std::int64_t writeBuiltInCorpus(const BuiltInCorpusOptions&, const std::string&, const std::string&,
                                const ProgressFunction&) {
    throw Failure(MessageCode::Internal, {"no grammar yet"});
}

} // namespace zhuyi
