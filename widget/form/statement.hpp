#pragma once

#include <string>
#include <vector>

#include <document/petition.hpp>
#include <language/language.hpp>

namespace petition_box {

// What the signer reads beside a consent, and agrees to.
struct Statement {
  std::string language;  // BCP 47, of the text
  std::string text;
};

// The petition's own words in the language that suits the ranges, else the catalogue's with the
// controller's name put in (GDPR Art. 4(11): informed, so the controller is named).
Statement statement_of(Purpose purpose, const Petition& petition, const Language& language,
                       const std::vector<std::string>& ranges);

}  // namespace petition_box
