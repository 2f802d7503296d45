#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include <document/advice.hpp>
#include <document/running_text.hpp>
#include <json/decimal.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

// In bytes; what is longer is none.
constexpr std::size_t longest_tag = 200;
constexpr std::size_t longest_reference = 32;
constexpr std::int64_t ms_an_hour = 3'600'000;

// The tag that the text begins with ("<b>", "</b>", "<br />", "<a href=...>"), or nothing.
std::string_view tag_at(std::string_view text) {
  const std::size_t end = text.substr(0, longest_tag).find('>');
  if (text.front() != '<' || end == std::string_view::npos) return {};
  const std::string_view inner = text.substr(1, end - 1);
  const std::size_t name = inner.rfind('/', 0) == 0 ? 1 : 0;
  if (name == inner.size() || !is_letter(inner[name])) return {};
  std::size_t rest = name;
  while (rest < inner.size() && is_alphanumeric(inner[rest])) ++rest;
  const bool is_whole = inner.find_first_not_of(" /", rest) == std::string_view::npos;
  const bool has_attributes = inner.find(' ') == rest && inner.find('=') != std::string_view::npos;
  return is_whole || has_attributes ? text.substr(0, end + 1) : std::string_view();
}

// The character reference that the text begins with ("&amp;", "&#38;"), or nothing.
std::string_view reference_at(std::string_view text) {
  if (text.front() != '&') return {};
  const std::size_t end = text.substr(0, longest_reference).find(';');
  const std::size_t name = text.size() > 1 && text[1] == '#' ? 2 : 1;
  if (end == std::string_view::npos || end == name) return {};
  const std::string_view inner = text.substr(name, end - name);
  return std::all_of(inner.begin(), inner.end(), is_alphanumeric) ? text.substr(0, end + 1)
                                                                  : std::string_view();
}

std::string_view html_at(std::string_view text, bool /*begins_line*/) {
  const std::string_view tag = tag_at(text);
  if (!tag.empty()) return tag;
  return text.rfind("<!--", 0) == 0 ? text.substr(0, 4) : reference_at(text);
}

template <std::size_t size>
std::string_view any_at(const std::array<std::string_view, size>& pieces, std::string_view text) {
  for (const std::string_view piece : pieces) {
    if (text.rfind(piece, 0) == 0) return piece;
  }
  return {};
}

std::string_view markdown_at(std::string_view text, bool /*begins_line*/) {
  constexpr std::array<std::string_view, 3> pieces{"**", "](", "```"};
  return any_at(pieces, text);
}

// What begins a line as a heading or an item of a list: "## ", "- ", "1. ", or nothing.
std::string_view line_mark_at(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  std::size_t end = std::string_view("-*+").find(text.front()) == std::string_view::npos ? 0 : 1;
  if (marks > 0 && marks <= 6) end = marks;
  // More digits are a year that a sentence ends with.
  const bool is_numbered = digits > 0 && digits <= 2 && digits < text.size() &&
                           (text[digits] == '.' || text[digits] == ')');
  if (is_numbered) end = digits + 1;
  return end > 0 && end < text.size() && text[end] == ' ' ? text.substr(0, end + 1)
                                                          : std::string_view();
}

// Markdown that running text does not have.
std::string_view other_markdown_at(std::string_view text, bool begins_line) {
  const bool is_code = text.front() == '`' && text.find('`', 1) != std::string_view::npos;
  if (is_code) return text.substr(0, 1);
  const bool is_end_of_link = text.rfind("](", 0) == 0;
  if (is_end_of_link && target_at(text.substr(1)).address.empty()) return text.substr(0, 2);
  if (text.rfind("![", 0) == 0) return text.substr(0, 2);
  return begins_line ? line_mark_at(text) : std::string_view();
}

// Of Jekyll, Hugo, Twig, Vue, Angular and MediaWiki; of Jinja and Liquid; of EJS and PHP; of
// scripts.
std::string_view template_at(std::string_view text, bool /*begins_line*/) {
  constexpr std::array<std::string_view, 6> pieces{"{{", "{%", "{#", "<%", "<?", "${"};
  return any_at(pieces, text);
}

struct Mind {
  // What of it the text begins with.
  std::string_view (*at)(std::string_view text, bool begins_line);
  const char* expected;
};

using Minds = std::array<Mind, 3>;

constexpr Mind html{html_at, "no_html"};
constexpr Mind templates{template_at, "no_template"};
constexpr Minds of_plain_text{{html, {markdown_at, "no_markdown"}, templates}};
constexpr Minds of_running_text{{html, {other_markdown_at, "few_marks"}, templates}};

// What of it the text has first, or nothing.
std::string_view find(const Mind& mind, const std::string& text, bool is_running) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (is_running && is_escape(rest)) {
      ++i;
      continue;
    }
    const std::string_view found = mind.at(rest, i == 0 || text[i - 1] == '\n');
    if (!found.empty()) return found;
  }
  return {};
}

// Whether each isolate of direction (U+2066 to U+2068) has its end (U+2069): else it turns what the
// box writes after it.
bool closes_isolates(std::string_view text) {
  std::size_t open = 0;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    text.remove_prefix(c.bytes);
    if (c.value >= 0x2066 && c.value <= 0x2068) ++open;
    if (c.value != 0x2069) continue;
    if (open == 0) return false;
    --open;
  }
  return open == 0;
}

// As far as both are known.
bool is_before(const Date& one, const Date& other) {
  if (one.year != other.year) return one.year < other.year;
  if (one.month == 0 || other.month == 0) return false;
  if (one.month != other.month) return one.month < other.month;
  return one.day != 0 && other.day != 0 && one.day < other.day;
}

// Where the zone's clock is not known: for anybody on Earth.
bool is_over(const Petition& petition, std::int64_t now) {
  if (petition.closes_at) return petition.is_closed(now);
  return petition.closes && petition.closes->day != 0 &&
         now >= end_of(*petition.closes) + 12 * ms_an_hour;
}

}  // namespace

void Advice::see(const json::Place& place, const Text& text, json::Mistakes& mistakes) const {
  for (const Translation& translation : text.translations) {
    std::string pointer = json::pointer(place);
    if (place.holds(json::Kind::object)) json::append_token(pointer, translation.language);
    for (const Mind& mind : text.is_running ? of_running_text : of_plain_text) {
      const std::string_view found = find(mind, translation.text, text.is_running);
      if (found.empty()) continue;
      mistakes.push_back(
          {pointer, mind.expected, '"' + std::string(found) + '"', json::Severity::warning});
    }
    if (closes_isolates(translation.text)) continue;
    mistakes.push_back(
        {std::move(pointer), "closed_isolates", "one without the other", json::Severity::warning});
  }
}

void Advice::see_whole(const Petition& petition, json::Mistakes& mistakes) const {
  if (is_over(petition, now_)) {
    mistakes.push_back({"/closes", "day_to_come", "a day in the past", json::Severity::warning});
  }
  const auto& events = petition.timeline;
  for (std::size_t i = 1; i < events.size(); ++i) {
    // A date that could not be read is told as that.
    const bool are_known = events[i - 1].date.year != 0 && events[i].date.year != 0;
    if (!are_known || !is_before(events[i].date, events[i - 1].date)) continue;
    mistakes.push_back(
        {"/timeline/" + json::decimal(static_cast<std::int64_t>(i)) + "/date", "date_in_order",
         '"' + events[i].written_date + "\" after \"" + events[i - 1].written_date + '"',
         json::Severity::warning});
  }
}

}  // namespace petition_box
