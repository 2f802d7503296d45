#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <json/make.hpp>
#include <json/write.hpp>
#include <paste/date.hpp>
#include <paste/lines.hpp>
#include <paste/petition.hpp>
#include <paste/values.hpp>
#include <unicode/utf8.hpp>

namespace petition_box::paste {
namespace {

// In characters.
constexpr std::size_t longest_title = 140;
constexpr std::size_t longest_heading = 80;
constexpr std::size_t longest_addressee = 120;

using Lines = std::vector<std::string_view>;

bool is_upper_or_quote(std::string_view text) {
  const CodePoint c = first_code_point(text);
  const bool is_quote = c.value == 0xAB || c.value == 0x201C || c.value == '"';
  // Whatever its letters in lower case are, it is not one of them.
  const bool is_lower = (c.value >= 'a' && c.value <= 'z') || (c.value >= 0xDF && c.value <= 0xFF);
  return is_quote || (!is_lower && c.value > ' ');
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool ends_sentence(std::string_view line) { return ends_with(line, ".") || ends_with(line, ";"); }

// What stands between the date of an event and what happened.
std::string_view without_mark_after_date(std::string_view text, bool& found) {
  text = trimmed(text);
  constexpr std::array<std::string_view, 6> marks{":", "-", "\u2013", "\u2014", ",", "."};
  found = false;
  for (const std::string_view mark : marks) {
    if (text.substr(0, mark.size()) != mark) continue;
    found = true;
    return trimmed(text.substr(mark.size()));
  }
  return text;
}

// "En", "In" and the like before the date of an event, in the languages of the Latin script,
// folded. Of two that begin alike the longer one comes first.
constexpr std::array<std::string_view, 35> prepositions{
    "le ",       "en ",   "depuis le ", "depuis ", "in ",   "on ",     "since ", "am ", "im ",
    "seit dem ", "seit ", "op ",        "sinds ",  "el ",   "des de ", "desde ", "il ", "nel ",
    "dal ",      "a ",    "em ",        "la ",     "pe ",   "din ",    "w ",     "od ", "dnia ",
    "v ",        "dne ",  "dna ",       "u ",      "dana ", "den ",    "i ",     "pa "};

std::string_view without_preposition(std::string_view line) {
  const std::string start = folded(line.substr(0, valid_bytes_of(line.substr(0, 32))));
  for (const std::string_view word : prepositions) {
    if (start.rfind(word, 0) != 0) continue;
    for (std::size_t i = length_of(word); i > 0; --i) {
      line.remove_prefix(first_code_point(line).bytes);
    }
    return line;
  }
  return line;
}

std::optional<FoundEvent> event_in(std::string_view line, const Months& months) {
  const std::string_view item = without_list_mark(line);
  const std::string_view dated_part = without_preposition(item);
  const Dated dated = date_at(dated_part, months);
  if (dated.bytes == 0) return std::nullopt;
  const std::string_view rest = dated_part.substr(dated.bytes);
  bool has_mark = false;
  const std::string_view text = without_mark_after_date(rest, has_mark);
  const bool has_preposition = dated_part.size() < item.size();
  // A sentence that begins with a date goes on in lower case, or with a comma: it is a paragraph.
  const bool has_colon = has_mark && trimmed(rest)[0] != ',' && trimmed(rest)[0] != '.';
  const bool is_event = has_colon || (!has_preposition && is_upper_or_quote(text));
  if (text.empty() || !is_event) return std::nullopt;
  return FoundEvent{dated.date, std::string(text)};
}

bool is_numbered(std::string_view line) {
  return digit_of(first_code_point(line).value) != 0 &&
         without_list_mark(line).size() < line.size();
}

bool is_item(std::string_view line) { return without_list_mark(line).size() < line.size(); }

// What stands behind words that the line begins with, which are folded; nothing where it does not.
std::optional<std::string_view> behind(std::string_view words, std::string_view line) {
  std::string begun;
  while (begun.size() < words.size() && !line.empty()) {
    const std::size_t bytes = first_code_point(line).bytes;
    begun += folded(line.substr(0, bytes));
    line.remove_prefix(bytes);
  }
  if (words.empty() || begun != words) return std::nullopt;
  return trimmed(line);
}

// "Gerichtet an" of "Gerichtet an:".
std::string without_colon(const std::string& words) {
  const std::string_view all = trimmed(words);
  return folded(trimmed(all.substr(0, all.size() - (ends_with(all, ":") ? 1 : 0))));
}

std::optional<std::string_view> behind_any_beginning(std::string_view line,
                                                     const std::string& own_words) {
  constexpr std::array<std::string_view, 14> beginnings{"a l'attention de ",
                                                        "a l'attention du ",
                                                        "petition adressee a ",
                                                        "petition adressee au ",
                                                        "adressee a ",
                                                        "adressee au ",
                                                        "destinataires :",
                                                        "destinataire :",
                                                        "destinataires:",
                                                        "destinataire:",
                                                        "lettre ouverte a ",
                                                        "addressed to",
                                                        "to:",
                                                        "a :"};
  for (const std::string_view beginning : beginnings) {
    if (const auto rest = behind(beginning, line)) return rest;
  }
  const auto rest = behind(without_colon(own_words), line);
  return rest && rest->substr(0, 1) == ":" ? rest : std::nullopt;
}

// A line that says to whom the petition is addressed, without the words that say so.
std::optional<std::string_view> addressee_in(std::string_view line, const std::string& own_words) {
  const auto behind_words = behind_any_beginning(line, own_words);
  if (!behind_words) return std::nullopt;
  std::string_view rest = *behind_words;
  if (rest.substr(0, 1) == ":") rest = trimmed(rest.substr(1));
  if (rest.empty() || length_of(rest) > longest_addressee) return std::nullopt;
  return ends_with(rest, ",") || ends_with(rest, ".") ? rest.substr(0, rest.size() - 1) : rest;
}

std::string_view without_title_mark(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  line = trimmed(line.substr(marks));
  const std::string start = folded(line.substr(0, 16));
  for (const std::string_view word : {"petition :", "petition:"}) {
    if (start.rfind(word, 0) != 0) continue;
    const std::size_t colon = line.find(':');
    return trimmed(line.substr(colon + 1));
  }
  return line;
}

bool is_title(std::string_view line, const Months& months, const std::string& addressed_to) {
  return !line.empty() && length_of(line) <= longest_title && !ends_sentence(line) &&
         !ends_with(line, ":") && !ends_with(line, ",") && !is_item(line) &&
         !event_in(line, months) && !addressee_in(line, addressed_to);
}

bool is_heading(std::string_view line) {
  return length_of(line) <= longest_heading && !ends_sentence(line) && !is_item(line);
}

// Takes title and addressee out of the lines.
void take_beginning(Lines& lines, const Months& months, const std::string& addressed_to,
                    FoundPetition& found) {
  for (auto line = lines.begin(); line != lines.end(); ++line) {
    const auto addressee = addressee_in(*line, addressed_to);
    if (!addressee) continue;
    found.addressee = *addressee;
    lines.erase(line);
    break;
  }
  if (lines.size() < 2) return;
  const std::string_view first = without_title_mark(lines.front());
  if (!is_title(first, months, addressed_to)) return;
  found.title = first;
  lines.erase(lines.begin());
}

enum class Is : std::uint8_t { paragraph, demand, event };

// What each of the lines is: demands are those with a number, unless there is none.
std::vector<Is> kinds_of(const Lines& lines, const Months& months) {
  std::vector<Is> kinds(lines.size(), Is::paragraph);
  const auto is_numbered_demand = [&months](std::string_view line) {
    return is_numbered(line) && !event_in(line, months);
  };
  const bool any_numbered = std::any_of(lines.begin(), lines.end(), is_numbered_demand);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (event_in(lines[i], months)) {
      kinds[i] = Is::event;
    } else if (any_numbered ? is_numbered(lines[i]) : is_item(lines[i])) {
      kinds[i] = Is::demand;
    }
  }
  return kinds;
}

// Whether the line is the heading of the first of that kind, which has no heading yet.
bool heads(const Lines& lines, const std::vector<Is>& kinds, std::size_t i, Is kind) {
  const bool is_before = i + 1 < lines.size() && kinds[i] == Is::paragraph && kinds[i + 1] == kind;
  return is_before && is_heading(lines[i]);
}

void take_rest(const Lines& lines, const Months& months, FoundPetition& found) {
  const std::vector<Is> kinds = kinds_of(lines, months);
  bool goes_on = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (kinds[i] == Is::event) {
      found.timeline.push_back(*event_in(lines[i], months));
    } else if (kinds[i] == Is::demand) {
      found.demands.emplace_back(without_list_mark(lines[i]));
    } else if (found.demands.empty() && found.demands_heading.empty() &&
               heads(lines, kinds, i, Is::demand)) {
      found.demands_heading = lines[i];
    } else if (found.timeline.empty() && found.timeline_heading.empty() &&
               heads(lines, kinds, i, Is::event)) {
      found.timeline_heading = lines[i];
    } else {
      (goes_on ? found.conclusion : found.introduction).emplace_back(lines[i]);
    }
    goes_on = goes_on || kinds[i] != Is::paragraph;
  }
}

json::Value translated(const std::string& text, const std::string& language) {
  json::Value texts = json::make(json::Kind::object);
  json::put(texts, language, json::make_text(text));
  return texts;
}

json::Value list_of(const std::vector<std::string>& texts, const std::string& language) {
  json::Value list = json::make(json::Kind::array);
  for (const std::string& text : texts) list.members.push_back({{}, translated(text, language)});
  return list;
}

}  // namespace

