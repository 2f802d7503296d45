#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <wire/urlencoded.hpp>

namespace petition_box {

// A box of a form with a statement: whoever ticks it agrees to that.
struct FormConsent {
  std::string name;
  std::string statement;  // in plain text, its lines as the page breaks them; may be empty
  bool optional = false;  // or else the form takes nobody who leaves it
  bool inverted = false;  // a tick is a no
};

struct FormInPage {
  std::vector<NameValue> hidden;    // controls that nobody sees
  std::vector<std::string> fields;  // names of the others, each once, in their order
  std::vector<FormConsent> consents;
};

// The classes by which a page knows the boxes: of an element around each, and what it has besides.
struct ConsentClasses {
  std::string_view consent;  // empty: the page has no such boxes
  std::string_view optional;
  std::string_view inverted;
};

// The forms of a page in HTML.
std::vector<FormInPage> forms_in(std::string_view page, const ConsentClasses& classes);

}  // namespace petition_box
