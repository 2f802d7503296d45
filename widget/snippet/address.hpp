#pragma once

#include <string>
#include <string_view>

#include <document/petition.hpp>

namespace petition_box {

// The address with one more name and value in its query (percent-encoded), before its fragment.
std::string with_query(std::string address, std::string_view name, std::string_view value);

// The same with "lang", where the language is a language tag (BCP 47).
std::string in_language(std::string address, const std::string& language);

// The address of a petition's document at an endpoint which has it in each of its languages alone,
// too: in the one that suits readers of this one. As it is where the petition has no other.
std::string document_address(std::string address, const Petition& petition,
                             const std::string& language);

// Where a form without script is sent: the endpoint, told of the language of the form, so that its
// answer is in it; the page that a browser gets for an answer is shown from its errors on.
std::string form_address(std::string endpoint, const std::string& language);

// Where the script in a folder finds the other files: in that of its own version (embed/served.js).
// Both addresses end in '/'.
std::string folder_of(std::string base, const std::string& version);

}  // namespace petition_box
