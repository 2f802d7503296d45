#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <document/consent.hpp>
#include <document/field.hpp>
#include <document/text.hpp>
#include <json/value.hpp>
#include <language/date.hpp>

namespace petition_box {

struct Event {
  Date date;
  std::string written_date;  // as in the document, for machines: "2023-11"
  Text text;
  std::string source;  // a link, or empty
};

// What has become of the petition, said later.
enum class NewsKind : std::uint8_t { other, delivered, answered };

// As documents and the keys of catalogues name it; nothing is said of others.
constexpr std::array<const char*, 3> news_kinds{"", "delivered", "answered"};

struct News {
  Event event;  // its source: where there is more
  NewsKind kind = NewsKind::other;
};

// Who asks for the signatures.
struct Organiser {
  Text name;         // empty: the document does not say it
  std::string url;   // a link, or empty
  std::string logo;  // the address of a picture, or empty
};

// Where in a picture its third is that has to be seen, should there be no room for all of it.
enum class Third : std::uint8_t { first, middle, last };

struct Picture {
  std::string src;  // its address; empty: there is none
  Text alt;         // for those who do not see it
  std::int64_t width = 0;
  std::int64_t height = 0;
  Third across = Third::middle;  // from the left
  Third down = Third::middle;
};

// Who answers for the signers' data (GDPR Art. 4(7), 13).
struct Controller {
  Text name;
  std::string contact;         // a link
  std::string privacy_policy;  // a link, or empty
  Text purpose;
  Text retention;
};

// Over these parts; empty: the catalogue's own wording.
struct Headings {
  Text demands;
  Text timeline;
};

constexpr std::size_t most_version_length = 64;  // code points
constexpr std::size_t most_languages = 50;

// Whether a petition or a protocol may be called so: small letters, digits and hyphens, at most 64.
bool is_slug(std::string_view name);

// A petition, as its document says it.
struct Petition {
  std::string id;
  std::string version;
  std::vector<std::string> languages;  // the first is the petition's own
  Text addressee;                      // whom it asks, or empty
  Organiser organiser;
  Picture picture;
  Text title;
  std::vector<Text> introduction;  // paragraphs
  Headings headings;
  std::vector<Text> demands;
  std::vector<Event> timeline;
  std::vector<Text> conclusion;  // paragraphs after the timeline
  std::vector<News> news;
  std::optional<std::int64_t> goal;
  std::int64_t show_count_from = 0;       // fewer signatures are not told
  std::optional<Date> closes;             // the last day for signatures
  std::string time_zone;                  // of that day, by its name in the IANA database
  std::optional<std::int64_t> closes_at;  // the first moment after it, ms since 1970
  std::vector<Field> fields;
  bool is_in_written_order = false;  // also where a language puts the family name first
  Controller controller;
  std::vector<Consent> consents;  // to sign among them
  std::string source_parameter;   // of a page's address, with the campaign's word for the way on
                                  // which signers come; empty: nobody asks for that
  bool lists_sign = false;        // else the document has it not: it is the first all the same
  json::Value endpoint;           // an object with protocol, url and the protocol's own options, as
                                  // written; null: the reference protocol, wherever the box is told

  // Null where the petition does not ask for a field or consent of that name.
  const Field* field(std::string_view name) const;
  const Consent* consent(std::string_view name) const;
  const Consent* consent_of_control(std::string_view name) const;  // "consent_sign"

  // Whether its form has a control of that name.
  bool asks_for(std::string_view control) const;

  // The name of whoever gets what the consent is about.
  const Text& asker(const Consent& consent) const;

  // By the clock that says what is now, ms since 1970; never where closes_at is not known.
  bool is_closed(std::int64_t now) const { return closes_at && now >= *closes_at; }
};

}  // namespace petition_box
