#include <utility>

#include <english/mistakes.hpp>
#include <json/make.hpp>
#include <json/place.hpp>
#include <trial/trying.hpp>
#include <wire/described.hpp>
#include <wire/request_text.hpp>
#include <wire/sample_signature.hpp>

namespace petition_box {

using json::Place;
using json::Value;

Petition petition_of_all_fields() {
  Petition petition;
  petition.languages = {"en"};
  for (const KnownField& known : known_fields) {
    Field& field = petition.fields.emplace_back();
    field.name = known.name;
    field.kind = known.kind;
  }
  for (const std::string_view purpose : known_purposes) {
    petition.consents.emplace_back().name = purpose;
  }
  return petition;
}

ReadDescription held_description(const Place& endpoint) {
  const Value* written = protocol::named_by(*endpoint.value, {}).written;
  if (written == nullptr) return {};
  return read_description(Place{written, &endpoint, "protocol"});
}

ReadDescription held_description(const Petition& petition) {
  const Value document = json::make(json::Kind::object);
  const Place whole{&document};
  return held_description(Place{&petition.endpoint, &whole, "endpoint"});
}

std::string address_or_example(const Value& endpoint) {
  std::string address = protocol::address_of(endpoint, {});
  return address.empty() ? "https://endpoint.example" : address;
}

described::Endpoint endpoint_of(const Petition& petition, const Description& description) {
  return {description, petition, petition.endpoint, address_or_example(petition.endpoint)};
}

std::optional<Request> sample_request(const protocol::Endpoint& endpoint, const Language* language,
                                      json::Mistakes& mistakes) {
  const Petition& petition = *endpoint.petition;
  const Signature signature = sample_signature(petition, language);
  if (endpoint.description == nullptr) return protocol::post(endpoint, signature, {});
  const Value& written = endpoint.written == nullptr ? petition.endpoint : *endpoint.written;
  return described::post({*endpoint.description, petition, written, endpoint.url}, signature,
                         sample_statements(petition, language), mistakes);
}

std::string request_of(const protocol::Endpoint& endpoint, const Language* language) {
  json::Mistakes mistakes;
  const auto request = sample_request(endpoint, language, mistakes);
  return request ? text_of(*request) : describe_in_english(std::move(mistakes)) + '\n';
}

}  // namespace petition_box
