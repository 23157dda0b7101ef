#include "engine/corpus/BuiltInGrammar.h"

namespace zhuyi {

std::vector<GrammarFile> builtInGrammarFiles() {
    return {
#include "GrammarTexts.inc"
    };
}

} // namespace zhuyi
