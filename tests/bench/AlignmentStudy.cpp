// AlignmentStudy MODEL CORPUS [GOLD]: how to read word alignments out of a network. Reads the model, forces the dev
// part of the corpus that it was trained on, and prints alignment error rate, precision and recall of every way of
// reading against the gold alignments; without GOLD, against our word aligner's (agreement, no truth).
#include "engine/alignment/WordAligner.h"
#include "engine/corpus/PharaohFile.h"
#include "engine/corpus/PreparedCorpus.h"
#include "engine/decoding/AttentionAlignment.h"
#include "engine/metrics/AlignmentErrorRate.h"
#include "engine/model/MakeBatch.h"
#include "engine/model/ModelFile.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iostream>
#include <numeric>

using namespace zhuyi;

namespace {

/// Shares of the source tokens (columns) in the target tokens (rows).
using Matrix = std::vector<std::vector<double>>;
using Links = std::vector<AlignmentLink>;

struct Pair {
    std::uint32_t index = 0;
    Matrix attention;          // one row more than there are target tokens: End
    Matrix all, frequent, few; // log p(target token | one source token), rivals: the vocabulary, 500, 100
};

struct Study {
    EncodedPairs pairs;
    AlignmentSigns signs;
    std::vector<Pair> read;
    std::vector<Links> found; // by posteriorAlignments
};

Matrix matrixOf(const torch::Tensor& tensor) {
    const auto rows = tensor.contiguous();
    Matrix matrix;
    for (std::int64_t t = 0; t < rows.size(0); ++t)
        matrix.emplace_back(rows[t].data_ptr<float>(), rows[t].data_ptr<float>() + rows.size(1));
    return matrix;
}

void normaliseRows(Matrix& matrix) {
    for (auto& row : matrix)
        if (const double whole = std::accumulate(row.begin(), row.end(), 0.0); whole > 0)
            for (double& share : row)
                share /= whole;
}

Study studyOf(Model& model, const std::string& corpusPath, const std::string& goldPath) {
    const auto quiet = [](double) {};
    Corpus corpus = readCorpus(corpusPath, quiet);
    if (!goldPath.empty())
        readAlignments(goldPath, false, corpus, quiet);
    const auto prepared = prepareCorpus(corpus, nullptr, model.record.settings, quiet);
    Study study;
    study.pairs = prepared.dev;
    study.signs = AlignmentSigns(prepared.source, prepared.target);
    auto& pairs = study.pairs;
    if (goldPath.empty()) {
        auto all = prepared.train;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            all.source.append({pairs.source.begin(i), pairs.source.begin(i) + pairs.source.length(i)});
            all.target.append({pairs.target.begin(i), pairs.target.begin(i) + pairs.target.length(i)});
            for (std::int32_t k = 0; k < pairs.source.length(i); ++k) // its words are the tokens
                pairs.sourceWords.push_back(static_cast<std::uint16_t>(k));
            for (std::int32_t k = 0; k < pairs.target.length(i); ++k)
                pairs.targetWords.push_back(static_cast<std::uint16_t>(k));
        }
        const auto links = alignWords(all, static_cast<std::int32_t>(prepared.source.size()),
                                      static_cast<std::int32_t>(prepared.target.size()), quiet);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            pairs.gold.append({links.begin(prepared.train.size() + i), links.end(prepared.train.size() + i)});
    }
    auto& network = *model.network;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const auto sources = pairs.source.length(i), targets = pairs.target.length(i);
        const auto outputs = network.forward(makeBatch(pairs, {i}, torch::kCPU), true);
        const std::vector<std::int64_t> ids(pairs.target.begin(i), pairs.target.begin(i) + targets);
        const auto evidence = [&](std::int64_t rivals) {
            return matrixOf(network.logProbabilitiesOfEach(outputs.queries.select(1, 0).slice(0, 0, targets),
                                                           outputs.values[0].slice(0, 0, sources), ids, rivals));
        };
        study.read.push_back({i, matrixOf(outputs.weights.select(1, 0).slice(1, 0, sources)),
                              evidence(static_cast<std::int64_t>(prepared.target.size())), evidence(500),
                              evidence(100)});
        study.found.push_back(posteriorAlignments(network, pairs, {i}, outputs, study.signs).front());
    }
    return study;
}

