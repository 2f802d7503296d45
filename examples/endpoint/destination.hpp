#pragma once

#include <memory>
#include <string>
#include <vector>

#include <document/petition.hpp>
#include <json/mistake.hpp>
#include <wire/description.hpp>

namespace petition_box::endpoint {

// Where the signatures of a petition go, as its document says.
struct Destination {
  std::shared_ptr<const Description> description;  // of its endpoint; null: the reference protocol
  std::string url;                                 // of that endpoint; empty: this one
  std::vector<std::string> hosts;                  // all origins that its box sends to and asks
};

// What keeps an endpoint from serving the petition is added to the mistakes. Embed: the folder of
// the box's files.
Destination destination_of(const Petition& petition, const std::string& embed,
                           json::Mistakes& mistakes);

}  // namespace petition_box::endpoint
