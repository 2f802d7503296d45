#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

#include <document/onward.hpp>
#include <document/read.hpp>
#include <document/read_campaign.hpp>
#include <document/read_form.hpp>
#include <document/reader.hpp>
#include <json/parse.hpp>
#include <language/tag.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

constexpr std::size_t most_depth = 32;

// What few petitions have: to the usual module these are names that it does not know.
constexpr Names rare_members{"news", "order", "source_parameter"};

bool is_version(std::string_view version) { return length_of(version) <= most_version_length; }

std::vector<std::string> read_languages(const Place& document, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  std::vector<std::string> languages;
  const Place list = reader.required(document, "languages", "language_list");
  for (const Place& item : reader.items(list)) {
    std::string tag = reader.word(item, is_language_tag, "language_tag");
    const auto same = [&](const std::string& other) { return same_tag(other, tag); };
    if (languages.size() < most_languages &&
        std::any_of(languages.begin(), languages.end(), same)) {
      reader.expected(item, "new_language");
    }
    languages.push_back(std::move(tag));
  }
  // Each text may lack each language, and all that are lacking are told.
  if (languages.size() > most_languages) {
    reader.expected(list, "most_languages");
    languages.resize(most_languages);
  }
  if (languages.empty()) languages.push_back("und");
  return languages;
}

std::vector<Text> read_texts(const Place& list, Reader& reader) {
  const Items places = reader.items(list);
  std::vector<Text> texts(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) reader.running_text(places[i], texts[i]);
  return texts;
}

void read_headings(const Place& place, Headings& headings, Reader& reader) {
  if (!reader.object(place, {"demands", "timeline"})) return;
  reader.translated(place, "demands", headings.demands);
  reader.translated(place, "timeline", headings.timeline);
}

std::vector<Event> read_timeline(const Place& list, Reader& reader) {
  const Items places = reader.items(list);
  std::vector<Event> events(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!reader.object(places[i], {"date", "text", "source"})) continue;
    read_event(places[i], "source", events[i], reader);
  }
  return events;
}

void read_controller(const Place& place, Controller& controller, Reader& reader) {
  if (!reader.object(place, {"name", "contact", "privacy_policy", "purpose", "retention"})) return;
  reader.translated(place, "name", controller.name, "controller_name");
  reader.link(place, "contact", controller.contact, "controller_contact");
  reader.link(place, "privacy_policy", controller.privacy_policy);
  reader.translated(place, "purpose", controller.purpose, "data_purpose");
  reader.translated(place, "retention", controller.retention, "data_retention");
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
      reader.expected(closes, "day");
    }
  }
  const Place place = Reader::member(document, "time_zone");
  std::string& zone = petition.time_zone;
  zone = reader.text(place);
  if (zone.empty()) zone = "UTC";
  if (!is_time_zone(zone) || (zones != nullptr && !zones->has(zone))) {
    reader.expected(place, "time_zone");
  } else if (zones != nullptr && petition.closes && petition.closes->day != 0) {
    petition.closes_at = zones->end_of(*petition.closes, zone);
  }
}

// Languages decide where the document does not.
void read_order(const Place& place, Petition& petition, Reader& reader) {
  if (place.value == nullptr) return;
  petition.is_in_written_order = reader.text(place) == "as written";
  if (!petition.is_in_written_order) reader.expected(place, "as_written");
}

// Our own pages say other things by some names (endpoint/appearance.hpp), and what a person answers
// has no place in an address.
bool is_source_parameter(std::string_view name) {
  return is_option_value(name) && known_field(name) == nullptr && name != "lang" && name != "in" &&
         name != "accent";
}

void read_rare(const Place& document, Petition& petition, Reader& reader) {
  read_news(Reader::member(document, "news"), petition.news, reader);
  read_order(Reader::member(document, "order"), petition, reader);
  petition.source_parameter = reader.word(Reader::member(document, "source_parameter"),
                                          is_source_parameter, "source_parameter");
}

// What protocols ask for is read with their descriptions.
void read_endpoint(const Place& place, Reader& reader) {
  if (!reader.is(place, Kind::object)) return;
  std::string url;
  reader.link(place, "url", url);
  const Place protocol = Reader::member(place, "protocol");
  if (!protocol.holds(Kind::object)) reader.word(protocol, is_slug, "petition_name_form");
}

void read_document(const Place& document, const Proofreader* proofreader, const TimeZones* zones,
                   Petition& petition, json::Mistakes& mistakes) {
  petition.languages = read_languages(document, mistakes);
  Reader reader(petition.languages, mistakes, proofreader);
  reader.object(document,
                {"$schema",    "petition", "version",         "languages", "addressee", "organiser",
                 "title",      "picture",  "introduction",    "headings",  "demands",   "timeline",
                 "conclusion", "goal",     "show_count_from", "closes",    "time_zone", "fields",
                 "controller", "consents", "endpoint",        "share",     "next"},
                is_whole ? rare_members : Names{});
  petition.id = reader.word(reader.required(document, "petition", "petition_name"), is_slug,
                            "petition_name_form");
  petition.version =
      reader.word(reader.required(document, "version", "version"), is_version, "version_form");
  reader.translated(document, "addressee", petition.addressee);
  read_organiser(Reader::member(document, "organiser"), petition.organiser, reader);
  reader.translated(document, "title", petition.title, "title");
  read_picture(Reader::member(document, "picture"), petition.picture, reader);
  petition.introduction = read_texts(Reader::member(document, "introduction"), reader);
  read_headings(Reader::member(document, "headings"), petition.headings, reader);
  petition.demands = read_texts(reader.required(document, "demands", "demands"), reader);
  petition.timeline = read_timeline(Reader::member(document, "timeline"), reader);
  petition.conclusion = read_texts(Reader::member(document, "conclusion"), reader);
  if (is_whole) read_rare(document, petition, reader);
  petition.goal = read_count(Reader::member(document, "goal"), "goal", reader);
  petition.show_count_from =
      read_count(Reader::member(document, "show_count_from"), "count", reader).value_or(0);
  read_last_day(document, zones, petition, reader);
  read_fields(reader.required(document, "fields", "fields"), petition, reader);
  read_controller(reader.required(document, "controller", "controller"), petition.controller,
                  reader);
  read_consents(Reader::member(document, "consents"), petition, reader);
  read_endpoint(Reader::member(document, "endpoint"), reader);
  // It is used by what comes after the signature, which reads it by itself.
  if (is_whole) {
    Onward onward;
    read_onward(document, onward, reader);
  }
  if (proofreader != nullptr) proofreader->see_whole(petition, mistakes);
}

}  // namespace

ReadPetition read_petition(std::string_view text, const Proofreader* proofreader,
                           const TimeZones* zones) {
  ReadPetition read;
  auto parsed = json::parse(text, {most_document_bytes, most_depth});
  if (auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    read.mistakes.push_back(std::move(*mistake));
    return read;
  }
  auto* written = std::get_if<json::Value>(&parsed);
  const Place document{written};
  if (document.holds(Kind::object)) {
    read.petition = std::make_shared<Petition>();
    read_document(document, proofreader, zones, *read.petition, read.mistakes);
    for (json::Member& member : written->members) {
      if (member.name == "endpoint") read.petition->endpoint = std::move(member.value);
    }
  } else {
    Reader({}, read.mistakes).expected(document, "petition");
  }
  if (json::has_error(read.mistakes)) read.petition.reset();
  return read;
}

}  // namespace petition_box
