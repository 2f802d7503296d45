#pragma once

#include <string>
#include <vector>

#include <document/petition.hpp>

namespace petition_box::endpoint {

// The origins that the document of a petition names for its pictures, the one that it is on aside.
std::vector<std::string> picture_hosts_of(const Petition& petition);

}  // namespace petition_box::endpoint
