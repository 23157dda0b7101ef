#include "engine/corpus/GrammarSentences.h"

#include <algorithm>

namespace zhuyi {

namespace {

constexpr std::size_t MostNodes = 200;
constexpr int LinksPerNode = 1024;

} // namespace

const GrammarSentences::Pair& GrammarSentences::next(int category) {
    if (numbers_.empty())
        for (std::size_t i = 0; i < words_.size(); ++i)
            numbers_[words_[i]] = static_cast<int>(i);
    used_ = 0;
    single_.clear();
    repeated_ = false;
    pair_.links.clear();
    const int root = derive(category);
    for (std::size_t side = 0; side < 2; ++side) {
        tokens_[side].clear();
        pair_.sides[side].clear();
        if (used_ < MostNodes && !repeated_)
            realise(root, side, {}, tokens_[side]);
    }
    chooseArticles(tokens_[1]);
    for (std::size_t side = 0; side < 2; ++side)
        for (const Token& token : tokens_[side])
            pair_.sides[side].push_back(token.word);
    for (std::size_t i = 0; i < tokens_[0].size(); ++i) {
        const Token& chinese = tokens_[0][i];
        for (std::size_t j = 0; chinese.link != 0 && j < tokens_[1].size(); ++j)
            if (tokens_[1][j].link == chinese.link)
                pair_.links.push_back({static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(j),
                                       chinese.sure && tokens_[1][j].sure});
    }
    return pair_;
}

int GrammarSentences::derive(int index) {
    const auto& category = grammar_.categories[static_cast<std::size_t>(index)];
    const std::uint32_t drawn = random_.below(category.cumulativeWeights.back());
    const auto place =
        std::upper_bound(category.cumulativeWeights.begin(), category.cumulativeWeights.end(), drawn);
    const auto& rule = category.rules[static_cast<std::size_t>(place - category.cumulativeWeights.begin())];
    repeated_ = repeated_ || repeats(rule);
    const std::size_t node = used_++;
    if (nodes_.size() < used_)
        nodes_.emplace_back();
    nodes_[node].rule = &rule;
    nodes_[node].children.clear();
    for (std::size_t i = 0; i < rule.constituents.size() && used_ < MostNodes; ++i) {
        const int child = derive(rule.constituents[i]);
        nodes_[node].children.push_back(child);
    }
    return static_cast<int>(node);
}

/// Whether the rule brings a word again that may come once.
bool GrammarSentences::repeats(const Grammar::Rule& rule) {
    if (std::none_of(rule.attributes.begin(), rule.attributes.end(),
                     [&](const auto& attribute) { return attribute.first == grammar_.once; }))
        return false;
    for (const auto& item : rule.sides[0])
        if (item.head && item.word != Grammar::None) {
            if (std::find(single_.begin(), single_.end(), item.word) != single_.end())
                return true;
            single_.push_back(item.word);
        }
    return false;
}

void GrammarSentences::realise(int index, std::size_t side, Form form, std::vector<Token>& tokens) {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    for (const auto& [name, text] : node.rule->attributes)
        if (name == form.name) {
            tokens.push_back({text, headLink(index, side), true});
            return;
        }
    for (const auto& item : node.rule->sides[side]) {
        Form wanted = item.head && item.form == Grammar::None ? form : Form{item.form, Grammar::None};
        if (item.agreesWith != Grammar::None)
            wanted.agreement =
                feature(node.children[static_cast<std::size_t>(item.agreesWith)], grammar_.agreement);
        int link = item.link == 0 ? 0 : index * LinksPerNode + item.link;
        if (item.linkedHead != Grammar::None)
            link = headLink(node.children[static_cast<std::size_t>(item.linkedHead)], 1 - side);
        if (item.constituent == Grammar::None) {
            const Token token{item.word, link, item.sure};
            if (wanted.name == Grammar::None)
                tokens.push_back(token);
            else
                addHead(token, side, wanted, tokens);
            continue;
        }
        const std::size_t begin = tokens.size();
        realise(node.children[static_cast<std::size_t>(item.constituent)], side, wanted, tokens);
        if (link != 0 || !item.sure)
            for (std::size_t i = begin; i < tokens.size(); ++i) {
                tokens[i].link = link != 0 ? link : tokens[i].link;
                tokens[i].sure = item.sure;
            }
    }
}

void GrammarSentences::addHead(const Token& token, std::size_t side, Form form, std::vector<Token>& tokens) {
    if (side == 1) {
        tokens.push_back({inflected(token.word, form), token.link, token.sure});
        return;
    }
    for (const auto& entry : grammar_.chineseForms)
        if (entry.form == form.name) {
            for (const int word : entry.before)
                tokens.push_back({word, token.link, false});
            tokens.push_back(token);
            for (const int word : entry.after)
                tokens.push_back({word, token.link, false});
            return;
        }
    tokens.push_back(token);
}

/// What links with the words of the other side link to, to link to this node's head.
int GrammarSentences::headLink(int index, std::size_t side) const {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    for (const auto& item : node.rule->sides[side])
        if (item.head) {
            if (item.constituent != Grammar::None)
                return headLink(node.children[static_cast<std::size_t>(item.constituent)], side);
            return item.link == 0 ? 0 : index * LinksPerNode + item.link;
        }
    return 0;
}

/// A feature of a node: its rule's, else its head's; Grammar::None where nothing tells it.
int GrammarSentences::feature(int index, int name) const {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    for (const auto& [attribute, value] : node.rule->attributes)
        if (attribute == name)
            return value;
    for (const auto& item : node.rule->sides[1])
        if (item.head && item.constituent != Grammar::None)
            return feature(node.children[static_cast<std::size_t>(item.constituent)], name);
    return Grammar::None;
}

int GrammarSentences::inflected(int word, Form form) {
    const std::uint64_t key = (static_cast<std::uint64_t>(word) << 32) |
                              (static_cast<std::uint64_t>(form.name) << 20) |
                              static_cast<std::uint64_t>(form.agreement + 1);
    const auto known = inflections_.find(key);
    if (known != inflections_.end())
        return known->second;
    const std::string& name = grammar_.forms[static_cast<std::size_t>(form.name)];
    const std::string agreement =
        form.agreement == Grammar::None ? "3s" : grammar_.words[static_cast<std::size_t>(form.agreement)];
    return inflections_[key] = number(grammar_.inflection.inflect(this->word(word), name, agreement));
}

int GrammarSentences::number(const std::string& word) {
    const auto [place, isNew] = numbers_.try_emplace(word, static_cast<int>(words_.size()));
    if (isNew)
        words_.push_back(word);
    return place->second;
}

/// "a" before a vowel is "an".
void GrammarSentences::chooseArticles(std::vector<Token>& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (word(tokens[i].word) == "a" && grammar_.inflection.takesAn(word(tokens[i + 1].word)))
            tokens[i].word = number("an");
}

} // namespace zhuyi
