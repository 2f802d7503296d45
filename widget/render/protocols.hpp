#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <document/petition.hpp>
#include <json/mistake.hpp>
#include <wire/described.hpp>
#include <wire/description.hpp>

namespace petition_box {

// Whether the text of a file is meant as the description of a protocol, not as a petition.
bool is_description(std::string_view text);

// The description of the protocol that the petition's document names or holds; nothing for the
// reference protocol, and where there is none or it has mistakes, which are noted with pointers
// into the document. Folder: of the box's files, as embed/build.mjs makes it.
std::optional<Description> description_for(const Petition& petition, const std::string& folder,
                                           json::Mistakes& mistakes);

// The address of the endpoint that the petition names; where it names none, that of an example.
std::string address_of_endpoint(const Petition& petition);

// That endpoint.
described::Endpoint endpoint_of(const Petition& petition, const Description& description);

}  // namespace petition_box
