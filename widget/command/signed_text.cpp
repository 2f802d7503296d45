#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include <command/signed_text.hpp>

namespace petition_box {
namespace {

constexpr std::array<std::string_view, 11> not_signed{
    "$schema",         "version", "picture",   "news",  "goal",
    "show_count_from", "closes",  "time_zone", "share", "next",
    "source_parameter"};

bool is_signed(std::string_view member) {
  return member.substr(0, 2) != "x-" &&
         std::find(not_signed.begin(), not_signed.end(), member) == not_signed.end();
}

}  // namespace

std::string signed_text(std::string_view document) {
  const auto whole = nlohmann::json::parse(document, nullptr, false);
  auto text = nlohmann::json::object();
  if (!whole.is_object()) return text.dump();
  for (auto member = whole.begin(); member != whole.end(); ++member) {
    if (is_signed(member.key())) text[member.key()] = member.value();
  }
  return text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string document_of(std::string_view signed_text, std::string_view version,
                        std::string_view other) {
  auto document = nlohmann::json::parse(signed_text, nullptr, false);
  const auto own = nlohmann::json::parse(other, nullptr, false);
  if (!document.is_object() || !own.is_object()) return {};
  for (auto member = own.begin(); member != own.end(); ++member) {
    if (!is_signed(member.key())) document[member.key()] = member.value();
  }
  document["version"] = version;
  return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace petition_box
