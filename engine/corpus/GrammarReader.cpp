#include "engine/corpus/GrammarReader.h"

#include "engine/session/Message.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <unordered_map>

namespace zhuyi {

namespace {

constexpr int HeadLink = 1000; // what two head words of a rule share where nothing else is said

struct Line {
    std::string_view file;
    int number = 0;
    std::string text;
    std::string defaults = {}; // the features that stand behind its heading
};

[[noreturn]] void fail(const Line& line, const std::string& what) {
    throw Failure(MessageCode::Internal,
                  {"the grammar, " + std::string(line.file) + ", line " + std::to_string(line.number) + ": " + what});
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::vector<std::string> cut(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(trimmed(part));
    return parts;
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// "NP(Food,X)" in its parts.
struct CategoryExpression {
    std::string name;
    std::vector<CategoryExpression> arguments;

    std::string text() const {
        std::string result = name;
        for (std::size_t i = 0; i < arguments.size(); ++i)
            result += (i == 0 ? "(" : ",") + arguments[i].text();
        return arguments.empty() ? result : result + ")";
    }
};

class Reader {
  public:
    explicit Reader(const std::vector<GrammarFile>& files) {
        grammar_.agreement = form("agr");
        grammar_.once = form("once");
        for (const GrammarFile& file : files)
            collect(file);
        for (const auto& [name, section] : sections_)
            if (name == "Chinese forms")
                for (const Line& line : section.lines)
                    readChineseForm(line);
            else if (name == "English forms")
                for (const Line& line : section.lines)
                    readEnglishForm(line);
            else if (name == "Articles")
                for (const Line& line : section.lines)
                    readArticle(line);
        const Line end{files.empty() ? "" : files.back().name, 0, "", ""};
        grammar_.first = category({"First", {}}, end);
        grammar_.sentence = category({"Sentence", {}}, end);
        while (!waiting_.empty()) {
            const Instance instance = waiting_.back();
            waiting_.pop_back();
            for (const Line& line : sections_.at(instance.expression.name).lines) {
                Rule rule = readRule(line, instance.parameters);
                auto& category = grammar_.categories[static_cast<std::size_t>(instance.category)];
                const std::uint32_t before =
                    category.cumulativeWeights.empty() ? 0 : category.cumulativeWeights.back();
                category.cumulativeWeights.push_back(before + static_cast<std::uint32_t>(rule.weight));
                category.rules.push_back(std::move(rule));
            }
        }
        for (const auto& [name, section] : sections_)
            if (!section.used && !isTable(name))
                fail(section.heading, "nothing uses the category " + name);
        for (const auto& [index, line] : wantedForms_)
            if (!isKnown(index))
                fail(line, "no word has a form " + grammar_.forms[static_cast<std::size_t>(index)]);
        checkThatAllEnd();
    }

    Grammar take() { return std::move(grammar_); }

  private:
    using Item = Grammar::Item;
    using Rule = Grammar::Rule;
    using Parameters = std::map<std::string, CategoryExpression>;

    struct Section {
        Line heading;
        std::vector<std::string> parameters;
        std::vector<Line> lines;
        bool used = false;
    };
    struct Instance {
        CategoryExpression expression;
        Parameters parameters;
        int category = 0;
    };

    static bool isTable(const std::string& name) {
        return name == "Chinese forms" || name == "English forms" || name == "Articles";
    }

    // ---- lines

    void collect(const GrammarFile& file) {
        Line line{file.name, 0, "", ""};
        Section* section = nullptr;
        std::istringstream stream{std::string(file.text)};
        while (std::getline(stream, line.text)) {
            ++line.number;
            line.text = trimmed(line.text);
            if (line.text.empty() || line.text[0] == '#')
                continue;
            if (line.text[0] == '[')
                section = &openSection(line);
            else if (section)
                section->lines.push_back(line);
            else
                fail(line, "a rule needs a [Category] above it");
        }
    }

    Section& openSection(Line& line) {
        const auto end = line.text.find(']');
        if (end == std::string::npos)
            fail(line, "a heading ends with ]");
        std::string name = line.text.substr(1, end - 1);
        line.defaults = line.text.substr(end + 1);
        std::vector<std::string> parameters;
        if (const auto bracket = name.find('('); bracket != std::string::npos) {
            if (name.back() != ')')
                fail(line, "parameters end with )");
            parameters = cut(name.substr(bracket + 1, name.size() - bracket - 2), ',');
            name.resize(bracket);
        }
        const auto [place, isNew] = sections_.try_emplace(name);
        if (isNew)
            place->second = {line, parameters, {}, false};
        else if (place->second.parameters != parameters)
            fail(line, name + " has other parameters in line " + std::to_string(place->second.heading.number));
        return place->second;
    }

    // ---- tables

    void readChineseForm(const Line& line) {
        const auto parts = cut(line.text, '|');
        if (parts.size() != 2)
            fail(line, "a Chinese form is written NAME | words with * for the head");
        Grammar::ChineseForm entry;
        entry.form = form(parts[0]);
        bool after = false;
        for (const auto& text : words(parts[1])) {
            if (text == "*")
                after = true;
            else
                (after ? entry.after : entry.before).push_back(word(text));
        }
        if (!after)
            fail(line, "a Chinese form has * where its head stands");
        grammar_.chineseForms.push_back(entry);
    }

    void readEnglishForm(const Line& line) {
        static const char* const order[] = {"past", "participle", "ing"};
        const auto parts = words(line.text);
        if (parts.size() < 2)
            fail(line, "an English form is written WORD PAST PARTICIPLE ING or WORD FORM=TEXT");
        std::size_t next = 0;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const auto equals = parts[i].find('=');
            if (equals == std::string::npos && next == 3)
                fail(line, "more than past, participle and -ing form: " + parts[i]);
            const std::string name = equals == std::string::npos ? order[next++] : parts[i].substr(0, equals);
            if (!GrammarInflection::isForm(name.substr(0, name.find('-'))))
                fail(line, "no such English form: " + name);
            grammar_.inflection.tell(parts[0], name,
                                     equals == std::string::npos ? parts[i] : parts[i].substr(equals + 1));
        }
    }

    void readArticle(const Line& line) {
        const auto parts = words(line.text);
        if (parts.size() < 2 || (parts[0] != "a" && parts[0] != "an"))
            fail(line, "articles are written: a WORDS, or: an WORDS");
        for (std::size_t i = 1; i < parts.size(); ++i)
            grammar_.inflection.tellArticle(parts[i], parts[0] == "an");
    }

    // ---- names

    int word(const std::string& text) { return number(text, wordNumbers_, grammar_.words); }
    int form(const std::string& text) { return number(text, formNumbers_, grammar_.forms); }

    static int number(const std::string& text, std::unordered_map<std::string, int>& numbers,
                      std::vector<std::string>& names) {
        const auto [place, isNew] = numbers.try_emplace(text, static_cast<int>(names.size()));
        if (isNew)
            names.push_back(text);
        return place->second;
    }

    bool isKnown(int index) const {
        if (GrammarInflection::isForm(grammar_.forms[static_cast<std::size_t>(index)]))
            return true;
        for (const auto& entry : grammar_.chineseForms)
            if (entry.form == index)
                return true;
        for (const auto& category : grammar_.categories)
            for (const auto& rule : category.rules)
                for (const auto& attribute : rule.attributes)
                    if (attribute.first == index)
                        return true;
        return false;
    }

    int category(const CategoryExpression& expression, const Line& line) {
        const auto section = sections_.find(expression.name);
        if (section == sections_.end() || isTable(expression.name))
            fail(line, "no category " + expression.name);
        if (section->second.parameters.size() != expression.arguments.size())
            fail(line, expression.name + " has " + std::to_string(section->second.parameters.size()) +
                           " parameters, not " + std::to_string(expression.arguments.size()));
        section->second.used = true;
        const auto [place, isNew] =
            categoryNumbers_.try_emplace(expression.text(), static_cast<int>(grammar_.categories.size()));
        if (isNew) {
            grammar_.categories.push_back({expression.text(), {}, {}});
            Instance instance{expression, {}, place->second};
            for (std::size_t i = 0; i < expression.arguments.size(); ++i)
                instance.parameters[section->second.parameters[i]] = expression.arguments[i];
            waiting_.push_back(instance);
        }
        return place->second;
    }

    /// Reads "NP(Food)" at `position`, parameters replaced by what they stand for.
    static CategoryExpression expression(const std::string& text, std::size_t& position, const Parameters& parameters,
                                         const Line& line) {
        const auto end = std::min(text.find_first_of("(),.:", position), text.size());
        CategoryExpression result{text.substr(position, end - position), {}};
        position = end;
        if (result.name.empty())
            fail(line, "a category has no name in <" + text + ">");
        if (position < text.size() && text[position] == '(') {
            do {
                ++position;
                result.arguments.push_back(expression(text, position, parameters, line));
            } while (position < text.size() && text[position] == ',');
            if (position == text.size() || text[position] != ')')
                fail(line, "a ) is missing in <" + text + ">");
            ++position;
        }
        const auto parameter = parameters.find(result.name);
        return parameter == parameters.end() ? result : parameter->second;
    }

    // ---- rules

    struct Labels {
        std::map<std::string, int> index;
        std::vector<bool> inEnglish;
    };

    Rule readRule(const Line& line, const Parameters& parameters) {
        const auto parts = cut(line.text, '|');
        if (parts.size() < 2 || parts.size() > 3)
            fail(line, "a rule is written CHINESE | ENGLISH or CHINESE | ENGLISH | name=value");
        Rule rule;
        Labels labels;
        for (std::size_t side = 0; side < 2; ++side) {
            // Labels of both sides must be known before tags are read.
            for (const auto& text : words(parts[side]))
                if (text[0] == '<')
                    readLabel(text, side, parameters, line, rule, labels);
        }
        for (std::size_t side = 0; side < 2; ++side) {
            for (const auto& text : words(parts[side]))
                rule.sides[side].push_back(readItem(text, line, labels));
            if (rule.sides[side].empty())
                fail(line, side == 0 ? "the Chinese side is empty" : "the English side is empty");
        }
        for (const auto& [label, index] : labels.index)
            if (!labels.inEnglish[static_cast<std::size_t>(index)])
                fail(line, "<" + label + "> is not on the English side");
        for (const auto& text : words(parts.size() == 3 ? parts[2] + " " + line.defaults : line.defaults))
            readAttribute(text, line, rule);
        setHeads(rule, line);
        return rule;
    }

    /// "<label=Category.form:agrees>/tag*" without its ends.
    static std::string inside(const std::string& text, const Line& line) {
        const auto end = text.find('>');
        if (end == std::string::npos)
            fail(line, "a > is missing in " + text);
        return text.substr(1, end - 1);
    }

    void readLabel(const std::string& text, std::size_t side, const Parameters& parameters, const Line& line,
                   Rule& rule, Labels& labels) {
        const std::string content = inside(text, line);
        const auto equals = content.find('=');
        const std::string label = equals == std::string::npos ? content.substr(0, content.find_first_of("(.:"))
                                                              : content.substr(0, equals);
        const auto known = labels.index.find(label);
        if (known != labels.index.end()) {
            if (equals != std::string::npos)
                fail(line, "<" + label + "> is told twice");
            if (side == 1)
                labels.inEnglish[static_cast<std::size_t>(known->second)] = true;
            return;
        }
        if (side == 1)
            fail(line, "<" + label + "> is not on the Chinese side");
        std::size_t position = equals == std::string::npos ? 0 : equals + 1;
        const auto found = expression(content, position, parameters, line);
        labels.index[label] = static_cast<int>(rule.constituents.size());
        labels.inEnglish.push_back(false);
        rule.constituents.push_back(category(found, line));
    }

    Item readItem(const std::string& token, const Line& line, const Labels& labels) {
        Item item;
        std::string text = token;
        if (text.size() > 1 && text.back() == '*') {
            item.head = true;
            text.pop_back();
        }
        if (const auto slash = text.rfind('/'); slash != std::string::npos) {
            readLink(text.substr(slash + 1), item, line, labels);
            text.resize(slash);
        }
        if (text.size() > 1 && text[0] == '~') {
            item.sure = false;
            text.erase(0, 1);
        }
        if (text[0] == '<') {
            std::string content = inside(text, line);
            const auto equals = content.find('=');
            const auto labelEnd = equals == std::string::npos ? content.find_first_of("(.:") : equals;
            item.constituent = labels.index.at(content.substr(0, labelEnd));
            const auto bracket = content.rfind(')');
            const auto dot = content.find('.', bracket == std::string::npos ? 0 : bracket);
            if (dot != std::string::npos)
                readForm(content.substr(dot + 1), item, line, labels);
        } else if (text[0] == '{') {
            const auto dot = text.find('.');
            if (text.back() != '}')
                fail(line, "a } is missing in " + token);
            if (dot != std::string::npos)
                readForm(text.substr(dot + 1, text.size() - dot - 2), item, line, labels);
            item.word = word(text.substr(1, std::min(dot, text.size() - 1) - 1));
        } else {
            if (text.find_first_of("<>{}()=*~") != std::string::npos)
                fail(line, "not a word: " + token);
            item.word = word(text);
        }
        return item;
    }

    void readForm(const std::string& text, Item& item, const Line& line, const Labels& labels) {
        const auto colon = text.find(':');
        item.form = form(text.substr(0, colon));
        wantedForms_.try_emplace(item.form, line);
        if (colon == std::string::npos)
            return;
        const auto label = labels.index.find(text.substr(colon + 1));
        if (label == labels.index.end())
            fail(line, "nothing here is called " + text.substr(colon + 1));
        item.agreesWith = label->second;
    }

    static void readLink(std::string text, Item& item, const Line& line, const Labels& labels) {
        if (!text.empty() && text.back() == '?') {
            item.sure = false;
            text.pop_back();
        }
        if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text.size() < 3) {
            item.link = std::stoi(text);
            return;
        }
        const auto label = labels.index.find(text);
        if (label == labels.index.end())
            fail(line, "a link is a number or a constituent of the rule, not " + text);
        item.linkedHead = label->second;
    }

    void readAttribute(const std::string& text, const Line& line, Rule& rule) {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
            fail(line, "a feature is written name=value, not " + text);
        const std::string name = text.substr(0, equals), value = text.substr(equals + 1);
        if (name == "weight") {
            if (value.find_first_not_of("0123456789") != std::string::npos || value.size() > 5 || value == "0")
                fail(line, "a weight is a number from 1 to 99999, not " + value);
            rule.weight = std::stoi(value);
            return;
        }
        const int feature = form(name);
        const auto isTold = [&](const auto& attribute) { return attribute.first == feature; };
        if (std::none_of(rule.attributes.begin(), rule.attributes.end(), isTold)) // a rule's own come before defaults
            rule.attributes.emplace_back(feature, word(value));
    }

    static void setHeads(Rule& rule, const Line& line) {
        bool linked = false;
        for (auto& side : rule.sides) {
            const auto heads = std::count_if(side.begin(), side.end(), [](const Item& item) { return item.head; });
            if (heads > 1)
                fail(line, "a side has one head (*)");
            if (heads == 0 && rule.constituents.empty())
                side.back().head = true;
            else if (heads == 0 && rule.constituents.size() == 1)
                markOnlyConstituent(side);
            for (const Item& item : side)
                linked = linked || item.link > 0;
        }
        if (rule.constituents.empty() && !linked) {
            for (auto& side : rule.sides)
                for (Item& item : side)
                    item.link = HeadLink;
            return;
        }
        const auto isFree = [](const Item& item) {
            return item.head && item.word != Grammar::None && item.link == 0 && item.linkedHead == Grammar::None;
        };
        const auto chinese = std::find_if(rule.sides[0].begin(), rule.sides[0].end(), isFree);
        const auto english = std::find_if(rule.sides[1].begin(), rule.sides[1].end(), isFree);
        if (chinese != rule.sides[0].end() && english != rule.sides[1].end())
            chinese->link = english->link = HeadLink;
    }

    static void markOnlyConstituent(std::vector<Item>& side) {
        const auto last = std::find_if(side.rbegin(), side.rend(), [](const Item& item) {
            return item.constituent != Grammar::None && item.form == Grammar::None;
        });
        if (last != side.rend())
            last->head = true;
    }

    /// Every category must come to words by some rules.
    void checkThatAllEnd() const {
        std::vector<bool> ends(grammar_.categories.size(), false);
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < ends.size(); ++i) {
                const auto& rules = grammar_.categories[i].rules;
                const auto endsAll = [&](const Rule& rule) {
                    return std::all_of(rule.constituents.begin(), rule.constituents.end(),
                                       [&](int index) { return ends[static_cast<std::size_t>(index)]; });
                };
                if (!ends[i] && std::any_of(rules.begin(), rules.end(), endsAll))
                    ends[i] = changed = true;
            }
        }
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const std::string& name = grammar_.categories[i].name;
            if (!ends[i])
                fail(sections_.at(name.substr(0, name.find('('))).heading, name + " never comes to words");
        }
    }

    Grammar grammar_;
    std::map<std::string, Section> sections_;
    std::unordered_map<std::string, int> wordNumbers_, formNumbers_, categoryNumbers_;
    std::map<int, Line> wantedForms_;
    std::vector<Instance> waiting_;
};

} // namespace

Grammar readGrammar(const std::vector<GrammarFile>& files) { return Reader(files).take(); }

} // namespace zhuyi
