#pragma once

/// Before a function: compiled once more for processors with AVX2 and with AVX-512, chosen as the library is loaded.
/// What it calls in its loops must be inline.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define ZHUYI_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ZHUYI_VECTOR_CLONES
#endif
