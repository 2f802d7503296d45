#pragma once

#include <string>

#include <document/reader.hpp>
#include <document/text.hpp>
#include <json/place.hpp>

namespace petition_box {

// What a document says for those who have signed.
struct Onward {
  Text share;       // what they tell others; empty: the title
  Text reason;      // why to take the next step, in a sentence; may be empty
  Text label;       // what it is
  std::string url;  // a link; empty: there is none
};

// Reads the members "share" and "next" of the document.
void read_onward(const json::Place& document, Onward& onward, Reader& reader);

}  // namespace petition_box
