#pragma once

#include <string>
#include <vector>

#include <document/petition.hpp>
#include <form/answers.hpp>
#include <language/language.hpp>

namespace petition_box {

// What the signer reads beside a consent, and agrees to.
struct Statement {
  std::string language;  // BCP 47, of the text
  std::string text;      // as its author wrote it
};

// The petition's own words in the language that suits the ranges, else the catalogue's with the
// name of who asks put in (GDPR Art. 4(11): informed, so whoever gets the data is named).
Statement statement_of(const Consent& consent, const Petition& petition, const Language& language,
                       const std::vector<std::string>& ranges);

// Notes at each consent of the petition which statement stood beside it, where that is not known
// yet. The hash is of the statement's text: how it is shown never changes it.
void note_evidence(Answers& answers, const Petition& petition, const Language& language,
                   const std::vector<std::string>& ranges);

}  // namespace petition_box
