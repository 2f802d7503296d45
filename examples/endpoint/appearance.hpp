#pragma once

#include <string>

#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// How a reader wants a page of the box, as its address says.
struct Appearance {
  std::string language;  // BCP 47; empty: the most wanted of the petition's own
  bool framed = false;   // in a frame, of whatever page
  std::string accent;    // in a frame: #rgb or #rrggbb; empty: the box's own
  std::string wanted;    // Accept-Language
};

// Reads lang, in and accent of the query, and Accept-Language. Values of another form are passed
// over.
Appearance appearance_of(const Request& request);

// The address, with what a frame has to be told again to look the same.
std::string in_same_frame(std::string address, const Appearance& appearance);

}  // namespace petition_box::endpoint
