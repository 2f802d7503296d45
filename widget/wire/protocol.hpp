#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <document/read.hpp>
#include <document/whole.hpp>
#include <json/mistake.hpp>
#include <wire/description.hpp>
#include <wire/outcome.hpp>
#include <wire/request.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

// How the box speaks with an endpoint, whatever protocol that has. Nothing outside of wire/ names
// one.
namespace petition_box::protocol {

struct Endpoint {
  const Petition* petition;  // null: it has not come yet, and the endpoint is not a described one
  std::string url;
  const Description* description;        // null: it speaks the reference protocol
  const json::Value* written = nullptr;  // as the document has it; null: it is the petition's own
};

// What a petition's document, or in its place the page, says of how an endpoint speaks. Neither:
// the reference protocol.
struct Named {
  std::string_view name{};               // of a description, a file of its own
  const json::Value* written = nullptr;  // the description, in the document

  bool is_reference() const { return name.empty() && written == nullptr; }
};

// Endpoint: as the document has it. Name: what the page says; empty where it says nothing. Both
// must outlive what is given.
Named named_by(const json::Value& endpoint, std::string_view name);

// The address of the endpoint: the page's, or where that is empty the document's.
std::string address_of(const json::Value& endpoint, const std::string& address);

// Whether the document has nothing for signatures but an endpoint of the reference protocol.
bool is_reference(const Petition& petition, std::string_view name);

// The description in a file, as it stands: it need not be one. Who writes it is told by
// petition-check what is wrong with it (wire/read_description.hpp). Here whatever it does not say
// rightly is told when it is tried (what_it_cannot_say), or has the outcome of NotTaken.
Description description_in(std::string_view file);

// What keeps an endpoint from serving the petition, with pointers into its document; and, as
// warnings, what nobody reads there (wire/unsayable.hpp).
json::Mistakes what_it_cannot_say(const Endpoint& endpoint);

// The same of one beside it: its place in "also".
json::Mistakes what_it_cannot_say_also(const Endpoint& endpoint, std::size_t index);

// Statements: what the signer read beside each consent, by its name. Without an address where the
// endpoint's description makes no request of them, although it was tried (what_it_cannot_say).
Request post(const Endpoint& endpoint, const Signature& signature,
             const std::vector<NameValue>& statements);

// What the response to that means; `now`: ms since 1970.
Outcome outcome(const Endpoint& endpoint, const Response& response, std::int64_t now);

// For whoever set a described endpoint up: the status that was expected, and what its description
// makes of the response (wire/rule.hpp).
std::string expected_status(const Endpoint& endpoint);
std::string reason(const Endpoint& endpoint, const Response& response);

// Asks how many have signed; without an address where the endpoint does not tell.
Request ask_standing(const Endpoint& endpoint);

// Nothing where the response does not say it.
std::optional<Standing> standing(const Endpoint& endpoint, const Response& response);

// Reads a document (document/read.hpp), and adds to its mistakes what the reference protocol cannot
// say.
ReadPetition read_petition(std::string_view text, const Proofreader* proofreader = nullptr,
                           const TimeZones* zones = nullptr);

}  // namespace petition_box::protocol
