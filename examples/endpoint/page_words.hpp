#pragma once

#include <string>
#include <vector>

#include <language/catalogue.hpp>

namespace petition_box::endpoint {

// What pages of the endpoint say and the box never does, in the language that suits the earliest of
// the ranges (RFC 4647 section 3.4); in English where none does.
const Catalogue& page_words(const std::vector<std::string>& ranges);

}  // namespace petition_box::endpoint
