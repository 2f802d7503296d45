#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>

#include <document/country.hpp>
#include <document/read.hpp>
#include <document/reader.hpp>
#include <json/parse.hpp>
#include <language/tag.hpp>
#include <language/utf8.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

constexpr std::size_t most_depth = 16;

bool is_slug(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), fits);
}

std::string read_id(const Place& place, Reader& reader) {
  std::string id = reader.text(place);
  if (!id.empty() && !is_slug(id)) {
    reader.expected(place, "at most 64 of the characters a to z, 0 to 9 and -");
  }
  return id;
}

std::string read_version(const Place& place, Reader& reader) {
  std::string version = reader.text(place);
  if (length_of(version) > most_version_length) reader.expected(place, "at most 64 characters");
  return version;
}

std::vector<std::string> read_languages(const Place& document, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  std::vector<std::string> languages;
  const Place list =
      reader.required(document, "languages", "a list of language tags, the petition's own first");
  for (const Place& item : reader.items(list)) {
    std::string tag = reader.text(item);
    if (!tag.empty() && !is_language_tag(tag)) {
      reader.expected(item, "a language tag such as fr or pt-BR (BCP 47)");
    }
    const auto same = [&](const std::string& other) { return same_tag(other, tag); };
    if (languages.size() < most_languages &&
        std::any_of(languages.begin(), languages.end(), same)) {
      reader.expected(item, "a language that is not listed before");
    }
    languages.push_back(std::move(tag));
  }
  // Each text may lack each language, and all that are lacking are told.
  if (languages.size() > most_languages) {
    reader.expected(list, "at most 50 languages");
    languages.resize(most_languages);
  }
  if (languages.empty()) languages.push_back("und");
  return languages;
}

std::vector<Text> read_texts(const Place& list, Reader& reader) {
  std::vector<Text> texts;
  for (const Place& item : reader.items(list)) texts.push_back(reader.running_text(item));
  return texts;
}

Headings read_headings(const Place& place, Reader& reader) {
  if (!reader.object(place, {"demands", "timeline"})) return {};
  return {reader.translated(Reader::member(place, "demands")),
          reader.translated(Reader::member(place, "timeline"))};
}

Date read_date_at(const Place& place, Reader& reader) {
  const auto date = read_date(reader.text(place));
  if (!date && place.holds(Kind::text)) {
    reader.expected(place, "a date such as 2023, 2023-11 or 2023-11-21");
  }
  return date.value_or(Date{});
}

Event read_event(const Place& place, Reader& reader) {
  Event event;
  if (!reader.object(place, {"date", "text", "source"})) return event;
  const Place date = reader.required(place, "date", "the date of the event");
  event.date = read_date_at(date, reader);
  if (date.holds(Kind::text)) event.written_date = date.value->text;
  event.text = reader.running_text(reader.required(place, "text", "what happened"));
  event.source = reader.link(Reader::member(place, "source"));
  return event;
}

FieldRequest read_field(const Place& place, Reader& reader) {
  FieldRequest request;
  if (!reader.object(place, {"name", "optional", "initial"})) return request;
  const Place name = reader.required(place, "name", "the name of a field");
  const auto field = field_named(reader.text(name));
  request.field = field.value_or(Field::given_name);
  if (!field && name.holds(Kind::text)) {
    reader.expected(name,
                    "given_name, family_name, email_address, country, postal_code or comment");
  }
  const Place optional = Reader::member(place, "optional");
  request.optional = reader.is(optional, Kind::boolean) && optional.value->boolean;
  const Place initial = Reader::member(place, "initial");
  request.initial = reader.text(initial);
  const bool fits = request.field == Field::country && is_country(request.initial);
  if (initial.holds(Kind::text) && !fits) {
    reader.expected(initial, "a country such as FR, and only in the field country");
  }
  return request;
}

std::vector<FieldRequest> read_fields(const Place& list, Reader& reader) {
  std::vector<FieldRequest> fields;
  std::array<bool, all_fields.size()> listed{};
  for (const Place& place : reader.items(list)) {
    FieldRequest request = read_field(place, reader);
    bool& is_listed = listed[static_cast<std::size_t>(request.field)];
    if (is_listed && Reader::member(place, "name").value != nullptr) {
      reader.expected(place, "a field that is not listed before");
    }
    is_listed = true;
    fields.push_back(std::move(request));
  }
  return fields;
}

Controller read_controller(const Place& place, Reader& reader) {
  if (!reader.object(place, {"name", "contact", "privacy_policy", "purpose", "retention"})) {
    return {};
  }
  return {reader.translated(reader.required(place, "name", "who answers for the data")),
          reader.link(reader.required(place, "contact", "a link to the controller")),
          reader.link(Reader::member(place, "privacy_policy")),
          reader.translated(reader.required(place, "purpose", "what the data is used for")),
          reader.translated(reader.required(place, "retention", "how long the data is kept"))};
}

// Whatever name a document gives it, a consent that begins as given is no consent.
void refuse_ticked(const Place& consent, Reader& reader) {
  for (const char* name : {"checked", "ticked", "default", "preselected", "value"}) {
    const Place place = Reader::member(consent, name);
    if (place.value == nullptr) continue;
    reader.expected(place,
                    "no such member: a consent is never ticked in advance (GDPR recital 32)");
  }
}

SecondQuestion read_second_question(const Place& place, Reader& reader) {
  if (!reader.object(place, {"question", "reassurance"})) return {};
  return {reader.translated(reader.required(place, "question", "the question")),
          reader.translated(
              reader.required(place, "reassurance", "that the signature counts either way"))};
}

