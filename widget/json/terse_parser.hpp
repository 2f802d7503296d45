#pragma once

#include <nlohmann/json.hpp>

// The parser explains every mistake at length, and json/parse.cpp words its own. In the module
// these take the place of the explanations, and of all that puts them together.
#ifdef __EMSCRIPTEN__
namespace nlohmann::detail {

using TextAdapter = iterator_input_adapter<const char*>;

template <>
inline std::string lexer<json, TextAdapter>::get_token_string() const {
  return {};
}

template <>
inline std::string parser<json, TextAdapter>::exception_message(token_type /*unused*/,
                                                                const std::string& /*unused*/) {
  return {};
}

template <>
inline parse_error parse_error::create(int code, const position_t& position,
                                       const std::string& /*unused*/, std::nullptr_t /*unused*/) {
  return {code, position.chars_read_total, ""};
}

template <>
inline out_of_range out_of_range::create(int code, const std::string& /*unused*/,
                                         std::nullptr_t /*unused*/) {
  return {code, ""};
}

}  // namespace nlohmann::detail
#endif
