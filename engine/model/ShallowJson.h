#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace zhuyi {

/// Nesting deeper than any file of ours has; what is deeper would cost the stack of whoever walks through it.
constexpr int MostJsonDepth = 8;

/// The JSON of a file that anyone may have written; discarded where it is none, or is nested too deeply.
inline nlohmann::json shallowJson(std::string_view text) {
    using Json = nlohmann::json;
    bool tooDeep = false;
    const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > MostJsonDepth;
        return !tooDeep;
    };
    Json json = Json::parse(text, shallow, false);
    return tooDeep ? Json(Json::value_t::discarded) : json;
}

/// Whether CBOR is nested no deeper than that. It parses to the first place that is, and keeps nothing.
inline bool isShallowCbor(std::string_view bytes) {
    struct Depth : nlohmann::json_sax<nlohmann::json> {
        int depth = 0;
        bool enter() { return ++depth <= MostJsonDepth; }
        bool leave() { return --depth >= 0; }
        bool null() override { return true; }
        bool boolean(bool) override { return true; }
        bool number_integer(number_integer_t) override { return true; }
        bool number_unsigned(number_unsigned_t) override { return true; }
        bool number_float(number_float_t, const string_t&) override { return true; }
        bool string(string_t&) override { return true; }
        bool binary(binary_t&) override { return true; }
        bool key(string_t&) override { return true; }
        bool start_object(std::size_t) override { return enter(); }
        bool start_array(std::size_t) override { return enter(); }
        bool end_object() override { return leave(); }
        bool end_array() override { return leave(); }
        bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }
    } depth;
    return nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &depth, nlohmann::json::input_format_t::cbor);
}

} // namespace zhuyi
