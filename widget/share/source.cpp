#include <utility>
#include <variant>

#include <document/read.hpp>
#include <document/reader.hpp>
#include <json/parse.hpp>
#include <share/source.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_document_depth = 32;

std::vector<std::string> languages_in(const json::Place& document) {
  std::vector<std::string> languages;
  const json::Place list = Reader::member(document, "languages");
  if (list.holds(json::Kind::array)) {
    for (const json::Member& item : list.value->members) languages.push_back(item.value.text);
  }
  if (languages.empty()) languages.emplace_back("und");
  return languages;
}

}  // namespace

ShareSource read_share_source(std::string_view document) {
  ShareSource source;
  const auto parsed = json::parse(document, {most_document_bytes, most_document_depth});
  const auto* value = std::get_if<json::Value>(&parsed);
  if (value == nullptr) return source;
  const json::Place whole{value};
  json::Mistakes mistakes;
  Reader reader(languages_in(whole), mistakes);
  reader.translated(whole, "title", source.title);
  if (json::has_error(mistakes)) source.title = {};
  mistakes.clear();
  read_onward(whole, source.onward, reader);
  if (json::has_error(mistakes)) source.onward = {};
  return source;
}

Told told(const ShareSource& source, const std::vector<std::string>& ranges, std::string address) {
  Told told;
  if (!source.title.empty()) told.title = source.title.in(ranges).text;
  const Text& text = source.onward.share;
  told.text = text.empty() ? told.title : text.in(ranges).text;
  told.address = std::move(address);
  return told;
}

}  // namespace petition_box
