#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <language/catalogue.hpp>

namespace petition_box {

// The box's words in every language that there is a catalogue for.
class Catalogues {
 public:
  // Reads the *.json of a folder in that of the box's files. Otherwise says what is wrong, a line
  // each.
  static std::variant<Catalogues, std::string> read(const std::string& embed,
                                                    const char* folder = "locales");

  const std::vector<std::shared_ptr<const Catalogue>>& all() const { return catalogues_; }

  // Whether one suits the language.
  bool has(const std::string& tag) const;

  // The files that cannot be read, a line each.
  const std::string& warnings() const { return warnings_; }

  // The catalogue that suits the earliest of the ranges (RFC 4647 section 3.4), else the first.
  const std::shared_ptr<const Catalogue>& in(const std::vector<std::string>& ranges) const;

 private:
  std::vector<std::string> tags() const;

  std::vector<std::shared_ptr<const Catalogue>> catalogues_;  // one at least
  std::string warnings_;
};

}  // namespace petition_box
