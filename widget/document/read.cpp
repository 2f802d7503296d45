#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include <document/read.hpp>
#include <document/reader.hpp>
#include <json/parse.hpp>
#include <language/tag.hpp>

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

bool is_country_code(std::string_view code) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return code.size() == 2 && std::all_of(code.begin(), code.end(), is_capital);
}

std::string read_id(const Place& place, Reader& reader) {
  std::string id = reader.text(place);
  if (!id.empty() && !is_slug(id)) {
    reader.expected(place, "at most 64 of the characters a to z, 0 to 9 and -");
  }
  return id;
}

std::vector<std::string> read_languages(const Place& document, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  std::vector<std::string> languages;
  const auto what = "a list of language tags, the petition's own first";
  reader.required(document, "languages", what, [&](const Place& list) {
    reader.each(list, [&](const Place& item) {
      std::string tag = reader.text(item);
      if (!tag.empty() && !is_language_tag(tag)) {
        reader.expected(item, "a language tag such as fr or pt-BR (BCP 47)");
      }
      languages.push_back(std::move(tag));
    });
  });
  if (languages.empty()) languages.emplace_back("und");
  return languages;
}

std::vector<Text> read_texts(const Place& list, Reader& reader) {
  std::vector<Text> texts;
  reader.each(list, [&](const Place& item) { texts.push_back(reader.translated(item)); });
  return texts;
}

Date read_date_at(const Place& place, Reader& reader) {
  const auto date = read_date(reader.text(place));
  if (!date && place.value.kind == Kind::text) {
    reader.expected(place, "a date such as 2023, 2023-11 or 2023-11-21");
  }
  return date.value_or(Date{});
}

Event read_event(const Place& place, Reader& reader) {
  Event event;
  if (!reader.is(place, Kind::object)) return event;
  reader.only(place, {"date", "text", "source"});
  reader.required(place, "date", "the date of the event", [&](const Place& date) {
    event.date = read_date_at(date, reader);
    event.written_date = date.value.text;
  });
  reader.required(place, "text", "what happened",
                  [&](const Place& text) { event.text = reader.translated(text); });
  reader.member(place, "source", [&](const Place& link) { event.source = reader.link(link); });
  return event;
}

FieldRequest read_field(const Place& place, Reader& reader) {
  FieldRequest request;
  if (!reader.is(place, Kind::object)) return request;
  reader.only(place, {"name", "optional", "initial"});
  reader.required(place, "name", "the name of a field", [&](const Place& name) {
    const auto field = field_named(reader.text(name));
    request.field = field.value_or(Field::given_name);
    if (!field && name.value.kind == Kind::text) {
      reader.expected(
          name, "given_name, family_name, email_address, country, postal_code or comment");
    }
  });
  reader.member(place, "optional", [&](const Place& optional) {
    if (reader.is(optional, Kind::boolean)) request.optional = optional.value.boolean;
  });
  reader.member(place, "initial", [&](const Place& initial) {
    request.initial = reader.text(initial);
    if (request.field != Field::country || !is_country_code(request.initial)) {
      reader.expected(initial, "a country such as FR, and only in the field country");
    }
  });
  return request;
}

std::vector<FieldRequest> read_fields(const Place& list, Reader& reader) {
  std::vector<FieldRequest> fields;
  reader.each(list, [&](const Place& place) {
    const FieldRequest request = read_field(place, reader);
    const auto is_same = [&](const FieldRequest& f) { return f.field == request.field; };
    if (place.value.find("name") != nullptr &&
        std::any_of(fields.begin(), fields.end(), is_same)) {
      reader.expected(place, "a field that is not listed before");
    }
    fields.push_back(request);
  });
  return fields;
}

Controller read_controller(const Place& place, Reader& reader) {
  Controller controller;
  if (!reader.is(place, Kind::object)) return controller;
  reader.only(place, {"name", "contact", "privacy_policy", "purpose", "retention"});
  reader.required(place, "name", "the name of who answers for the data (GDPR Art. 13)",
                  [&](const Place& name) { controller.name = reader.translated(name); });
  reader.required(place, "contact", "a link to reach the controller (GDPR Art. 13)",
                  [&](const Place& contact) { controller.contact = reader.link(contact); });
  reader.member(place, "privacy_policy",
                [&](const Place& link) { controller.privacy_policy = reader.link(link); });
  reader.required(place, "purpose", "what the data is used for (GDPR Art. 13)",
                  [&](const Place& text) { controller.purpose = reader.translated(text); });
  reader.required(place, "retention", "how long the data is kept (GDPR Art. 13)",
                  [&](const Place& text) { controller.retention = reader.translated(text); });
  return controller;
}

// Whatever name a document gives it, a consent that begins as given is no consent.
void refuse_ticked(const Place& consent, Reader& reader) {
  for (const std::string_view name : {"checked", "ticked", "default", "preselected", "value"}) {
    reader.member(consent, name, [&](const Place& place) {
      reader.expected(place, "no such member: a consent is never ticked in advance (GDPR recital 32)");
    });
  }
}

