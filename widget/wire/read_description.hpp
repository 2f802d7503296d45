#pragma once

#include <optional>
#include <string_view>

#include <json/mistake.hpp>
#include <json/place.hpp>
#include <wire/description.hpp>

namespace petition_box {

struct ReadDescription {
  std::optional<Description> description;  // there unless a mistake is an error
  json::Mistakes mistakes;                 // all of them
};

// Reads the description of a protocol (embed/protocol.schema.json describes it for editors), as a
// file holds it.
ReadDescription read_description(std::string_view text);

// The same of one within a document.
ReadDescription read_description(const json::Place& place);

}  // namespace petition_box
