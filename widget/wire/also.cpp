#include <document/link.hpp>
#include <document/reader.hpp>
#include <json/make.hpp>
#include <json/place.hpp>
#include <wire/also.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;
using json::Value;

constexpr std::size_t most_destinations = 4;

// The first endpoint keeps that somebody has signed.
void read_consent(const Place& place, const Petition& petition, Reader& reader) {
  const std::string name = reader.text(place);
  if (name.empty()) return;
  if (name == purpose::sign || petition.consent(name) == nullptr) {
    reader.expected(place, "also_consent");
  }
}

// Its options are read with its description.
void read_destination(const Place& place, const Petition& petition, Reader& reader) {
  if (!reader.is(place, Kind::object)) return;
  std::string url;
  reader.link(place, "url", url, "also_address");
  const Place protocol = reader.required(place, "protocol", "described_protocol");
  if (!protocol.holds(Kind::object)) {
    const std::string name = reader.word(protocol, is_slug, "petition_name_form");
    if (name == "reference") reader.expected(protocol, "described_protocol");
  }
  read_consent(reader.required(place, "for", "also_consent"), petition, reader);
}

}  // namespace

std::vector<const Value*> also_of(const Petition& petition) {
  std::vector<const Value*> items;
  const Value* also = petition.endpoint.find("also");
  if (also == nullptr) return items;
  for (const json::Member& item : also->members) items.push_back(&item.value);
  return items;
}

bool is_wanted(const Value& item, const Answers& answers) {
  return answers.gives(item.text_of("for"));
}

json::Mistakes mistakes_in_also(const Petition& petition) {
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  const Value document = json::make(Kind::object);
  const Place whole{&document};
  const Place endpoint{&petition.endpoint, &whole, "endpoint"};
  const Place list = Reader::member(endpoint, "also");
  if (list.value == nullptr) return mistakes;
  for (const Place& place : reader.items(list)) read_destination(place, petition, reader);
  if (list.value->members.size() > most_destinations) reader.expected(list, "most_destinations");
  return mistakes;
}

}  // namespace petition_box
