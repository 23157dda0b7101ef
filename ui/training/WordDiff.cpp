#include "ui/training/WordDiff.h"

#include <algorithm>
#include <cstddef>

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
    // The lengths of the longest common subsequences of what remains from (i, j) on.
    const std::size_t columns = now.size() + 1;
    std::vector<int> common((old.size() + 1) * columns, 0);
    for (std::size_t i = old.size(); i-- > 0;)
        for (std::size_t j = now.size(); j-- > 0;)
            common[i * columns + j] = old[i].text == now[j].text
                                          ? common[(i + 1) * columns + j + 1] + 1
                                          : std::max(common[(i + 1) * columns + j], common[i * columns + j + 1]);
    std::vector<DiffPiece> pieces;
    const auto add = [&pieces](DiffPiece::Kind kind, const Word& word) {
        if (pieces.empty() || pieces.back().kind != kind)
            pieces.push_back({kind, word.text, word.hasSpaceBefore});
        else
            pieces.back().text += (word.hasSpaceBefore ? QStringLiteral(" ") : QString()) + word.text;
    };
    std::size_t i = 0, j = 0;
    while (i < old.size() || j < now.size()) {
        if (i < old.size() && j < now.size() && old[i].text == now[j].text) {
            add(DiffPiece::Kind::Kept, now[j]);
            ++i, ++j;
        } else if (i < old.size() &&
                   (j == now.size() || common[(i + 1) * columns + j] >= common[i * columns + j + 1])) {
            add(DiffPiece::Kind::Removed, old[i++]);
        } else {
            add(DiffPiece::Kind::Added, now[j++]);
        }
    }
    return pieces;
}

} // namespace zhuyi
