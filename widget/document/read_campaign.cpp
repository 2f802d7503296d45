#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <document/link.hpp>
#include <document/read_campaign.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

// The third in which a number from 0 to 1 is, written without an exponent; nothing of another.
std::optional<Third> third_of(const json::Value& value) {
  if (value.kind == Kind::integer && value.integer == 0) return Third::first;
  if (value.kind == Kind::integer && value.integer == 1) return Third::last;
  const std::string& written = value.text;
  const bool is_part = value.kind == Kind::fraction && written.compare(0, 2, "0.") == 0 &&
                       written.find_first_not_of("0123456789", 2) == std::string::npos;
  if (!is_part) return std::nullopt;
  if (written[2] < '3') return Third::first;
  return written[2] > '6' ? Third::last : Third::middle;
}

void read_focus(const Place& place, Picture& picture, Reader& reader) {
  if (place.value == nullptr) return;
  const std::vector<json::Member>& numbers = place.value->members;
  if (place.holds(Kind::array) && numbers.size() == 2) {
    const auto across = third_of(numbers[0].value);
    const auto down = third_of(numbers[1].value);
    if (across && down) {
      picture.across = *across;
      picture.down = *down;
      return;
    }
  }
  reader.expected(place, "focus");
}

std::int64_t read_pixels(const Place& picture, const char* name, Reader& reader) {
  return read_count(reader.required(picture, name, "pixels"), "pixels", reader).value_or(0);
}

}  // namespace

std::optional<std::int64_t> read_count(const Place& place, const char* what, Reader& reader) {
  if (place.value == nullptr) return std::nullopt;
  if (place.value->kind == Kind::integer && place.value->integer > 0) return place.value->integer;
  reader.expected(place, what);
  return std::nullopt;
}

Date read_date_at(const Place& place, Reader& reader) {
  const auto date = read_date(reader.text(place));
  if (!date && place.holds(Kind::text)) {
    reader.expected(place, "date");
  }
  return date.value_or(Date{});
}

void read_event(const Place& place, const char* source, Event& event, Reader& reader) {
  const Place date = reader.required(place, "date", "event_date");
  event.date = read_date_at(date, reader);
  if (date.holds(Kind::text)) event.written_date = date.value->text;
  reader.running_text(reader.required(place, "text", "event_text"), event.text);
  reader.link(place, source, event.source);
}

void read_organiser(const Place& place, Organiser& organiser, Reader& reader) {
  if (!reader.object(place, {"name", "url", "logo"})) return;
  reader.translated(place, "name", organiser.name, "organiser_name");
  reader.link(place, "url", organiser.url);
  organiser.logo =
      reader.word(Reader::member(place, "logo"), is_picture_address, "picture_address");
}

void read_picture(const Place& place, Picture& picture, Reader& reader) {
  if (!reader.object(place, {"src", "alt", "width", "height", "focus"})) return;
  picture.src = reader.word(reader.required(place, "src", "picture_address"), is_picture_address,
                            "picture_address");
  reader.translated(place, "alt", picture.alt, "picture_alt");
  picture.width = read_pixels(place, "width", reader);
  picture.height = read_pixels(place, "height", reader);
  read_focus(Reader::member(place, "focus"), picture, reader);
}

void read_news(const Place& list, std::vector<News>& news, Reader& reader) {
  const Items places = reader.items(list);
  news = std::vector<News>(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place place = places[i];
    if (!reader.object(place, {"date", "kind", "text", "link"})) continue;
    read_event(place, "link", news[i].event, reader);
    const Place kind = Reader::member(place, "kind");
    const std::string written = reader.text(kind);
    const auto* const found = std::find(news_kinds.begin(), news_kinds.end(), written);
    if (found == news_kinds.end()) {
      reader.expected(kind, "news_kind");
    } else {
      news[i].kind = static_cast<NewsKind>(found - news_kinds.begin());
    }
  }
}

}  // namespace petition_box
