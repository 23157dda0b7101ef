#include "engine/text/SimplifiedChinese.h"

#include "engine/session/Message.h"

#include <opencc/opencc.h>

namespace zhuyi {

namespace {

/// Kept for the whole run of the program.
opencc_t converter() {
    static const opencc_t opened = opencc_open("t2s.json");
    if (opened == reinterpret_cast<opencc_t>(-1))
        throw Failure(MessageCode::Internal, {std::string("no dictionaries of OpenCC: ") + opencc_error()});
    return opened;
}

} // namespace

std::string simplifiedChinese(std::string_view text) {
    if (text.empty())
        return {};
    char* converted = opencc_convert_utf8(converter(), text.data(), text.size());
    if (!converted)
        throw Failure(MessageCode::Internal, {std::string("OpenCC: ") + opencc_error()});
    std::string result = converted;
    opencc_convert_utf8_free(converted);
    return result;
}

} // namespace zhuyi
