#include "ui/translation/TypedLanguage.h"

#include <algorithm>

namespace zhuyi {

bool isInOtherLanguage(const QString& text, bool sourceIsChinese) {
    const auto count = [&text](QChar::Script script) {
        return std::count_if(text.begin(), text.end(), [script](QChar c) { return c.script() == script; });
    };
    const auto han = count(QChar::Script_Han), latin = count(QChar::Script_Latin);
    return sourceIsChinese ? han == 0 && latin > 0 : han > latin;
}

} // namespace zhuyi
