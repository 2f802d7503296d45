#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <document/petition.hpp>
#include <json/mistake.hpp>
#include <wire/description.hpp>
#include <wire/protocol.hpp>

namespace petition_box {

// Whether the text of a file is meant as the description of a protocol, not as a petition.
bool is_description(std::string_view text);

// An endpoint of a petition's document.
struct NamedEndpoint {
  const json::Value* written = nullptr;    // in the document
  std::optional<Description> description;  // nothing: it speaks the reference protocol
};

// The petition's own, and those beside it (wire/also.hpp), as far as what is written of them can be
// read. All that is wrong with it is noted with pointers into the document. Folder: of the box's
// files, as embed/build.mjs makes it.
std::vector<NamedEndpoint> endpoints_of(const Petition& petition, const std::string& folder,
                                        json::Mistakes& mistakes);

// For the wire. One without an address has that of an example.
protocol::Endpoint spoken(const Petition& petition, const NamedEndpoint& endpoint);

}  // namespace petition_box
