#include "engine/text/Signs.h"

#include "engine/text/Characters.h"
#include "engine/text/Utf8.h"

namespace zhuyi {

std::vector<bool> signsOf(const Vocabulary& vocabulary) {
    std::vector<bool> signs(static_cast<std::size_t>(vocabulary.size()));
    for (std::int32_t id = Vocabulary::Specials; id < vocabulary.size(); ++id) {
        const std::string& token = vocabulary.token(id);
        bool isSign = true;
        for (std::size_t position = 0; isSign && position < token.size();) {
            const char32_t c = nextCodePoint(token, position);
            isSign = !isHan(c) && !isWordCharacter(c) && !isDigit(c);
        }
        signs[static_cast<std::size_t>(id)] = isSign;
    }
    return signs;
}

} // namespace zhuyi
