#pragma once

#include <vector>

#include <document/petition.hpp>
#include <language/language.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

// A signature of nobody, with an answer to all that the petition asks for, which `check` takes, and
// a yes to each consent. For whoever sets an endpoint up and wants to see what is sent there.
// Language: in which the box would speak to whom reads the petition's first language; null where
// its words are not at hand. Then nothing is said of what was agreed to.
Signature sample_signature(const Petition& petition, const Language* language);

// The statement of each consent as it stands there, by the consent's name; where the box's words
// are not at hand, and it has none of its own, words that say that the usual ones stand there.
std::vector<NameValue> sample_statements(const Petition& petition, const Language* language);

}  // namespace petition_box