UpdatesConsent read_updates(const Place& place, Reader& reader) {
  UpdatesConsent updates;
  if (!reader.object(place, {"statement", "second_question"})) return updates;
  refuse_ticked(place, reader);
  updates.statement = reader.translated(Reader::member(place, "statement"));
  const Place second = Reader::member(place, "second_question");
  if (second.value != nullptr) {
    updates.second_question.emplace(read_second_question(second, reader));
  }
  return updates;
}

void read_consents(const Place& place, Petition& petition, Reader& reader) {
  if (!reader.object(place, {"sign", "updates"})) return;
  const Place sign = Reader::member(place, "sign");
  if (reader.object(sign, {"statement"})) {
    refuse_ticked(sign, reader);
    petition.sign_statement = reader.translated(Reader::member(sign, "statement"));
  }
  const Place updates = Reader::member(place, "updates");
  if (updates.value == nullptr) return;
  petition.updates.emplace(read_updates(updates, reader));
  if (petition.request(Field::email_address) == nullptr) {
    reader.expected(updates, "the field email_address, without which no update can be sent");
  }
}

void read_goal(const Place& place, Petition& petition, Reader& reader) {
  if (place.value == nullptr) return;
  if (place.value->kind == Kind::integer && place.value->integer > 0) {
    petition.goal = place.value->integer;
  } else {
    reader.expected(place, "a whole number of signatures above 0");
  }
}

// "Europe/Paris": shorter names are old, and not known everywhere.
bool is_time_zone(std::string_view zone) {
  return zone == "UTC" || zone.find('/') != std::string_view::npos;
}

void read_last_day(const Place& document, const TimeZones* zones, Petition& petition,
                   Reader& reader) {
  const Place closes = Reader::member(document, "closes");
  if (closes.value != nullptr) {
    petition.closes = read_date_at(closes, reader);
    if (petition.closes->year != 0 && petition.closes->day == 0) {
      reader.expected(closes, "a day such as 2027-01-31");
    }
  }
  const Place place = Reader::member(document, "time_zone");
  std::string& zone = petition.time_zone;
  zone = reader.text(place);
  if (zone.empty()) zone = "UTC";
  if (!is_time_zone(zone) || (zones != nullptr && !zones->has(zone))) {
    reader.expected(place, "a time zone such as Europe/Paris, or UTC");
  } else if (zones != nullptr && petition.closes && petition.closes->day != 0) {
    petition.closes_at = zones->end_of(*petition.closes, zone);
  }
}

void read_document(const Place& document, const Proofreader* proofreader, const TimeZones* zones,
                   Petition& petition, json::Mistakes& mistakes) {
  petition.languages = read_languages(document, mistakes);
  Reader reader(petition.languages, mistakes, proofreader);
  reader.object(document, {"$schema", "petition", "version", "languages", "addressee", "title",
                           "introduction", "headings", "demands", "timeline", "conclusion", "goal",
                           "closes", "time_zone", "fields", "controller", "consents"});
  petition.id =
      read_id(reader.required(document, "petition", "the petition's name in addresses"), reader);
  petition.version =
      read_version(reader.required(document, "version", "the version of this document"), reader);
  petition.addressee = reader.translated(Reader::member(document, "addressee"));
  petition.title = reader.translated(reader.required(document, "title", "the title"));
  petition.introduction = read_texts(Reader::member(document, "introduction"), reader);
  petition.headings = read_headings(Reader::member(document, "headings"), reader);
  petition.demands = read_texts(
      reader.required(document, "demands", "a list of what the petition demands"), reader);
  const Place timeline = Reader::member(document, "timeline");
  for (const Place& item : reader.items(timeline)) {
    petition.timeline.push_back(read_event(item, reader));
  }
  petition.conclusion = read_texts(Reader::member(document, "conclusion"), reader);
  read_goal(Reader::member(document, "goal"), petition, reader);
  read_last_day(document, zones, petition, reader);
  petition.fields = read_fields(
      reader.required(document, "fields", "a list of what signers are asked for"), reader);
  petition.controller = read_controller(
      reader.required(document, "controller", "who answers for the data (GDPR Art. 13)"), reader);
  read_consents(Reader::member(document, "consents"), petition, reader);
  if (proofreader != nullptr) proofreader->see_whole(petition, mistakes);
}

bool is_error(const json::Mistake& mistake) { return mistake.severity == json::Severity::error; }

}  // namespace

ReadPetition read_petition(std::string_view text, const Proofreader* proofreader,
                           const TimeZones* zones) {
  ReadPetition read;
  auto parsed = json::parse(text, {most_document_bytes, most_depth});
  if (auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    read.mistakes.push_back(std::move(*mistake));
    return read;
  }
  const Place document{std::get_if<json::Value>(&parsed)};
  if (document.holds(Kind::object)) {
    read_document(document, proofreader, zones, read.petition.emplace(), read.mistakes);
  } else {
    Reader({}, read.mistakes).expected(document, "an object with a petition");
  }
  if (std::any_of(read.mistakes.begin(), read.mistakes.end(), is_error)) read.petition.reset();
  return read;
}

const FieldRequest* Petition::request(Field field) const {
  for (const FieldRequest& request : fields) {
    if (request.field == field) return &request;
  }
  return nullptr;
}

bool Petition::asks_for(std::string_view name) const {
  if (name == name_of(Purpose::sign)) return true;
  if (name == name_of(Purpose::updates)) return updates.has_value();
  const auto field = field_named(name);
  return field && request(*field) != nullptr;
}

const Translation& Text::in(const std::vector<std::string>& ranges) const {
  std::vector<std::string> available;
  available.reserve(translations.size());
  for (const Translation& translation : translations) available.push_back(translation.language);
  return translations[lookup(ranges, available).value_or(0)];
}

}  // namespace petition_box
