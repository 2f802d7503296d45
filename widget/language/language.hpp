#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <language/catalogue.hpp>
#include <language/phrase.hpp>
#include <language/platform.hpp>
#include <language/tag.hpp>

namespace petition_box {

// What is put in the place of "{{name}}".
struct Argument {
  std::string_view name;
  std::string_view text;
};

// How the box speaks: a catalogue, with the numbers and dates of the platform. A view of both; they
// must outlive it.
class Language {
 public:
  Language(const Catalogue& catalogue, const Platform& platform)
      : catalogue_(catalogue), platform_(platform) {}

  const std::string& tag() const { return catalogue_.tag(); }

  // The text; the key itself where the catalogue lacks it.
  std::string say(Phrase phrase, std::initializer_list<Argument> arguments = {}) const;
  std::string say(const std::string& key, std::initializer_list<Argument> arguments = {}) const;

  // The text of the key in the plural form for the number, with the number put in as {{count}}.
  std::string say_count(std::string_view key, std::int64_t number) const;

  bool has(const std::string& key) const { return catalogue_.find(key) != nullptr; }

  std::string number(std::int64_t number) const { return platform_.number(locale(), number); }
  std::string date(const Date& date) const { return platform_.date(locale(), date); }
  // As the platform has them (language/platform.hpp).
  std::string regions(std::string_view codes) const { return platform_.regions(locale(), codes); }
  // UTC is called so in every language.
  std::string time_zone(const std::string& zone) const {
    return zone == "UTC" ? zone : platform_.time_zone(locale(), zone);
  }

 private:
  std::string_view locale() const { return asked_tag(tag()); }

  const Catalogue& catalogue_;
  const Platform& platform_;
};

}  // namespace petition_box
