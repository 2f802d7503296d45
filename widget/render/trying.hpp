#pragma once

#include <string>

#include <document/petition.hpp>
#include <render/protocols.hpp>
#include <wire/described.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// A petition that asks for all that every box knows, for a description by itself.
Petition petition_of_all_fields();

// The request that a signature would make there, of nobody (wire/sample_signature.hpp).
std::string request_of(const Petition& petition, const NamedEndpoint& endpoint);

// What an answer of the endpoint means, line by line: the outcome, the rule that it is by, the
// fields that were refused, and what the rule says to whoever set it up.
std::string meaning_of(const described::Endpoint& endpoint, const Response& response);

}  // namespace petition_box
