#include <utility>

#include <json/parse.hpp>
#include <json/place.hpp>
#include <language/catalogue.hpp>

namespace petition_box {
namespace {

constexpr std::string_view listed = "phrases";

}  // namespace

std::variant<Catalogue, json::Mistakes> Catalogue::read(std::string_view tag,
                                                        std::string_view text) {
  auto parsed = json::parse(text, {most_bytes, 3});
  if (auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    return json::Mistakes{std::move(*mistake)};
  }
  json::Mistakes mistakes;
  const auto expect = [&](const json::Place& place, json::Kind kind) {
    if (place.holds(kind)) return;
    mistakes.push_back({});
    json::Mistake& mistake = mistakes.back();
    mistake.pointer = json::pointer(place);
    if (json::mistakes_say_what) {
      mistake.expected = name_of(kind);
      mistake.found = name_of(place.value->kind);
    }
  };
  Catalogue catalogue;
  catalogue.tag_ = tag;
  catalogue.texts_ = std::move(*std::get_if<json::Value>(&parsed));
  const json::Place whole{&catalogue.texts_};
  expect(whole, json::Kind::object);
  for (const json::Member& member : catalogue.texts_.members) {
    const json::Place place{&member.value, &whole, member.name};
    const bool is_list = member.name == listed;
    expect(place, is_list ? json::Kind::array : json::Kind::text);
    std::size_t index = 0;
    for (const json::Member& item : member.value.members) {
      expect({&item.value, &place, {}, index++}, json::Kind::text);
    }
  }
  if (!mistakes.empty()) return mistakes;
  return catalogue;
}

const std::string* Catalogue::find(Phrase phrase) const {
  const json::Value* list = texts_.find(listed);
  if (list == nullptr) return find(key_of(phrase));
  const auto at = static_cast<std::size_t>(phrase);
  return at < list->members.size() ? &list->members[at].value.text : nullptr;
}

const std::string* Catalogue::find(std::string_view key) const {
  const json::Value* value = texts_.find(key);
  return value == nullptr ? nullptr : &value->text;
}

}  // namespace petition_box
