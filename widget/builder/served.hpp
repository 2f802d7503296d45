#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <document/petition.hpp>
#include <document/proofreader.hpp>
#include <json/mistake.hpp>
#include <wire/description.hpp>

namespace petition_box {

// A petition and how its endpoint speaks.
struct ServedPetition {
  std::shared_ptr<const Petition> petition;  // null where a mistake is an error
  std::optional<Description> description;    // none: the reference protocol
  json::Mistakes mistakes;                   // with pointers into the document
};

// Reads a document, and adds to its mistakes what keeps its endpoint from serving it.
// Description: the text of the file of the protocol that the document names; or, where the document
// has a text in the place of a description, that text, which somebody is still writing.
ServedPetition read_served(std::string_view document, const std::string& description,
                           const Proofreader* proofreader = nullptr);

}  // namespace petition_box
