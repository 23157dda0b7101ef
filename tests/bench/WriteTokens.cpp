// WriteTokens CORPUS FOLDER: writes a corpus out as tokens once, so that two programs can be given the same data:
// train.zh, train.en, dev.zh, dev.en (a sentence a line) and train.tsv, dev.tsv (Chinese TAB English).
#include "engine/corpus/CorpusReader.h"
#include "engine/corpus/Split.h"
#include "engine/session/Settings.h"
#include "engine/text/Tokenizer.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

using namespace zhuyi;

namespace {

std::string joined(const std::vector<std::string>& tokens) {
    std::string line;
    for (const auto& token : tokens)
        line += (line.empty() ? "" : " ") + token;
    return line;
}

void write(const Corpus& corpus, const std::vector<std::uint32_t>& pairs, const std::filesystem::path& stem) {
    const Settings settings;
    const auto chinese = makeTokenizer("word", Language::Chinese);
    const auto english = makeTokenizer("word", Language::English);
    std::ofstream zh(stem.string() + ".zh"), en(stem.string() + ".en"), tsv(stem.string() + ".tsv");
    const auto most = static_cast<std::size_t>(settings.max_length);
    std::set<std::string> seen; // two pairs that differ in case alone are one as tokens
    for (const auto pair : pairs) {
        const auto source = chinese->tokenize(corpus.chinese(pair)), target = english->tokenize(corpus.english(pair));
        if (source.empty() || target.empty() || source.size() > most || target.size() > most)
            continue;
        const auto line = joined(source) + '\t' + joined(target);
        if (!seen.insert(line).second)
            continue;
        zh << joined(source) << '\n';
        en << joined(target) << '\n';
        tsv << line << '\n';
    }
    if (!zh.flush() || !en.flush() || !tsv.flush())
        throw std::runtime_error(stem.string() + ".* cannot be written");
    std::cout << stem.filename().string() << ": " << seen.size() << " pairs\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "WriteTokens CORPUS FOLDER\n";
        return 2;
    }
    try {
        const auto corpus = readCorpus(argv[1], [](double) {});
        const auto split = splitCorpus(corpus, static_cast<std::uint64_t>(Settings().seed));
        const std::filesystem::path folder = argv[2];
        std::filesystem::create_directories(folder);
        write(corpus, split.train, folder / "train");
        write(corpus, split.dev, folder / "dev");
    } catch (const std::exception& error) {
        std::cerr << "WriteTokens: " << error.what() << '\n';
        return 1;
    }
}
