#include <utility>

#include <json/parse.hpp>
#include <json/place.hpp>
#include <language/catalogue.hpp>

namespace petition_box {

std::variant<Catalogue, json::Mistakes> Catalogue::read(std::string_view tag,
                                                        std::string_view text) {
  auto parsed = json::parse(text, {most_bytes, 2});
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
    expect({&member.value, &whole, member.name}, json::Kind::text);
  }
  if (!mistakes.empty()) return mistakes;
  return catalogue;
}

const std::string* Catalogue::find(std::string_view key) const {
  const json::Value* value = texts_.find(key);
  return value == nullptr ? nullptr : &value->text;
}

}  // namespace petition_box
