#include "app/DemoReport.h"

#include "app/DemoPictures.h"
#include "app/DemoSentences.h"
#include "app/SvgDrawing.h"
#include "app/WordDifference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <filesystem>

namespace zhuyi {

namespace {

constexpr const char* style =
#include "DemoStyle.inc"
    ;

std::string decimal(double value, int digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
    return buffer;
}

std::string percent(double share) {
    return decimal(100 * share, share >= 0.9995 || share < 0.0005 ? 0 : 1) + "\u00a0%";
}

/// 100000 as 100,000.
std::string grouped(std::int64_t value) {
    std::string text = std::to_string(value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > (text[0] == '-' ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

/// As people write it: a capital first, no space before a full stop.
std::string englishSentence(const std::string& words) {
    std::string text;
    for (const char c : words) {
        if (std::string(".,?!;:").find(c) != std::string::npos && !text.empty() && text.back() == ' ')
            text.pop_back();
        text += c;
    }
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

/// As people write it: no spaces, but around what is not Chinese.
std::string chineseSentence(const std::string& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto latin = [&](std::size_t at) {
            return at < words.size() && static_cast<unsigned char>(words[at]) < 0x80;
        };
        if (words[i] != ' ' || (i > 0 && latin(i - 1) && latin(i + 1)))
            text += words[i];
    }
    return text;
}

/// For a POSIX shell.
std::string quoted(const std::string& path) {
    const bool plain = !path.empty() && path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                               "0123456789._-/") == std::string::npos;
    if (plain)
        return path;
    std::string text = "'";
    for (const char c : path)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

/// The file and its folder, which tells one BLAS from another where a link stands for them.
std::string libraryName(const std::string& path) {
    std::error_code error;
    const auto file = std::filesystem::canonical(path, error);
    return error ? path : (file.parent_path().filename() / file.filename()).string();
}

std::string element(const std::string& tag, const std::string& attributes, const std::string& content) {
    return "<" + tag + (attributes.empty() ? "" : " " + attributes) + ">" + content + "</" + tag + ">\n";
}

/// The report in one language.
class Article {
  public:
    Article(const DemoRun& run, Language language, const std::string& modelPath)
        : run_(run), language_(language), modelPath_(modelPath), examples_(chooseExamples(run.sentences)) {}

    std::string html() const {
        const bool chinese = language_ == Language::Chinese;
        return element("article", std::string("class=\"") + (chinese ? "zh\" lang=\"zh-CN\"" : "en\" lang=\"en\""),
                       beginning() + film() + curves() + heatmaps() + rightness() + translations() + figures() +
                           next());
    }

  private:
    struct Compared {
        const DemoSentence* sentence;
        WordDifference difference;
    };

    /// A text with values, which are escaped.
    std::string say(const Text& text, std::vector<std::string> values = {}) const {
        for (auto& value : values)
            value = escaped(value);
        return fill(text.in(language_), values);
    }
    /// Between two sentences.
    std::string pause() const { return language_ == Language::Chinese ? "" : " "; }
    std::string paragraph(const std::string& html) const { return element("p", "", html); }
    std::string section(const Text& title, const std::string& content) const {
        return element("section", "", element("h2", "", say(title)) + content);
    }
    static std::string foreign(const std::string& chinese) {
        return "<span lang=\"zh-CN\">" + escaped(chinese) + "</span>";
    }

    std::string duration(double seconds) const {
        const auto whole = std::llround(seconds);
        if (whole % 60 == 0 && whole > 0)
            return say(texts::onlyMinutes, {std::to_string(whole / 60)});
        return whole < 60 ? say(texts::onlySeconds, {std::to_string(whole)})
                          : say(texts::minutesAndSeconds, {std::to_string(whole / 60), std::to_string(whole % 60)});
    }
    std::string cores() const {
        return run_.engine.threads == 1 ? say(texts::oneThread)
                                        : say(texts::manyThreads, {std::to_string(run_.engine.threads)});
    }

    std::vector<Compared> compared() const {
        std::vector<Compared> all;
        for (const auto& sentence : run_.sentences)
            all.push_back({&sentence, WordDifference(englishSentence(sentence.pair.english), sentence.translation)});
        return all;
    }
    std::int64_t exact() const {
        const auto all = compared();
        return std::count_if(all.begin(), all.end(), [](const auto& each) { return each.difference.none(); });
    }

    std::string tile(const std::string& figure, const std::string& what) const {
        return element("div", "class=\"tile\"", "<b>" + figure + "</b> " + what);
    }

    std::string beginning() const {
        const auto& best = run_.best();
        const double guidance = run_.model.settings.guided_attention;
        std::string tiles = tile(percent(best.tokenAccuracy), say(texts::accuracyFigure));
        if (best.alignment)
            tiles += tile(percent(best.alignment->errorRate), say(texts::errorFigure));
        tiles += tile(say(texts::exactOf, {std::to_string(exact()), std::to_string(run_.sentences.size())}),
                      say(texts::exactFigure));
        tiles += tile(duration(seconds()), fill(say(texts::timeFigure), {cores()}));
        return element("h1", "", say(texts::heading)) +
               element("p", "class=\"lead\"",
                       fill(texts::lead.in(language_), {duration(seconds()), grouped(run_.corpus.trainPairs)}) +
                           pause() +
                           (guidance > 0 ? say(texts::guided, {decimal(guidance, 2)}) : say(texts::nobodyTold))) +
               element("div", "class=\"tiles\"", tiles);
    }

    /// Of training and validation.
    double seconds() const {
        return std::visit([](const auto& report) { return report.seconds; }, run_.reports.back());
    }

    std::string film() const {
        // The watched sentence whose words cross most.
        if (run_.watched.empty() || run_.watched.back().maps.empty())
            return {};
        const auto& last = run_.watched.back().maps;
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < last.size(); ++i)
            if (last[i] && (!last[chosen] || crossings(*last[i]) > crossings(*last[chosen])))
                chosen = i;
        if (!last[chosen])
            return {};
        std::vector<const AttentionMap*> frames = {run_.watched.front().maps[chosen].get()};
        const double steps = static_cast<double>(run_.watched.back().step);
        // What happens early is what is worth seeing.
        for (const double share : {0.04, 0.12, 0.35}) {
            const auto at = std::find_if(run_.watched.begin(), run_.watched.end(), [&](const auto& report) {
                return static_cast<double>(report.step) >= share * steps;
            });
            if (at->maps[chosen] && at->step > frames.back()->step && at->step < run_.watched.back().step)
                frames.push_back(at->maps[chosen].get());
        }
        std::string pictures;
        for (const auto* frame : frames) {
            const auto caption =
                frame->step == 0 ? say(texts::atBeginning) : say(texts::atStep, {grouped(frame->step)});
            pictures += element("figure", "", thumbnailSvg(*frame, caption) + element("figcaption", "", caption));
        }
        const auto watched = pairsToWatch(run_.corpus.devPairsShown)[chosen];
        return section(texts::filmTitle,
                       paragraph(say(texts::filmText) + (last[chosen]->gold ? pause() + say(texts::goldLegend) : "")) +
                           element("div", "class=\"film\"", pictures) +
                           element("figure", "class=\"card\"",
                                   scrolled(heatmapSvg(*last[chosen], language_)) +
                                       element("figcaption", "",
                                               say(texts::afterTraining) + ": " +
                                                   sentencePair(watched.chinese, watched.english))));
    }

    std::string sentencePair(const std::string& chinese, const std::string& english) const {
        return foreign(chineseSentence(chinese)) + " → " + escaped(englishSentence(english));
    }

    static std::string scrolled(const std::string& svg) { return element("div", "class=\"picture\"", svg); }

    std::string curves() const {
        const auto& best = run_.best();
        const ValidationReport* first = nullptr;
        std::size_t validations = 0;
        for (const auto& report : run_.reports)
            if (const auto* validation = std::get_if<ValidationReport>(&report)) {
                first = first ? first : validation;
                ++validations;
            }
        std::string text = say(texts::curvesText, {decimal(first->devLoss, 2), decimal(best.devLoss, 2)}) + pause();
        if (validations < 3)
            text += say(texts::shortRun);
        else if (best.devLoss > best.trainLoss + std::max(0.1, 0.2 * best.trainLoss))
            text += say(texts::gapOpened, {decimal(best.devLoss, 2), decimal(best.trainLoss, 2)});
        else
            text += say(texts::bothFell) + (best.devLoss < best.trainLoss && run_.model.settings.dropout > 0
                                                ? pause() + say(texts::devBelow)
                                                : "");
        text += pause() + (best.alignment ? say(texts::lowerPanelWithError) : say(texts::lowerPanel));
        if (run_.stoppedEarly)
            text += pause() + say(texts::stoppedEarly);
        return section(texts::curvesHeading, paragraph(text) + element("figure", "class=\"card curves\"",
                                                                       scrolled(curvesSvg(run_, language_))));
    }

    std::string example(const DemoExample& example) const {
        struct Words {
            const Text* title;
            const Text* note;
        };
        // In the order of Construction.
        static constexpr std::array<Words, 9> words = {{{&texts::timeAndPlace, &texts::timeAndPlaceNote},
                                                        {&texts::relativeClause, &texts::relativeClauseNote},
                                                        {&texts::ba, &texts::baNote},
                                                        {&texts::bei, &texts::beiNote},
                                                        {&texts::comparison, &texts::comparisonNote},
                                                        {&texts::question, &texts::questionNote},
                                                        {&texts::because, &texts::becauseNote},
                                                        {&texts::measureWord, &texts::measureWordNote},
                                                        {&texts::otherOrder, &texts::otherOrderNote}}};
        const auto& map = *example.sentence->attention;
        const auto& word = words[static_cast<std::size_t>(example.construction)];
        std::string notes = say(*word.note);
        if (example.move && map.gold) {
            const auto& move = *example.move;
            std::string phrase;
            for (std::size_t row = move.firstRow; row <= move.lastRow; ++row)
                phrase += (phrase.empty() ? "" : " ") + map.targetTokens[row];
            const auto last = move.lastRow > move.firstRow ? "–" + std::to_string(move.lastRow + 1) : "";
            notes += pause() + say(texts::moved, {map.sourceTokens[move.column], std::to_string(move.column + 1),
                                                  std::to_string(wordCount(map.sourceTokens)), phrase,
                                                  std::to_string(move.firstRow + 1) + last,
                                                  std::to_string(wordCount(map.targetTokens))});
            // The mean over the rows of its translation.
            std::vector<double> weights(map.columns(), 0);
            for (std::size_t row = move.firstRow; row <= move.lastRow; ++row)
                for (std::size_t column = 0; column < map.columns(); ++column)
                    weights[column] += static_cast<double>(map.at(row, column)) /
                                       static_cast<double>(move.lastRow - move.firstRow + 1);
            const auto most =
                static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
            notes += pause() + (most == move.column
                                    ? say(texts::foundIt, {percent(weights[most])})
                                    : say(texts::missedIt, {shown(map.sourceTokens[most]), percent(weights[most])}));
        }
        const auto share = shareOnGold(map);
        const bool large = map.columns() > 13;
        return element(
            "figure", large ? "class=\"card large\"" : "class=\"card\"",
            element("h3", "", say(*word.title)) +
                element("p", "class=\"pair\"",
                        sentencePair(example.sentence->pair.chinese, example.sentence->pair.english)) +
                scrolled(heatmapSvg(map, language_)) +
                element("figcaption", "",
                        notes + (share ? "<br/>" + fill(texts::shareHere.in(language_), {percent(*share)}) : "")));
    }

    std::string shown(const std::string& token) const {
        return token == "</s>" ? texts::endOfSentence.in(language_) : token;
    }

    static std::size_t wordCount(const std::vector<std::string>& tokens) {
        return tokens.size() - (!tokens.empty() && tokens.back() == "</s>" ? 1 : 0);
    }

    std::string heatmaps() const {
        if (examples_.empty())
            return {};
        std::string cards;
        for (const auto& each : examples_)
            cards += example(each);
        return section(texts::heatmapsHeading,
                       paragraph(say(texts::heatmapsText)) + element("div", "class=\"cards\"", cards));
    }

    static std::string row(const std::string& name, const std::string& value) {
        return "<tr><th scope=\"row\">" + name + "</th><td>" + value + "</td></tr>\n";
    }

    std::string rightness() const {
        const auto& best = run_.best();
        if (!best.alignment)
            return {};
        double sum = 0;
        int count = 0;
        for (const auto& sentence : run_.sentences)
            if (const auto share = shareOnGold(*sentence.attention)) {
                sum += *share;
                ++count;
            }
        std::string rows = row(say(texts::precisionRow), percent(best.alignment->precision)) +
                           row(say(texts::recallRow), percent(best.alignment->recall)) +
                           row("<strong>" + say(texts::errorRow) + "</strong>",
                               "<strong>" + percent(best.alignment->errorRate) + "</strong>");
        if (count > 0)
            rows += row(say(texts::goldRow), percent(sum / count));
        const double rate = best.alignment->errorRate;
        const Text& verdict = rate < 0.15  ? texts::errorIsLow
                              : rate < 0.4 ? texts::errorIsMiddling
                                           : texts::errorIsHigh;
        return section(texts::rightHeading, paragraph(say(texts::rightText)) +
                                                element("table", "class=\"figures wide\"", rows) +
                                                paragraph(say(verdict)));
    }

    std::string words(const std::vector<WordDifference::Word>& words, const char* tag) const {
        std::string text;
        for (const auto& word : words) {
            const auto html = escaped(word.text);
            text += (text.empty() || word.joined ? "" : " ") +
                    (word.shared ? html : std::string("<") + tag + ">" + html + "</" + tag + ">");
        }
        return text;
    }

    static std::string source(const Compared& compared) {
        return element("p", "lang=\"zh-CN\"", escaped(chineseSentence(compared.sentence->pair.chinese)));
    }

    /// Some of those that are right, or not, from long ones to short ones.
    static std::vector<Compared> spread(std::vector<Compared> all, bool right) {
        constexpr std::size_t most = 6;
        all.erase(
            std::remove_if(all.begin(), all.end(), [&](const auto& each) { return each.difference.none() != right; }),
            all.end());
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return a.sentence->attention->rows() > b.sentence->attention->rows();
        });
        if (all.size() <= most)
            return all;
        std::vector<Compared> some;
        for (std::size_t i = 0; i < most; ++i)
            some.push_back(all[i * all.size() / most]);
        return some;
    }

    std::string translations() const {
        const auto all = compared();
        std::string right, wrong;
        for (const auto& each : spread(all, true))
            right += element("li", "", source(each) + element("p", "lang=\"en\"", escaped(each.sentence->translation)));
        for (const auto& each : spread(all, false))
            wrong += element(
                "li", "",
                source(each) +
                    element("p", "lang=\"en\"",
                            "<small>" + say(texts::answer) + "</small> " + words(each.difference.expected(), "ins")) +
                    element("p", "lang=\"en\"",
                            "<small>" + say(texts::model) + "</small> " +
                                (each.difference.given().empty() ? "…" : words(each.difference.given(), "del"))));
        const auto list = [&](const Text& title, const std::string& items, const Text& none, const char* kind) {
            return element("div", std::string("class=\"card ") + kind + "\"",
                           element("h3", "", say(title)) +
                               (items.empty() ? paragraph(say(none)) : element("ul", "", items)));
        };
        return section(texts::translationsHeading,
                       paragraph(say(texts::translationsText, {std::to_string(exact()), std::to_string(all.size())}) +
                                 (wrong.empty() ? "" : pause() + say(texts::markLegend))) +
                           element("div", "class=\"cards lists\"",
                                   list(texts::rightOnes, right, texts::noneRight, "right") +
                                       list(texts::wrongOnes, wrong, texts::noneWrong, "wrong")));
    }

    std::string table(const Text& title, const std::string& rows) const {
        return element("table", "class=\"figures\"", element("caption", "", say(title)) + rows);
    }

    std::string figures() const {
        const auto& s = run_.model.settings;
        const auto& best = run_.best();
        const auto lstm = [&](bool both, std::int64_t layers) {
            return say(both ? texts::bidirectionalLstm : texts::lstm,
                       {std::to_string(layers), std::to_string(s.hidden_size)});
        };
        double trained = 0, tokens = 0;
        for (const auto& report : run_.reports)
            if (const auto* step = std::get_if<StepReport>(&report)) {
                trained += step->stepSeconds;
                tokens += static_cast<double>(step->tokens);
            }
        std::string training = row(say(texts::time), duration(seconds())) +
                               row(s.batch_tokens > 0 ? say(texts::tokenSteps, {std::to_string(s.batch_tokens)})
                                                      : say(texts::steps, {std::to_string(s.batch_size)}),
                                   grouped(run_.model.step)) +
                               row(say(texts::speed), trained > 0 ? grouped(std::llround(tokens / trained)) : "–") +
                               row(say(texts::learningRate), escaped(settingText(s, *findSetting("learning_rate")))) +
                               row(say(texts::dropout), escaped(settingText(s, *findSetting("dropout")))) +
                               row("guided_attention", escaped(settingText(s, *findSetting("guided_attention")))) +
                               row(say(texts::seed), std::to_string(s.seed)) +
                               row(say(texts::devLoss), decimal(best.devLoss, 3)) +
                               row(say(texts::perplexity), decimal(best.perplexity, 2)) +
                               row(say(texts::accuracy), percent(best.tokenAccuracy));
        if (best.alignment)
            training += row(say(texts::errorRate), percent(best.alignment->errorRate));
        return section(
            texts::settingsHeading,
            element(
                "div", "class=\"tables\"",
                table(texts::trainingTable, training) +
                    table(texts::networkTable, row(say(texts::presetName), escaped(presetOf(s))) +
                                                   row(say(texts::encoder), lstm(s.bidirectional, s.encoder_layers)) +
                                                   row(say(texts::decoder), lstm(false, s.decoder_layers)) +
                                                   row(say(texts::attention),
                                                       escaped(s.attention + ", " + std::to_string(s.attention_size))) +
                                                   row(say(texts::parameters), grouped(run_.model.parameters))) +
                    table(texts::dataTable, row(say(texts::trainPairs), grouped(run_.corpus.trainPairs)) +
                                                row(say(texts::devPairs), grouped(run_.corpus.devPairs)) +
                                                row(say(texts::chineseWords), grouped(run_.corpus.chineseVocabulary)) +
                                                row(say(texts::englishWords), grouped(run_.corpus.englishVocabulary))) +
                    table(texts::machineTable, row(say(texts::threads), std::to_string(run_.engine.threads)) +
                                                   row(say(texts::device), escaped(run_.engine.device)) +
                                                   row(say(texts::blas), escaped(libraryName(run_.engine.blas))) +
                                                   row("LibTorch", escaped(run_.engine.torchVersion)))));
    }

    std::string next() const {
        const auto model = quoted(modelPath_), own = quoted(texts::ownFile.in(language_));
        const auto step = [&](const Text& text, const std::string& command) {
            return element("li", "", say(text) + element("pre", "", escaped(command)));
        };
        const std::string example = texts::chineseExample.in(language_);
        return section(
            texts::nextHeading,
            element("ul", "class=\"next\"",
                    step(texts::nextOpen, "app/start " + model) +
                        step(texts::nextTranslate, "echo " + quoted(example) + " | app/start translate " + model) +
                        step(texts::nextGuided, "app/start corpus --out pairs.tsv --alignments pairs.align\n"
                                                "app/start train pairs.tsv --alignments pairs.align --preset small \\\n"
                                                "    --set guided_attention=1 --minutes 3 --out guided.zhuyi") +
                        step(texts::nextOwn,
                             "app/start train " + own + " --preset small --minutes 10 --out my-model.zhuyi")) +
                element("p", "class=\"quiet\"",
                        say(texts::filesBeside) + pause() + say(texts::madeBy, {ZHUYI_VERSION})));
    }

    const DemoRun& run_;
    Language language_;
    std::string modelPath_;
    std::vector<DemoExample> examples_;
};

} // namespace

std::string demoReport(const DemoRun& run, Language first, const std::string& modelPath) {
    const auto choice = [&](Language language, const char* id) {
        return std::string("<input type=\"radio\" name=\"language\" id=\"") + id + "\"" +
               (language == first ? " checked=\"checked\"" : "") + "/>\n";
    };
    const auto html =
        element(
            "head", "",
            "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"color-scheme\" content=\"light dark\"/>\n" +
                element("title", "", escaped(texts::pageTitle.in(first))) +
                element("style", "",
                        style + ("@media screen and (prefers-color-scheme:dark){" + SvgDrawing::darkRules() + "}"))) +
        element("body", "",
                choice(Language::English, "english") + choice(Language::Chinese, "chinese") +
                    element("nav", "",
                            "<b>Zhuyi 注意</b> <label for=\"english\" lang=\"en\">English</label>"
                            "<label for=\"chinese\" lang=\"zh-CN\">中文</label>") +
                    element("main", "",
                            Article(run, Language::English, modelPath).html() +
                                Article(run, Language::Chinese, modelPath).html()));
    return "<!DOCTYPE html>\n" + element("html", first == Language::English ? "lang=\"en\"" : "lang=\"zh-CN\"", html);
}

} // namespace zhuyi
