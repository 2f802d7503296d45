#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <language/date.hpp>

namespace petition_box {

// What the platform knows about languages and text: Intl and URL in a browser, ICU natively. Every
// function gives the same answer to the same question. Tags are BCP 47.
class Platform {
 public:
  virtual std::string number(std::string_view tag, std::int64_t number) const = 0;

  // The date to its own precision: "2019", "November 2023", "21 December 2023".
  virtual std::string date(std::string_view tag, const Date& date) const = 0;

  // The name of a time zone (IANA) all the year round: "Central European Time". The zone itself
  // where it has none.
  virtual std::string time_zone(std::string_view tag, std::string_view zone) const = 0;

  // The cardinal category of CLDR: zero, one, two, few, many or other.
  virtual std::string plural_category(std::string_view tag, std::int64_t number) const = 0;

  // The names of the regions in the language, in its alphabetical order: a line "FRFrance\n" for
  // each. Codes (ISO 3166-1 alpha-2): two letters each, one after the other.
  virtual std::string regions(std::string_view tag, std::string_view codes) const = 0;

  // What the language is called in itself, "Italiano" for "it", with a large first letter; the tag
  // where the platform does not know it.
  virtual std::string language(std::string_view tag) const = 0;

  // The text in Unicode Normalization Form C (UAX 15); empty where more than 30 marks (general
  // category M) follow each other, which no writing needs (UAX 15, Stream-Safe Text Format) and
  // which take a time that grows with their square.
  virtual std::string composed(std::string_view text) const = 0;

  // The domain in its ASCII form (UTS 46), lower case; empty where it has none.
  virtual std::string ascii_domain(std::string_view domain) const = 0;

 protected:
  Platform() = default;
  Platform(const Platform&) = default;
  Platform(Platform&&) = default;
  Platform& operator=(const Platform&) = default;
  Platform& operator=(Platform&&) = default;
  ~Platform() = default;
};

}  // namespace petition_box