using Shares = std::function<Matrix(const Pair&)>;
using Reading = std::function<Links(const Matrix&, double)>;

Shares attention(double stepOfTheWord, double stepAfter) {
    return [=](const Pair& pair) {
        Matrix shares(pair.attention.begin(), pair.attention.end() - 1);
        for (std::size_t t = 0; t < shares.size(); ++t)
            for (std::size_t s = 0; s < shares[t].size(); ++s)
                shares[t][s] = stepOfTheWord * pair.attention[t][s] + stepAfter * pair.attention[t + 1][s];
        return shares;
    };
}

Shares posterior(double prior, Matrix Pair::*evidence) {
    return [=](const Pair& pair) {
        Matrix shares = pair.*evidence;
        for (std::size_t t = 0; t < shares.size(); ++t) {
            const double most = *std::max_element(shares[t].begin(), shares[t].end());
            for (std::size_t s = 0; s < shares[t].size(); ++s)
                shares[t][s] = std::exp(shares[t][s] - most) * std::pow(std::max(pair.attention[t][s], 1e-9), prior);
        }
        normaliseRows(shares);
        return shares;
    };
}

/// Words do not look at punctuation.
Shares withoutSigns(const Study& study, const Shares& shares) {
    return [&study, shares](const Pair& pair) {
        Matrix rows = shares(pair);
        for (std::size_t t = 0; t < rows.size(); ++t)
            for (std::size_t s = 0; s < rows[t].size(); ++s)
                if (study.signs.source[static_cast<std::size_t>(study.pairs.source.begin(pair.index)[s])] &&
                    !study.signs.target[static_cast<std::size_t>(study.pairs.target.begin(pair.index)[t])])
                    rows[t][s] = 0;
        normaliseRows(rows);
        return rows;
    };
}

void link(Links& links, std::size_t source, std::size_t target) {
    links.push_back({static_cast<std::uint16_t>(source), static_cast<std::uint16_t>(target)});
}

std::size_t bestOf(const std::vector<double>& shares) {
    return static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
}

Links overThreshold(const Matrix& shares, double least) {
    Links links;
    for (std::size_t t = 0; t < shares.size(); ++t)
        for (std::size_t s = 0; s < shares[t].size(); ++s)
            if (shares[t][s] >= least)
                link(links, s, t);
    return links;
}

Links argmax(const Matrix& shares, double least) {
    Links links;
    for (std::size_t t = 0; t < shares.size(); ++t)
        if (const auto s = bestOf(shares[t]); shares[t][s] >= least)
            link(links, s, t);
    return links;
}

/// The source's best target word and the target's best source word agree (both), or one of them says so (either).
Links argmaxes(const Matrix& shares, bool both) {
    Links links;
    for (std::size_t t = 0; t < shares.size(); ++t)
        for (std::size_t s = 0; s < shares[t].size(); ++s) {
            const bool ofTarget = bestOf(shares[t]) == s;
            const bool ofSource =
                std::all_of(shares.begin(), shares.end(), [&](const auto& row) { return row[s] <= shares[t][s]; });
            if (both ? ofTarget && ofSource : ofTarget || ofSource)
                link(links, s, t);
        }
    return links;
}

/// √(P(source | target) · P(target | source)) over a threshold.
Links bothWays(const Matrix& shares, double least) {
    Links links;
    for (std::size_t t = 0; t < shares.size(); ++t)
        for (std::size_t s = 0; s < shares[t].size(); ++s) {
            double whole = 0;
            for (const auto& row : shares)
                whole += row[s];
            if (shares[t][s] > 0 && shares[t][s] / std::sqrt(whole) >= least)
                link(links, s, t);
        }
    return links;
}

AlignmentScore scoreOf(const Study& study, const std::function<Links(std::size_t)>& linksOf) {
    AlignmentErrorRate rate;
    for (std::size_t k = 0; k < study.read.size(); ++k) {
        const auto index = study.read[k].index;
        rate.add(linksOf(k), study.pairs.gold.begin(index), study.pairs.gold.end(index));
    }
    return rate.score().value_or(AlignmentScore());
}

