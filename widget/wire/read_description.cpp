#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>

#include <document/field.hpp>
#include <document/link.hpp>
#include <document/petition.hpp>
#include <document/reader.hpp>
#include <json/parse.hpp>
#include <unicode/ascii.hpp>
#include <wire/read_description.hpp>
#include <wire/template.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

bool is_option_name(std::string_view name) {
  return is_option_value(name) && !is_among(members_of_own, name) &&
         !is_among(members_of_also, name);
}

bool is_encoding(std::string_view name) { return is_among(encoding_names, name); }
bool is_verdict(std::string_view name) { return is_among(verdict_names, name); }
bool is_option_kind(std::string_view name) { return is_among(option_kind_names, name); }
bool is_method(std::string_view name) { return name == "POST" || name == "PUT"; }
bool is_everyone(std::string_view name) { return name == "everyone"; }
bool is_consents(std::string_view name) { return name == "consents"; }

bool is_token(char c) { return is_alphanumeric(c) || c == '-'; }

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_token);
}

// A page is public, and so is what it sends with every signature.
bool is_secret(std::string_view header) {
  for (; !header.empty(); header.remove_prefix(1)) {
    if (begins_with(header, "idempotency-key")) return false;
    for (const char* word : {"auth", "token", "key", "secret", "password", "cookie", "session"}) {
      if (begins_with(header, word)) return true;
    }
  }
  return false;
}

Place place_of(const Place& object, const json::Member& member) {
  return {&member.value, &object, member.name};
}

// Of an object: each of its members.
template <class Read>
void read_members(const Place& object, Reader& reader, const Read& read) {
  if (!reader.is(object, Kind::object)) return;
  for (const json::Member& member : object.value->members) read(place_of(object, member));
}

// Words for people, by the tags of their languages.
void read_words(const Place& words, Reader& reader) {
  read_members(words, reader, [&](const Place& place) { reader.text(place); });
  if (words.holds(Kind::object) && words.value->members.empty()) {
    reader.expected(words, "some_translation");
  }
}

void read_pointer(const Place& place, Reader& reader) {
  if (!reader.is(place, Kind::text)) return;
  if (!json::is_pointer(place.value->text)) reader.expected(place, "pointer");
}

// Of an object: its names.
void read_pointers_of(const Place& object, Reader& reader, bool are_texts) {
  read_members(object, reader, [&](const Place& place) {
    if (!json::is_pointer(place.name)) reader.expected(place, "pointer");
    if (are_texts) reader.is(place, Kind::text);
  });
}

void read_pointers(const Place& list, Reader& reader) {
  for (const Place& place : reader.items(list)) read_pointer(place, reader);
}

void read_option(const Place& place, Reader& reader) {
  if (!is_option_name(place.name)) reader.expected(place, "protocol_option_name");
  if (!reader.object(place, {"kind", "of", "label", "hint", "optional"})) return;
  reader.word(reader.required(place, "kind", "option_kind"), is_option_kind, "option_kind");
  reader.word(Reader::member(place, "of"), is_consents, "names_of");
  read_words(reader.required(place, "label", "words"), reader);
  read_words(Reader::member(place, "hint"), reader);
  reader.is(Reader::member(place, "optional"), Kind::boolean);
}

void read_header(const Place& place, Reader& reader) {
  if (!is_header_name(place.name) || begins_with(place.name, "content-")) {
    reader.expected(place, "header_name");
  } else if (is_secret(place.name)) {
    reader.expected(place, "no_secret");
  }
  if (reader.text(place).find('\n') != std::string::npos) reader.expected(place, "no_controls");
}

// Of a request: how it is made. A body has an encoding.
void read_sending(const Place& place, Reader& reader, const char* what_body) {
  read_address(reader.required(place, "url", "address_template"), reader);
  reader.word(Reader::member(place, "method"), is_method, "method");
  read_members(Reader::member(place, "headers"), reader,
               [&](const Place& header) { read_header(header, reader); });
  const Place body = reader.required(place, "body", what_body);
  read_template(body, reader);
  const bool has_body = body.value != nullptr;
  reader.word(reader.required(place, "encoding", has_body ? "encoding" : nullptr), is_encoding,
              "encoding");
}

void read_request(const Place& place, Reader& reader) {
  if (!reader.object(place, {"method", "url", "encoding", "headers", "body"})) return;
  read_sending(place, reader, "template");
}

bool is_status(const json::Value& value) {
  return value.kind == Kind::integer && value.integer >= 100 && value.integer <= 999;
}

void read_status(const Place& place, Reader& reader) {
  if (place.value == nullptr || is_status(*place.value)) return;
  const auto& members = place.value->members;
  const bool is_range = place.holds(Kind::array) && members.size() == 2 &&
                        is_status(members[0].value) && is_status(members[1].value);
  if (!is_range) reader.expected(place, "status");
}

void read_rule(const Place& place, Reader& reader) {
  if (!reader.object(place, {"status", "type", "empty", "equals", "has", "lacks", "contains",
                             "begins", "outcome", "because"})) {
    return;
  }
  read_status(Reader::member(place, "status"), reader);
  reader.text(Reader::member(place, "type"));
  reader.is(Reader::member(place, "empty"), Kind::boolean);
  read_pointers_of(Reader::member(place, "equals"), reader, false);
  read_pointers_of(Reader::member(place, "contains"), reader, true);
  read_pointers_of(Reader::member(place, "begins"), reader, true);
  read_pointers(Reader::member(place, "has"), reader);
  read_pointers(Reader::member(place, "lacks"), reader);
  reader.word(reader.required(place, "outcome", "outcome"), is_verdict, "outcome");
  read_words(Reader::member(place, "because"), reader);
}

