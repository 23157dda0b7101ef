#include "app/CorpusCommand.h"

#include "app/Engine.h"
#include "app/ExitCode.h"

#include <iostream>

namespace zhuyi {

int writeCorpus(const WriteCorpus& command) {
    Engine engine(Engine::OnSignal::Exit);
    engine.post(command);
    while (true) {
        const Event event = engine.next();
        if (const auto* written = std::get_if<CorpusWritten>(&event)) {
            std::cerr << written->pairs << " sentence pairs in " << command.path << std::endl;
            return ExitSuccess;
        }
    }
}

} // namespace zhuyi