SecondQuestion read_second_question(const Place& place, Reader& reader) {
  SecondQuestion second;
  if (!reader.is(place, Kind::object)) return second;
  reader.only(place, {"question", "reassurance"});
  reader.required(place, "question", "the question",
                  [&](const Place& text) { second.question = reader.translated(text); });
  reader.required(place, "reassurance", "what a yes and a no lead to",
                  [&](const Place& text) { second.reassurance = reader.translated(text); });
  return second;
}

UpdatesConsent read_updates(const Place& place, Reader& reader) {
  UpdatesConsent updates;
  if (!reader.is(place, Kind::object)) return updates;
  refuse_ticked(place, reader);
  reader.only(place, {"statement", "second_question"});
  reader.member(place, "statement",
                [&](const Place& text) { updates.statement = reader.translated(text); });
  reader.member(place, "second_question", [&](const Place& question) {
    updates.second_question = read_second_question(question, reader);
  });
  return updates;
}

void read_consents(const Place& place, Petition& petition, Reader& reader) {
  if (!reader.is(place, Kind::object)) return;
  reader.only(place, {"sign", "updates"});
  reader.member(place, "sign", [&](const Place& sign) {
    if (!reader.is(sign, Kind::object)) return;
    refuse_ticked(sign, reader);
    reader.only(sign, {"statement"});
    reader.member(sign, "statement",
                  [&](const Place& text) { petition.sign_statement = reader.translated(text); });
  });
  reader.member(place, "updates", [&](const Place& updates) {
    petition.updates = read_updates(updates, reader);
    const FieldRequest* email = petition.request(Field::email_address);
    if (email == nullptr) {
      reader.expected(updates, "the field email_address, without which no update can be sent");
    }
  });
}

void read_dates_and_goal(const Place& document, Petition& petition, Reader& reader) {
  reader.member(document, "goal", [&](const Place& goal) {
    if (goal.value.kind == Kind::integer && goal.value.integer > 0) {
      petition.goal = goal.value.integer;
    } else {
      reader.expected(goal, "a whole number of signatures above 0");
    }
  });
  reader.member(document, "closes", [&](const Place& closes) {
    petition.closes = read_date_at(closes, reader);
    if (petition.closes->year != 0 && petition.closes->day == 0) {
      reader.expected(closes, "a day such as 2027-01-31");
    }
  });
}

void read_document(const Place& document, Petition& petition, json::Mistakes& mistakes) {
  petition.languages = read_languages(document, mistakes);
  Reader reader(petition.languages, mistakes);
  reader.only(document, {"$schema", "petition", "version", "languages", "title", "introduction",
                         "demands", "timeline", "goal", "closes", "fields", "controller",
                         "consents"});
  reader.required(document, "petition", "the petition's name in addresses",
                  [&](const Place& place) { petition.id = read_id(place, reader); });
  reader.required(document, "version", "the version of this document",
                  [&](const Place& place) { petition.version = reader.text(place); });
  reader.required(document, "title", "the title",
                  [&](const Place& place) { petition.title = reader.translated(place); });
  reader.member(document, "introduction", [&](const Place& place) {
    petition.introduction = read_texts(place, reader);
  });
  reader.required(document, "demands", "a list of what the petition demands",
                  [&](const Place& place) { petition.demands = read_texts(place, reader); });
  reader.member(document, "timeline", [&](const Place& place) {
    reader.each(place, [&](const Place& item) {
      petition.timeline.push_back(read_event(item, reader));
    });
  });
  read_dates_and_goal(document, petition, reader);
  reader.required(document, "fields", "a list of what signers are asked for",
                  [&](const Place& place) { petition.fields = read_fields(place, reader); });
  reader.required(document, "controller", "who answers for the data (GDPR Art. 13)",
                  [&](const Place& place) { petition.controller = read_controller(place, reader); });
  reader.member(document, "consents",
                [&](const Place& place) { read_consents(place, petition, reader); });
}

bool is_error(const json::Mistake& mistake) { return mistake.severity == json::Severity::error; }

}  // namespace

ReadPetition read_petition(std::string_view text) {
  ReadPetition read;
  auto parsed = json::parse(text, {most_document_bytes, most_depth});
  if (auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    read.mistakes.push_back(std::move(*mistake));
    return read;
  }
  const Place document{*std::get_if<json::Value>(&parsed)};
  Petition petition;
  if (document.value.kind == Kind::object) {
    read_document(document, petition, read.mistakes);
  } else {
    read.mistakes.push_back(
        {{}, "an object with a petition", std::string(name_of(document.value.kind))});
  }
  if (std::none_of(read.mistakes.begin(), read.mistakes.end(), is_error)) {
    read.petition = std::move(petition);
  }
  return read;
}

const FieldRequest* Petition::request(Field field) const {
  for (const FieldRequest& request : fields) {
    if (request.field == field) return &request;
  }
  return nullptr;
}

const Translation& Text::in(const std::vector<std::string>& ranges) const {
  std::vector<std::string> available;
  available.reserve(translations.size());
  for (const Translation& translation : translations) available.push_back(translation.language);
  return translations[lookup(ranges, available).value_or(0)];
}

}  // namespace petition_box