/// Links between tokens as links between their words.
Links wordLinks(const Study& study, std::size_t k, Links links) {
    const auto index = study.read[k].index;
    for (auto& each : links) {
        each.source = study.pairs.sourceWords[study.pairs.source.offsets[index] + each.source];
        each.target = study.pairs.targetWords[study.pairs.target.offsets[index] + each.target];
    }
    const auto place = [](const AlignmentLink& each) { return std::pair(each.source, each.target); };
    std::sort(links.begin(), links.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    links.erase(
        std::unique(links.begin(), links.end(), [&](const auto& a, const auto& b) { return place(a) == place(b); }),
        links.end());
    return links;
}

void print(const char* shares, const char* reading, double threshold, const AlignmentScore& score) {
    std::printf("%-44s %-22s %4.2f  %5.1f %5.1f %5.1f\n", shares, reading, threshold, 100 * score.errorRate,
                100 * score.precision, 100 * score.recall);
}

/// One line: the threshold that suits best.
void row(const Study& study, const char* name, const Shares& shares, const char* readingName, const Reading& reading,
         const std::vector<double>& thresholds) {
    std::vector<Matrix> matrices;
    for (const auto& pair : study.read)
        matrices.push_back(shares(pair));
    double chosen = 0;
    AlignmentScore best;
    best.errorRate = 2;
    for (const double threshold : thresholds) {
        const auto score =
            scoreOf(study, [&](std::size_t k) { return wordLinks(study, k, reading(matrices[k], threshold)); });
        if (score.errorRate < best.errorRate) {
            best = score;
            chosen = threshold;
        }
    }
    print(name, readingName, chosen, best);
}

void printTable(const Study& study) {
    const std::vector<double> thresholds = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6};
    std::printf("%-44s %-22s at    AER  prec. recall\n", "shares", "reading");
    const auto word = attention(1, 0);
    row(study, "attention, step of the word", word, "argmax", argmax, {0, 0.1, 0.2, 0.3, 0.4});
    row(study, "attention, step of the word", word, "threshold", overThreshold, thresholds);
    row(study, "attention, step of the word", word, "argmaxes of both",
        [](auto& m, double) { return argmaxes(m, true); }, {0});
    row(study, "attention, step of the word", word, "argmax of either",
        [](auto& m, double) { return argmaxes(m, false); }, {0});
    row(study, "attention, step of the word", word, "both ways", bothWays, thresholds);
    row(study, "attention, step after the word", attention(0, 1), "threshold", overThreshold, thresholds);
    row(study, "attention, mean of the two steps", attention(0.5, 0.5), "both ways", bothWays, thresholds);
    row(study, "attention without signs", withoutSigns(study, word), "both ways", bothWays, thresholds);
    const auto tempered = posterior(0.5, &Pair::all);
    row(study, "posterior, prior attention", posterior(1, &Pair::all), "both ways", bothWays, thresholds);
    row(study, "posterior, no prior", posterior(0, &Pair::all), "both ways", bothWays, thresholds);
    row(study, "posterior, prior √attention", tempered, "argmax", argmax, {0, 0.1, 0.2, 0.3, 0.4});
    row(study, "posterior, prior √attention", tempered, "threshold", overThreshold, thresholds);
    row(study, "posterior, prior √attention", tempered, "argmaxes of both",
        [](auto& m, double) { return argmaxes(m, true); }, {0});
    row(study, "posterior, prior √attention", tempered, "both ways", bothWays, thresholds);
    row(study, "the same without signs", withoutSigns(study, tempered), "both ways", bothWays, thresholds);
    row(study, "the same, 500 rivals", withoutSigns(study, posterior(0.5, &Pair::frequent)), "both ways", bothWays,
        thresholds);
    row(study, "the same, 100 rivals", withoutSigns(study, posterior(0.5, &Pair::few)), "both ways", bothWays,
        thresholds);
    print("zhuyi align", "", std::sqrt(0.2), scoreOf(study, [&](std::size_t k) { return study.found[k]; }));
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3 || argc > 4) {
        std::cerr << "AlignmentStudy MODEL CORPUS [GOLD]\n";
        return 2;
    }
    try {
        at::set_num_threads(1);
        const torch::NoGradGuard noGradient;
        Model model = readModelToUse(argv[1], torch::kCPU);
        model.network->eval();
        printTable(studyOf(model, argv[2], argc > 3 ? argv[3] : ""));
    } catch (const std::exception& error) {
        std::cerr << "AlignmentStudy: " << error.what() << '\n';
        return 1;
    }
}
