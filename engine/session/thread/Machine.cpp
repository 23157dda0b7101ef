#include "engine/session/thread/Machine.h"

#include "engine/session/Message.h"

#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>
#include <sched.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace zhuyi {

int physicalCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        return 1;
    std::set<std::string> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed))
            continue;
        std::ifstream siblings("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/thread_siblings_list");
        std::string core;
        if (!std::getline(siblings, core))
            core = std::to_string(cpu);
        cores.insert(core);
    }
    return std::max<int>(1, static_cast<int>(cores.size()));
}

torch::Device deviceOf(const std::string& name) {
    const bool cuda = torch::cuda::is_available();
    if (name == "cuda" && !cuda)
        throw Failure(MessageCode::DeviceMissing, {name});
    return name == "cpu" || !cuda ? torch::Device(torch::kCPU) : torch::Device(torch::kCUDA);
}

EngineInfo engineInfo() {
    EngineInfo info;
    info.torchVersion = TORCH_VERSION;
    info.threads = physicalCores();
    info.device = torch::cuda::is_available() ? "cuda" : "cpu";
    void* library = dlopen("libblas.so.3", RTLD_LAZY | RTLD_NOLOAD);
    void* product = library ? dlsym(library, "sgemm_") : nullptr;
    Dl_info found{};
    if (product && dladdr(product, &found) != 0 && found.dli_fname) {
        std::error_code error;
        const auto path = std::filesystem::canonical(found.dli_fname, error);
        info.blas = error ? found.dli_fname : path.string();
        // The reference library and ATLAS; every other that Debian packages is tuned.
        info.blasIsSlow = info.blas.find("/blas/libblas") != std::string::npos ||
                          info.blas.find("atlas") != std::string::npos;
    } else {
        info.blas = "LibTorch's own"; // a build of LibTorch that brings its BLAS along
    }
    if (library)
        dlclose(library);
    return info;
}

} // namespace zhuyi
