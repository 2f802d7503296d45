#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <document/petition.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::described {

// A word in the place of the answer to the petition's field of that index, which is found again in
// whatever a protocol makes of it: letters and digits, which nothing escapes.
std::string mark_of(std::size_t field);

// A signature with a mark for each answer, and a yes for each consent.
Signature marked(const Petition& petition);
std::vector<NameValue> marked_statements(const Petition& petition);

}  // namespace petition_box::described
