#include <algorithm>
#include <utility>

#include <document/link.hpp>
#include <document/reader.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

constexpr std::size_t most_quoted = 40;

// What the author wrote, short enough for a line of text and cut between two characters.
std::string quoted(const std::string& text) {
  std::size_t end = std::min(text.size(), most_quoted);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return '"' + text.substr(0, end) + (end < text.size() ? "...\"" : "\"");
}

std::string found_at(const Place& place) {
  switch (place.value.kind) {
    case Kind::text:
      return quoted(place.value.text);
    case Kind::integer:
      return std::to_string(place.value.integer);
    case Kind::fraction:
      return place.value.text;
    default:
      return std::string(name_of(place.value.kind));
  }
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f;
  });
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n") == std::string_view::npos;
}

}  // namespace

void Reader::expected(const Place& place, std::string what) {
  mistakes_.push_back({json::pointer(place), std::move(what), found_at(place)});
}

void Reader::missing(const Place& object, std::string_view name, std::string what) {
  std::string pointer = json::pointer(object);
  json::append_token(pointer, name);
  mistakes_.push_back({std::move(pointer), std::move(what), "nothing"});
}

bool Reader::is(const Place& place, Kind kind) {
  if (place.value.kind == kind) return true;
  expected(place, std::string(name_of(kind)));
  return false;
}

void Reader::only(const Place& object, std::initializer_list<std::string_view> names) {
  for (const json::Member& member : object.value.members) {
    const bool known = std::find(names.begin(), names.end(), member.name) != names.end();
    if (known || member.name.substr(0, 2) == "x-") continue;
    std::string all;
    for (const std::string_view name : names) {
      if (!all.empty()) all += ", ";
      all += name;
    }
    mistakes_.push_back({json::pointer({member.value, &object, member.name}),
                         "one of the members " + all, "an unknown member",
                         json::Severity::warning});
  }
}

std::string Reader::text(const Place& place) {
  if (!is(place, Kind::text)) return {};
  if (is_blank(place.value.text)) {
    expected(place, "a text of at least one character");
  } else if (has_control(place.value.text)) {
    expected(place, "a text without control characters");
  }
  return place.value.text;
}

Text Reader::translated(const Place& place) {
  Text all;
  if (place.value.kind == Kind::text) {
    all.translations.push_back({languages_.front(), text(place)});
    return all;
  }
  if (place.value.kind != Kind::object) {
    expected(place, "a text, or an object from language tag to text");
    return all;
  }
  for (const std::string& language : languages_) {
    const bool translated = member(place, language, [&](const Place& translation) {
      all.translations.push_back({language, text(translation)});
    });
    if (translated) continue;
    std::string pointer = json::pointer(place);
    json::append_token(pointer, language);
    mistakes_.push_back({std::move(pointer), "a text, for this is one of the languages", "nothing",
                         json::Severity::warning});
  }
  for (const json::Member& member : place.value.members) {
    if (std::find(languages_.begin(), languages_.end(), member.name) != languages_.end()) continue;
    expected({member.value, &place, member.name}, "a tag that is listed in /languages");
  }
  if (all.empty()) expected(place, "a text in at least one of the languages");
  return all;
}

std::string Reader::link(const Place& place) {
  std::string url = text(place);
  if (!url.empty() && !is_link(url)) {
    expected(place, "a link that begins with https://, http:// or mailto:");
  }
  return url;
}

}  // namespace petition_box
