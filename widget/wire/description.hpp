#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <json/parse.hpp>
#include <json/value.hpp>

namespace petition_box {

constexpr std::size_t most_description_bytes = std::size_t{64} * 1024;
constexpr json::Limits description_limits{most_description_bytes, 32};

enum class Encoding : std::uint8_t { urlencoded, multipart, json, text };

// What a rule says that an answer means.
enum class Verdict : std::uint8_t {
  counted,
  to_be_confirmed,  // by a link in an e-mail
  already_signed,   // nobody is told: it shows an opinion of somebody else
  refused,
  closed,
  not_now,        // it was not taken, and may be when it is sent again
  lost,           // the same, but it may have arrived
  not_confirmed,  // it was sent, and nobody knows what has become of it
  set_up_wrongly,
};

enum class OptionKind : std::uint8_t { text, integer, names };

// As descriptions name them.
constexpr std::array<std::string_view, 4> encoding_names{"urlencoded", "multipart", "json", "text"};
constexpr std::array<std::string_view, 9> verdict_names{
    "counted", "to_be_confirmed", "already_signed", "refused", "closed", "not_now",
    "lost",    "not_confirmed",   "set_up_wrongly"};
constexpr std::array<std::string_view, 3> option_kind_names{"text", "integer", "names"};

// What an endpoint in a document says beside the options: the petition's own, and one in "also".
constexpr std::array<std::string_view, 5> members_of_own{"protocol", "url", "subscribes", "also",
                                                         "count"};
constexpr std::array<std::string_view, 3> members_of_also{"protocol", "url", "for"};

// Its place among the names; their number where it is none of them.
template <class Names>
std::size_t index_among(const Names& names, std::string_view name) {
  std::size_t index = 0;
  while (index < names.size() && names[index] != name) ++index;
  return index;
}

template <class Names>
bool is_among(const Names& names, std::string_view name) {
  return index_among(names, name) < names.size();
}

// That of a description; `urlencoded` where the name is none.
Encoding encoding_named(std::string_view name);

// How a protocol is spoken (widget/wire/PROTOCOLS.md): what was written of it. Whatever that is,
// it may be asked: what is not of the form that it should have is passed over.
struct Description {
  json::Value written;

  // A member, and a member's member; null where it is not written.
  const json::Value* part(std::string_view member) const { return written.find(member); }
  const json::Value* part(std::string_view member, std::string_view inner) const;

  std::string_view text(std::string_view member, std::string_view inner) const;
  bool is(std::string_view member, bool otherwise) const;

  Encoding encoding() const;
  bool is_readable() const { return is("readable", true); }
  bool catches_duplicates() const { return is("catches_duplicates", false); }

  // Whether browsers ask leave before they send it (Fetch standard, #cors-preflight-fetch): then it
  // was not sent where they were refused.
  bool is_preflighted() const;
};

}  // namespace petition_box
