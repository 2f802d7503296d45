#include <filesystem>
#include <utility>
#include <variant>

#include <command/file.hpp>
#include <json/make.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
#include <render/protocols.hpp>
#include <wire/protocol.hpp>
#include <wire/read_description.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;
using json::Value;

constexpr std::size_t most_depth = 32;

// In the document it is all one place.
std::optional<Description> named(const std::string& name, const std::string& folder,
                                 json::Mistakes& mistakes) {
  const auto path = std::filesystem::path(folder) / "protocols" / (name + ".json");
  const auto text = read_file(path, most_description_bytes);
  if (!text) {
    mistakes.push_back({"/endpoint/protocol",
                        "the name of a protocol in " + path.parent_path().string(),
                        '"' + name + '"'});
    return std::nullopt;
  }
  ReadDescription read = read_description(*text);
  if (!read.description) {
    mistakes.push_back(
        {"/endpoint/protocol", "a description without mistakes", describe_in(path, read.mistakes)});
  }
  return std::move(read.description);
}

}  // namespace

bool is_description(std::string_view text) {
  const auto parsed = json::parse(text, {most_description_bytes, most_depth});
  const auto* value = std::get_if<Value>(&parsed);
  return value != nullptr && value->find("protocol") != nullptr &&
         value->find("petition") == nullptr;
}

std::optional<Description> description_for(const Petition& petition, const std::string& folder,
                                           json::Mistakes& mistakes) {
  const protocol::Named protocol = protocol::named_by(petition, {});
  if (!protocol.name.empty()) return named(protocol.name, folder, mistakes);
  if (protocol.written == nullptr) return std::nullopt;
  const Value document = json::make(Kind::object);
  const Place whole{&document};
  const Place endpoint{&petition.endpoint, &whole, "endpoint"};
  ReadDescription read = read_description(Place{protocol.written, &endpoint, "protocol"});
  mistakes.insert(mistakes.end(), read.mistakes.begin(), read.mistakes.end());
  return std::move(read.description);
}

std::string address_of_endpoint(const Petition& petition) {
  std::string address = protocol::address_of(petition, {});
  return address.empty() ? "https://endpoint.example" : address;
}

described::Endpoint endpoint_of(const Petition& petition, const Description& description) {
  return {description, petition, address_of_endpoint(petition)};
}

}  // namespace petition_box