FoundPetition find_petition(std::string_view text, const Months& months,
                            const std::string& addressed_to) {
  Lines lines = lines_of(text);
  FoundPetition found;
  take_beginning(lines, months, addressed_to, found);
  take_rest(lines, months, found);
  return found;
}

std::string document_in(std::string_view text, const std::string& language, const Months& months,
                        const std::string& addressed_to) {
  const FoundPetition found = find_petition(text, months, addressed_to);
  json::Value document = json::make(json::Kind::object);
  const auto put = [&](std::string_view name, const std::string& words) {
    if (!words.empty()) json::put(document, name, translated(words, language));
  };
  const auto put_list = [&](std::string_view name, const std::vector<std::string>& texts) {
    if (!texts.empty()) json::put(document, name, list_of(texts, language));
  };
  json::Value languages = json::make(json::Kind::array);
  languages.members.push_back({{}, json::make_text(language)});
  json::put(document, "languages", std::move(languages));
  if (!found.title.empty()) json::put(document, "petition", json::make_text(name(found.title)));
  put("title", found.title);
  put("addressee", found.addressee);
  put_list("introduction", found.introduction);
  put_list("demands", found.demands);
  json::Value headings = json::make(json::Kind::object);
  if (!found.demands_heading.empty())
    json::put(headings, "demands", translated(found.demands_heading, language));
  if (!found.timeline_heading.empty())
    json::put(headings, "timeline", translated(found.timeline_heading, language));
  if (!headings.members.empty()) json::put(document, "headings", std::move(headings));
  json::Value timeline = json::make(json::Kind::array);
  for (const FoundEvent& event : found.timeline) {
    json::Value one = json::make(json::Kind::object);
    json::put(one, "date", json::make_text(event.date));
    json::put(one, "text", translated(event.text, language));
    timeline.members.push_back({{}, std::move(one)});
  }
  if (!timeline.members.empty()) json::put(document, "timeline", std::move(timeline));
  put_list("conclusion", found.conclusion);
  return json::write(document);
}

std::vector<std::string> paragraphs_in(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (const std::string_view line : lines_of(text))
    paragraphs.emplace_back(without_list_mark(line));
  return paragraphs;
}

}  // namespace petition_box::paste
