#include <filesystem>
#include <utility>
#include <variant>

#include <command/file.hpp>
#include <command/protocols.hpp>
#include <json/make.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
#include <json/write.hpp>
#include <trial/trying.hpp>
#include <wire/also.hpp>
#include <wire/described.hpp>
#include <wire/protocol.hpp>
#include <wire/read_description.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;
using json::Value;

// In the document it is all one place. Endpoint: its pointer there, or that of its count.
std::optional<Description> named(const std::string& name, const std::string& endpoint,
                                 const std::string& folder, json::Mistakes& mistakes) {
  const auto path = std::filesystem::path(folder) / "protocols" / (name + ".json");
  const auto text = read_file(path, most_description_bytes);
  if (!text) {
    mistakes.push_back({endpoint + "/protocol",
                        "the name of a protocol in " + path.parent_path().string(),
                        '"' + name + '"'});
    return std::nullopt;
  }
  ReadDescription read = read_description(*text);
  if (!read.description) {
    mistakes.push_back({endpoint + "/protocol", "a description without mistakes",
                        describe_in(path, read.mistakes)});
  }
  return std::move(read.description);
}

// Of the protocol that the endpoint names or holds. Nothing for the reference protocol, and where
// there is none.
std::optional<Description> description_for(const Place& endpoint, const std::string& folder,
                                           json::Mistakes& mistakes) {
  const protocol::Named protocol = protocol::named_by(*endpoint.value, {});
  if (!protocol.name.empty()) {
    return named(std::string(protocol.name), json::pointer(endpoint), folder, mistakes);
  }
  ReadDescription read = held_description(endpoint);
  append(mistakes, std::move(read.mistakes));
  return std::move(read.description);
}

// A box is told how to ask for a count; a name stands for what its protocol says of that, which is
// to be written in its place.
void resolve_count(const Petition& petition, const std::string& folder, json::Mistakes& mistakes) {
  constexpr const char* place = "/endpoint/count";
  const Value* count = petition.endpoint.find("count");
  const Value* protocol = count == nullptr ? nullptr : count->find("protocol");
  if (protocol == nullptr || protocol->kind != Kind::text) return;
  const auto description = named(protocol->text, place, folder, mistakes);
  if (!description) return;
  const auto written = described::written_count(
      {*description, petition, *count, std::string(count->text_of("url"))});
  if (written) {
    mistakes.push_back({place, json::write(*written), "the name of a protocol"});
  } else {
    mistakes.push_back({std::string(place) + "/protocol",
                        "a protocol that tells a count, with what it asks for",
                        '"' + protocol->text + '"'});
  }
}

}  // namespace

bool is_description(std::string_view text) {
  const auto parsed = json::parse(text, description_limits);
  const auto* value = std::get_if<Value>(&parsed);
  return value != nullptr && value->find("protocol") != nullptr &&
         value->find("petition") == nullptr;
}

std::vector<NamedEndpoint> endpoints_of(const Petition& petition, const std::string& folder,
                                        json::Mistakes& mistakes) {
  const Value document = json::make(Kind::object);
  const Place whole{&document};
  const Place own{&petition.endpoint, &whole, "endpoint"};
  std::vector<NamedEndpoint> endpoints;
  endpoints.push_back({own.value, description_for(own, folder, mistakes)});
  // Of what has no description that can be read nobody knows the options.
  const bool is_known = endpoints.front().description.has_value() ||
                        protocol::named_by(petition.endpoint, {}).is_reference();
  if (is_known) append(mistakes, protocol::what_it_cannot_say(spoken(petition, endpoints.front())));
  resolve_count(petition, folder, mistakes);
  json::Mistakes in_also = mistakes_in_also(petition);
  const bool may_be_read = in_also.empty();
  append(mistakes, std::move(in_also));
  if (!may_be_read) return endpoints;
  const Place list{own.value->find("also"), &own, "also"};
  const auto also = also_of(petition);
  for (std::size_t i = 0; i < also.size(); ++i) {
    endpoints.push_back({also[i], description_for({also[i], &list, {}, i}, folder, mistakes)});
    append(mistakes, protocol::what_it_cannot_say_also(spoken(petition, endpoints.back()), i));
  }
  return endpoints;
}

protocol::Endpoint spoken(const Petition& petition, const NamedEndpoint& endpoint) {
  return {&petition, address_or_example(*endpoint.written),
          endpoint.description ? &*endpoint.description : nullptr, endpoint.written};
}

}  // namespace petition_box
