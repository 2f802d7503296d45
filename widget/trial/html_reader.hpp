#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <wire/urlencoded.hpp>

namespace petition_box {

// A piece of a page: a text, or a tag.
struct HtmlPiece {
  enum class Kind : std::uint8_t { text, begin, end };

  Kind kind = Kind::text;
  std::string text;                   // or else the tag's name, in small letters
  std::vector<NameValue> attributes;  // names in small letters

  // Empty where it has none of that name.
  std::string_view attribute(std::string_view name) const;
};

// Reads a page piece by piece, whatever is in it, as browsers cut it (HTML standard,
// #tokenization). Comments are no piece, nor is what stands in elements that have no others in
// them: scripts, styles, and the texts of controls.
class HtmlReader {
 public:
  // The page must outlive it.
  explicit HtmlReader(std::string_view page) : rest_(page) {}

  // False: there is no other piece.
  bool next(HtmlPiece& piece);

 private:
  void read_text(HtmlPiece& piece);
  void read_tag(HtmlPiece& piece);
  bool read_attribute(HtmlPiece& piece);
  std::string_view read_value();
  void skip_blanks();
  void skip_past(std::string_view end);
  void skip_content_of(const std::string& element);

  std::string_view rest_;
};

}  // namespace petition_box
