#include <algorithm>
#include <array>

#include <trial/character_reference.hpp>
#include <trial/html_reader.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

constexpr std::string_view html_blanks = " \t\n\f\r";

std::string in_small(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = to_small(c);
  return small;
}

bool begins_tag(std::string_view text) {
  const std::size_t name = text.size() > 1 && text[1] == '/' ? 2 : 1;
  return text.size() > name && text[0] == '<' && is_letter(text[name]);
}

// A comment, or what is taken for one: <!doctype, <?xml.
bool begins_comment(std::string_view text) {
  return text.size() > 1 && text[0] == '<' && (text[1] == '!' || text[1] == '?');
}

bool has_only_text(std::string_view element) {
  constexpr std::array<std::string_view, 4> names{"script", "style", "textarea", "title"};
  return std::find(names.begin(), names.end(), element) != names.end();
}

}  // namespace

std::string_view HtmlPiece::attribute(std::string_view name) const {
  for (const NameValue& one : attributes) {
    if (one.name == name) return one.value;
  }
  return {};
}

bool HtmlReader::next(HtmlPiece& piece) {
  while (begins_comment(rest_)) skip_past(rest_.substr(0, 4) == "<!--" ? "-->" : ">");
  if (rest_.empty()) return false;
  piece = {};
  if (begins_tag(rest_)) {
    read_tag(piece);
  } else {
    read_text(piece);
  }
  return true;
}

void HtmlReader::read_text(HtmlPiece& piece) {
  std::size_t end = 1;
  while (end < rest_.size() && !begins_tag(rest_.substr(end)) &&
         !begins_comment(rest_.substr(end))) {
    ++end;
  }
  piece.text = with_characters(rest_.substr(0, end));
  rest_.remove_prefix(end);
}

void HtmlReader::read_tag(HtmlPiece& piece) {
  piece.kind = rest_[1] == '/' ? HtmlPiece::Kind::end : HtmlPiece::Kind::begin;
  rest_.remove_prefix(piece.kind == HtmlPiece::Kind::end ? 2 : 1);
  const std::size_t end = std::min(rest_.find_first_of(" \t\n\f\r/>"), rest_.size());
  piece.text = in_small(rest_.substr(0, end));
  rest_.remove_prefix(end);
  while (read_attribute(piece)) {
  }
  skip_past(">");
  if (piece.kind == HtmlPiece::Kind::begin && has_only_text(piece.text)) {
    skip_content_of(piece.text);
  }
}

bool HtmlReader::read_attribute(HtmlPiece& piece) {
  rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n\f\r/"), rest_.size()));
  if (rest_.empty() || rest_.front() == '>') return false;
  // A name may begin with the sign.
  const std::size_t end = std::min(rest_.find_first_of(" \t\n\f\r/>=", 1), rest_.size());
  NameValue& attribute = piece.attributes.emplace_back();
  attribute.name = in_small(rest_.substr(0, end));
  rest_.remove_prefix(end);
  skip_blanks();
  if (!rest_.empty() && rest_.front() == '=') {
    rest_.remove_prefix(1);
    attribute.value = with_characters(read_value());
  }
  return true;
}

std::string_view HtmlReader::read_value() {
  skip_blanks();
  const char quote = rest_.empty() ? '\0' : rest_.front();
  const bool is_quoted = quote == '"' || quote == '\'';
  if (is_quoted) rest_.remove_prefix(1);
  const std::size_t end = is_quoted ? rest_.find(quote) : rest_.find_first_of(" \t\n\f\r>");
  const std::string_view value = rest_.substr(0, end);
  rest_.remove_prefix(value.size());
  if (is_quoted && !rest_.empty()) rest_.remove_prefix(1);
  return value;
}

void HtmlReader::skip_blanks() {
  rest_.remove_prefix(std::min(rest_.find_first_not_of(html_blanks), rest_.size()));
}

void HtmlReader::skip_past(std::string_view end) {
  const std::size_t at = rest_.find(end);
  rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
}

void HtmlReader::skip_content_of(const std::string& element) {
  const auto ends = [&](std::string_view text) {
    return text.substr(0, 2) == "</" && in_small(text.substr(2, element.size())) == element;
  };
  while (!rest_.empty() && !ends(rest_)) {
    rest_.remove_prefix(std::min(rest_.find('<', 1), rest_.size()));
  }
}

}  // namespace petition_box
