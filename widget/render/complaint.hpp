#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <json/locate.hpp>
#include <json/mistake.hpp>

namespace petition_box {

// A mistake in a file, where an editor finds it.
struct Complaint {
  std::string file;
  json::Position position;
  json::Mistake mistake;
};

// The mistakes that were found in the text of the file, in the order of their places.
std::vector<Complaint> complaints_about(const std::string& file, std::string_view text,
                                        const json::Mistakes& mistakes);

// "petition.json:3:9: error: /title: expected a text, found a number", as compilers write it;
// always one line.
std::string line_of(const Complaint& complaint);

// "error" or "warning".
const char* name_of(json::Severity severity);

}  // namespace petition_box
