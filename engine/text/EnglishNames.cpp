#include "engine/text/EnglishNames.h"

#include <iterator>
#include <sstream>
#include <string>
#include <unordered_set>

namespace zhuyi {

namespace {

// Only what is hardly ever an ordinary word: no may, march, will, mark, turkey or polish.
constexpr const char* names =
    "i mr mrs ms dr "
    // time
    "monday tuesday wednesday thursday friday saturday sunday "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays "
    "january february april june july august september october november december christmas easter halloween "
    // places
    "africa america antarctica asia australia austria belgium brazil britain canada china cuba denmark egypt england "
    "europe finland france germany greece greenland hawaii hokkaido holland hungary india indonesia iran iraq ireland "
    "israel italy japan korea malaysia mexico mongolia nepal netherlands norway pakistan poland portugal russia "
    "scotland singapore spain sweden switzerland taiwan thailand tibet ukraine vietnam amsterdam athens beijing berlin "
    "boston california chicago florida guangzhou hiroshima kobe kyoto london madrid moscow nagoya nanjing osaka paris "
    "rome shanghai shenzhen sydney taipei texas tokyo toronto venice vienna washington "
    // peoples and languages
    "african american americans arabic asian australian brazilian british buddhist canadian canadians cantonese "
    "chinese christian danish dutch egyptian english englishman esperanto european europeans finnish french german "
    "germans greek greeks hebrew hindi hungarian indian indians irish islam islamic israeli italian italians japanese "
    "jewish korean koreans latin mandarin mexican mongolian muslim muslims norwegian portuguese roman romans russian "
    "russians scottish spanish swedish swiss thai tibetan turkish ukrainian vietnamese "
    // given names and surnames of textbooks
    "alice andrew ann anna anne betty bob brian carol charles daniel david edward emily emma george helen henry jack "
    "jackson james jane jim jimmy john johnson judy julia kate kelly ken kevin kumi laura linda lisa lucy mary meg "
    "michael nancy paul peter robert sam sarah smith steve susan ted thomas tim tom tony wang yumi";

} // namespace

bool isEnglishName(std::string_view word) {
    static const std::unordered_set<std::string> set = [] {
        std::istringstream words{names};
        return std::unordered_set<std::string>{std::istream_iterator<std::string>(words), {}};
    }();
    return set.count(std::string(word)) != 0;
}

} // namespace zhuyi
