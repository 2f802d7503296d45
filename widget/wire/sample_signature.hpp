#pragma once

#include <vector>

#include <document/petition.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

// A signature of nobody, with an answer to all that the petition asks for, which `check` takes, and
// a yes to each consent. For whoever sets an endpoint up and wants to see what is sent there.
Signature sample_signature(const Petition& petition);

// The statement of each consent in the petition's own language, by the consent's name; of one that
// has none of its own, words that say that the usual ones stand there.
std::vector<NameValue> sample_statements(const Petition& petition);

}  // namespace petition_box
