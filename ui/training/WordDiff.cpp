#include "ui/training/WordDiff.h"

#include "engine/session/CommonSubsequence.h"

namespace zhuyi {

namespace {

struct Word {
    QString text;
    bool hasSpaceBefore;
};

bool standsAlone(QChar character) {
    return character.script() == QChar::Script_Han || character.isPunct() || character.isSymbol();
}

std::vector<Word> words(const QString& text) {
    std::vector<Word> words;
    bool isSpace = false, isOpen = false;
    for (const QChar character : text) {
        if (character.isSpace()) {
            isSpace = true;
            isOpen = false;
            continue;
        }
        const bool alone = standsAlone(character) && character != u'\'' && character != u'-';
        if (isOpen && !alone)
            words.back().text += character;
        else
            words.push_back({QString(character), std::exchange(isSpace, false) && !words.empty()});
        isOpen = !alone;
        isSpace = false;
    }
    return words;
}

} // namespace

std::vector<DiffPiece> wordDiff(const QString& before, const QString& after) {
    const std::vector<Word> old = words(before), now = words(after);
    std::vector<DiffPiece> pieces;
    const auto add = [&pieces](DiffPiece::Kind kind, const Word& word) {
        if (pieces.empty() || pieces.back().kind != kind)
            pieces.push_back({kind, word.text, word.hasSpaceBefore});
        else
            pieces.back().text += (word.hasSpaceBefore ? QStringLiteral(" ") : QString()) + word.text;
    };
    auto kept = commonSubsequence(old.size(), now.size(),
                                  [&](std::size_t i, std::size_t j) { return old[i].text == now[j].text; });
    kept.emplace_back(old.size(), now.size());
    std::size_t i = 0, j = 0;
    for (const auto& [keptOld, keptNow] : kept) {
        while (i < keptOld)
            add(DiffPiece::Kind::Removed, old[i++]);
        while (j < keptNow)
            add(DiffPiece::Kind::Added, now[j++]);
        if (j < now.size())
            add(DiffPiece::Kind::Kept, now[j]);
        ++i, ++j;
    }
    return pieces;
}

} // namespace zhuyi
