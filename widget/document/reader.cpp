#include <algorithm>

#include <document/link.hpp>
#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;
using json::Severity;

constexpr std::size_t most_quoted = 40;

// What the author wrote, short enough for a line of text and cut between two
// characters.
std::string quoted(const std::string& text) {
  std::size_t end = std::min(text.size(), most_quoted);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
    --end;
  }
  return '"' + text.substr(0, end) + (end < text.size() ? "...\"" : "\"");
}

std::string found_at(const Place& place) {
  switch (place.value->kind) {
    case Kind::text:
      return quoted(place.value->text);
    case Kind::integer:
      return json::decimal(place.value->integer);
    case Kind::fraction:
      return place.value->text;
    default:
      return name_of(place.value->kind);
  }
}

// Also the controls that UTF-8 writes in two bytes, and in three, after E2 80,
// what ends lines and paragraphs unseen and what turns the direction of all
// that follows (U+2028 to U+202E).
bool has_control(std::string_view text) {
  unsigned before = 0;  // the two bytes before
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return true;
    if ((before & 0xFFU) == 0xC2 && byte < 0xA0) return true;
    if (before == 0xE280 && byte >= 0xA8 && byte <= 0xAE) return true;
    before = (before << 8U | byte) & 0xFFFFU;
  }
  return false;
}

bool is_among(Names names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string list_of(Names names, Names rare) {
  std::string list;
  for (const Names all : {names, rare}) {
    for (const char* name : all) {
      if (!list.empty()) list += ", ";
      list += name;
    }
  }
  return list;
}

}  // namespace

json::Mistake& Reader::note(const Place& place, const char* expected, const char* found,
                            Severity severity) {
  return json::note(mistakes_, json::pointer(place), expected, found, severity);
}

void Reader::expected(const Place& place, const char* what) {
  json::Mistake& mistake = note(place, what, "", Severity::error);
  if (json::mistakes_say_what) mistake.found = found_at(place);
}

void Reader::refuse(const Place& object, Names names, const char* what) {
  for (const char* name : names) {
    const Place place = member(object, name);
    if (place.value != nullptr) expected(place, what);
  }
}

Place Reader::member(const Place& object, const char* name) {
  const json::Value* value = object.value == nullptr ? nullptr : object.value->find(name);
  return {value, &object, name};
}

Place Reader::required(const Place& object, const char* name, Requirement what) {
  const Place place = member(object, name);
  if (what.code() != nullptr && object.value != nullptr && place.value == nullptr) {
    note(place, what.code(), "nothing", Severity::error);
  }
  return place;
}

Items Reader::items(const Place& list) {
  if (!is(list, Kind::array)) return Items(nullptr);
  if (list.value->members.empty()) {
    note(list, "items", "an empty one", Severity::error);
  }
  return Items(&list);
}

bool Reader::is(const Place& place, Kind kind) {
  if (place.value == nullptr) return false;
  if (place.value->kind == kind) return true;
  expected(place, name_of(kind));
  return false;
}

bool Reader::object(const Place& place, Names names, Names rare) {
  if (!is(place, Kind::object)) return false;
  for (const json::Member& member : place.value->members) {
    const bool known = is_among(names, member.name) || is_among(rare, member.name);
    if (known || member.name.compare(0, 2, "x-") == 0) continue;
    json::Mistake& mistake =
        note({&member.value, &place, member.name}, "members", "an unknown member",
             is_whole ? Severity::warning : Severity::error);
    if (json::mistakes_say_what) mistake.expected += ' ' + list_of(names, rare);
  }
  return true;
}

std::string Reader::text(const Place& place) {
  if (!is(place, Kind::text)) return {};
  if (!has_visible(place.value->text)) {
    expected(place, "visible_text");
  } else if (has_control(place.value->text)) {
    expected(place, "no_controls");
  }
  return place.value->text;
}

std::string Reader::word(const Place& place, bool (*fits)(std::string_view), const char* what) {
  std::string written = text(place);
  if (!written.empty() && !fits(written)) expected(place, what);
  return written;
}

void Reader::translated(const Place& place, Text& text) {
  if (place.value == nullptr) return;
  translations(place, text);
  if (proofreader_ != nullptr && !text.empty()) proofreader_->see(place, text, mistakes_);
}

void Reader::running_text(const Place& place, Text& text) {
  text.is_running = true;
  translated(place, text);
}

void Reader::translations(const Place& place, Text& all) {
  if (place.value->kind == Kind::text) {
    all.translations.push_back({languages_.front(), text(place)});
    return;
  }
  if (place.value->kind != Kind::object) {
    return expected(place, "translations");
  }
  for (const std::string& language : languages_) {
    const Place translation = member(place, language.c_str());
    if (translation.value == nullptr) {
      // Those who read it have asked for one language, and can mend nothing.
      if (!json::mistakes_say_what) continue;
      note(translation, "translation", "nothing", Severity::warning);
    } else {
      all.translations.push_back({language, text(translation)});
    }
  }
  for (const json::Member& member : place.value->members) {
    if (std::find(languages_.begin(), languages_.end(), member.name) != languages_.end()) continue;
    expected({&member.value, &place, member.name}, "listed_tag");
  }
  if (all.empty()) expected(place, "some_translation");
}

void Reader::translated(const Place& object, const char* name, Text& text, Requirement what) {
  translated(required(object, name, what), text);
}

void Reader::link(const Place& object, const char* name, std::string& url, Requirement what) {
  url = word(required(object, name, what), is_link, "link");
}

}  // namespace petition_box
