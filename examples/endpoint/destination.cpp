#include <algorithm>
#include <optional>
#include <utility>

#include <command/protocols.hpp>
#include <endpoint/destination.hpp>
#include <endpoint/policy.hpp>
#include <wire/marks.hpp>
#include <wire/protocol.hpp>

namespace petition_box::endpoint {
namespace {

void add_host(std::vector<std::string>& hosts, const std::string& address) {
  std::string origin = origin_of(address);
  if (origin.empty() || std::find(hosts.begin(), hosts.end(), origin) != hosts.end()) return;
  hosts.push_back(std::move(origin));
}

}  // namespace

Destination destination_of(const Petition& petition, const std::string& embed,
                           json::Mistakes& mistakes) {
  std::vector<NamedEndpoint> endpoints = endpoints_of(petition, embed, mistakes);
  Destination destination;
  destination.url = protocol::address_of(petition.endpoint, {});
  for (const NamedEndpoint& endpoint : endpoints) {
    if (!endpoint.description) {
      add_host(destination.hosts, destination.url);
      continue;
    }
    const protocol::Endpoint spoken_with = spoken(petition, endpoint);
    add_host(destination.hosts, protocol::post(spoken_with, described::marked(petition),
                                               described::marked_statements(petition))
                                    .url);
    add_host(destination.hosts, protocol::ask_standing(spoken_with).url);
  }
  std::optional<Description>& own = endpoints.front().description;
  if (own) destination.description = std::make_shared<const Description>(std::move(*own));
  return destination;
}

}  // namespace petition_box::endpoint
