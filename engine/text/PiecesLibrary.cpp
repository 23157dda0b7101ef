#include "engine/session/Message.h"
#include "engine/text/subwords/Pieces.h"

#include <dlfcn.h>

namespace zhuyi {

const PiecesLibrary& piecesLibrary() {
    static const PiecesLibrary* const library = [] {
        // Deep binding: it uses the symbols that it brings, whatever others of their names are loaded. (The sanitizers do
        // without; what clashes there is their own to report.)
        void* handle = dlopen("libzhuyi_subwords.so", RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
        const void* symbol = handle ? dlsym(handle, "zhuyiPieces") : nullptr;
        if (!symbol) {
            const char* error = dlerror();
            throw Failure(MessageCode::Internal, {error ? error : "no subwords"});
        }
        return static_cast<const PiecesLibrary*>(symbol);
    }();
    return *library;
}

} // namespace zhuyi
