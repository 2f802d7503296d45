#include <algorithm>
#include <utility>

#include <json/parse.hpp>
#include <language/catalogue.hpp>

namespace petition_box {

std::variant<Catalogue, json::Mistakes> Catalogue::read(std::string_view tag,
                                                        std::string_view text) {
  auto parsed = json::parse(text, {most_bytes, 2});
  if (auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    return json::Mistakes{std::move(*mistake)};
  }
  auto& root = *std::get_if<json::Value>(&parsed);
  if (root.kind != json::Kind::object) {
    return json::Mistakes{{{}, "an object from key to text", std::string(name_of(root.kind))}};
  }
  Catalogue catalogue;
  catalogue.tag_ = tag;
  json::Mistakes mistakes;
  for (json::Member& member : root.members) {
    if (member.value.kind == json::Kind::text) {
      catalogue.entries_.push_back({std::move(member.name), std::move(member.value.text)});
    } else {
      mistakes.push_back({"/" + member.name, "a text", std::string(name_of(member.value.kind))});
    }
  }
  if (!mistakes.empty()) return mistakes;
  std::sort(catalogue.entries_.begin(), catalogue.entries_.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  return catalogue;
}

const std::string* Catalogue::find(std::string_view key) const {
  const auto entry = std::lower_bound(entries_.begin(), entries_.end(), key,
                                      [](const Entry& e, std::string_view k) { return e.key < k; });
  return entry != entries_.end() && entry->key == key ? &entry->text : nullptr;
}

}  // namespace petition_box
