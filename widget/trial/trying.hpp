#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <document/petition.hpp>
#include <json/mistake.hpp>
#include <json/place.hpp>
#include <language/language.hpp>
#include <wire/described.hpp>
#include <wire/description.hpp>
#include <wire/outcome.hpp>
#include <wire/protocol.hpp>
#include <wire/read_description.hpp>
#include <wire/request.hpp>

// What whoever sets an endpoint up tries with it: a request with sample answers, and what comes
// back.
namespace petition_box {

// A petition that asks for all that every box knows, for a description by itself.
Petition petition_of_all_fields();

// The description that the endpoint of a document holds itself, its mistakes with pointers into the
// document; without either where it holds none. The petition's: of its own endpoint.
ReadDescription held_description(const json::Place& endpoint);
ReadDescription held_description(const Petition& petition);

// The address that the document has for the endpoint; where it has none, that of an example.
std::string address_or_example(const json::Value& endpoint);

// The petition's own.
described::Endpoint endpoint_of(const Petition& petition, const Description& description);

// The request that a signature would make, of nobody (wire/sample_signature.hpp). Nothing where it
// cannot be made, of which the reason is noted, with its place in the description. Language: null
// where the box's words are not at hand.
std::optional<Request> sample_request(const protocol::Endpoint& endpoint, const Language* language,
                                      json::Mistakes& mistakes);

// The same for people to read; else the reason.
std::string request_of(const protocol::Endpoint& endpoint, const Language* language);

// What an answer of the endpoint means.
struct Meaning {
  Verdict verdict;
  std::string rule;                 // its pointer in the description; empty: the status says it
  std::vector<std::string> fields;  // that were refused; an empty name: of the whole form
  std::string because;              // in English: what the rule says to whoever set it up, or empty
};

Meaning meaning_of(const protocol::Endpoint& endpoint, const Response& response);

// A line for each: the outcome, the rule, the fields, the reason.
std::string lines_of(const Meaning& meaning);

// What became of the signature, for whoever has words for it: the name of the verdict; or, where no
// answer can be read, offline, unreached, unread_lost or unread.
std::string_view code_of(const Meaning& meaning, const Response& response);

}  // namespace petition_box
