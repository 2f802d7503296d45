#pragma once

#include <optional>
#include <string>
#include <vector>

#include <document/petition.hpp>
#include <json/mistake.hpp>
#include <wire/description.hpp>
#include <wire/outcome.hpp>
#include <wire/request.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

// An endpoint whose protocol is a description.
namespace petition_box::described {

struct Endpoint {
  const Description& description;
  const Petition& petition;
  const json::Value& written;  // as its document has it, with the options
  std::string url;
};

// What is filled into the templates of a description. A field that was not answered is null, as is
// one that every box knows and the petition does not ask for, and a consent of which nothing was
// said. Statements: what each consent's signer read beside it, by the consent's name.
json::Value names_of(const Endpoint& endpoint, const Signature& signature,
                     const std::vector<NameValue>& statements);

// Leaves out what is null, however deep it stands: it says nothing, and many endpoints take it for
// something.
void forget_nulls(json::Value& value);

// The members of an object of texts, numbers and truth values, and of lists of those, which are
// their name repeated; nothing where it is none.
std::optional<std::vector<NameValue>> pairs_of(const json::Value& body);

// A request without null anywhere in its body. Nothing where it cannot be made, of which the reason
// is noted, with its place in the description.
std::optional<Request> post(const Endpoint& endpoint, const Signature& signature,
                            const std::vector<NameValue>& statements, json::Mistakes& mistakes);

// The request for the count; nothing where neither the document nor the description has one.
std::optional<Request> ask_standing(const Endpoint& endpoint);

// What the response to that says; nothing where it is another.
std::optional<Standing> standing(const Endpoint& endpoint, const Response& response);

// The count of the description as a document has it ("count" in its endpoint), with the endpoint's
// address and options filled in: an object with url and pointer, and with encoding and body where
// it is asked for by a body. Nothing where something that it needs is not answered, or where it
// cannot be said so.
std::optional<json::Value> written_count(const Endpoint& endpoint);

// The requests for what there is to see of the form or page at the endpoint, for whoever sets it
// up, one for each look of the description. None where one cannot be made, of which the reason is
// noted, with its place in the description.
std::vector<Request> ask_looks(const Endpoint& endpoint, json::Mistakes& mistakes);

}  // namespace petition_box::described