// Of a list, which may be empty: each of its items.
template <class Read>
void read_items(const Place& list, Reader& reader, const Read& read) {
  if (!reader.is(list, Kind::array)) return;
  std::size_t index = 0;
  for (const json::Member& item : list.value->members) read(Place{&item.value, &list, {}, index++});
}

bool is_template(std::string_view text) { return text.find("${") != std::string_view::npos; }

// Whether it makes something else than its members.
bool is_operator(const json::Value& object) {
  return std::any_of(object.members.begin(), object.members.end(),
                     [](const json::Member& member) { return member.name.rfind('$', 0) == 0; });
}

// Of errors: what can be known of them without a petition (wire/unsayable.hpp).
void read_names(const Place& names, Reader& reader) {
  read_template(names, reader);
  if (names.value == nullptr) return;
  if (!names.holds(Kind::object)) return reader.expected(names, "names_of_errors");
  if (is_operator(*names.value)) return;
  for (const json::Member& member : names.value->members) {
    const json::Value& ours = member.value;
    if (ours.kind == Kind::null || ours.kind == Kind::object) continue;
    const bool may_be =
        ours.kind == Kind::text && (is_template(ours.text) || is_option_value(ours.text));
    if (!may_be) reader.expected(place_of(names, member), "own_name");
  }
}

void read_errors(const Place& place, Reader& reader) {
  if (!reader.object(place, {"list", "field", "prefix", "suffix", "names"})) return;
  read_pointer(reader.required(place, "list", "pointer"), reader);
  read_pointer(Reader::member(place, "field"), reader);
  reader.is(Reader::member(place, "prefix"), Kind::text);
  reader.is(Reader::member(place, "suffix"), Kind::text);
  read_names(Reader::member(place, "names"), reader);
}

void read_count(const Place& place, Reader& reader) {
  if (!reader.object(place, {"method", "url", "encoding", "headers", "body", "pointer"})) return;
  read_sending(place, reader, nullptr);
  read_pointer(reader.required(place, "pointer", "pointer"), reader);
}

// Of a page that may hold the form.
void read_page(const Place& place, Reader& reader) {
  if (!reader.object(place, {"html", "holds", "consent", "optional", "inverted"})) return;
  read_pointer(reader.required(place, "html", "pointer"), reader);
  read_template(Reader::member(place, "holds"), reader);
  for (const char* name : {"consent", "optional", "inverted"}) {
    reader.text(Reader::member(place, name));
  }
}

void read_look(const Place& place, Reader& reader) {
  if (!reader.object(place, {"method", "url", "encoding", "headers", "body", "list", "field",
                             "page", "shows"})) {
    return;
  }
  read_sending(place, reader, nullptr);
  read_pointer(Reader::member(place, "list"), reader);
  read_pointer(Reader::member(place, "field"), reader);
  read_page(Reader::member(place, "page"), reader);
  read_pointers(Reader::member(place, "shows"), reader);
}

void read_form(const Place& place, Reader& reader) {
  if (!reader.object(place, {"action", "body"})) return;
  read_address(reader.required(place, "action", "address_template"), reader);
  read_template(Reader::member(place, "body"), reader);
}

// What is not read is sent by a browser only where it need not ask leave.
void read_readable(const Place& place, Reader& reader) {
  const Place readable = Reader::member(place, "readable");
  if (!reader.is(readable, Kind::boolean) || readable.value->boolean) return;
  if (Description{*place.value}.is_preflighted()) reader.expected(readable, "simple_request");
}

void read_whole(const Place& place, Reader& reader) {
  if (!reader.object(place, {"$schema", "protocol", "title", "options", "request", "readable",
                             "catches_duplicates", "answers", "errors", "count", "look", "form",
                             "subscribes", "is_consent", "setup"})) {
    return;
  }
  reader.word(reader.required(place, "protocol", "protocol_name"), is_slug, "petition_name_form");
  reader.text(Reader::member(place, "title"));
  read_members(Reader::member(place, "options"), reader,
               [&](const Place& option) { read_option(option, reader); });
  // One that only counts sends nothing.
  const Place count = Reader::member(place, "count");
  read_request(reader.required(place, "request", count.value == nullptr ? "request" : nullptr),
               reader);
  reader.is(Reader::member(place, "catches_duplicates"), Kind::boolean);
  read_items(Reader::member(place, "answers"), reader,
             [&](const Place& rule) { read_rule(rule, reader); });
  read_errors(Reader::member(place, "errors"), reader);
  read_count(count, reader);
  read_items(Reader::member(place, "look"), reader,
             [&](const Place& look) { read_look(look, reader); });
  read_form(Reader::member(place, "form"), reader);
  reader.word(Reader::member(place, "subscribes"), is_everyone, "everyone");
  reader.is(Reader::member(place, "is_consent"), Kind::boolean);
  read_items(Reader::member(place, "setup"), reader,
             [&](const Place& words) { read_words(words, reader); });
  read_readable(place, reader);
}

}  // namespace

ReadDescription read_description(const Place& place) {
  ReadDescription read;
  Reader reader({}, read.mistakes);
  read_whole(place, reader);
  if (!json::has_error(read.mistakes)) {
    read.description = Description{*place.value};
  }
  return read;
}

ReadDescription read_description(std::string_view text) {
  const auto parsed = json::parse(text, description_limits);
  if (const auto* mistake = std::get_if<json::Mistake>(&parsed)) return {{}, {*mistake}};
  return read_description(Place{std::get_if<json::Value>(&parsed)});
}

}  // namespace petition_box
