#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include <json/mistake.hpp>
#include <json/value.hpp>
#include <language/phrase.hpp>

namespace petition_box {

// The box's own words in one language: a JSON object from key to text, in the form of i18next JSON
// v4 ("signatures_one", "signatures_other"; "{{count}}" stands for what is put in). The texts of
// the usual module's phrases are a list, "phrases", in their order there: their keys are not
// needed.
class Catalogue {
 public:
  static constexpr std::size_t most_bytes = 64 * 1024;

  static std::variant<Catalogue, json::Mistakes> read(std::string_view tag, std::string_view text);

  const std::string& tag() const { return tag_; }

  // Null where the catalogue has no such text.
  const std::string* find(Phrase phrase) const;
  const std::string* find(std::string_view key) const;

 private:
  std::string tag_;
  json::Value texts_;
};

}  // namespace petition_box
