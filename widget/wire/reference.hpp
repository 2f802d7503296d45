#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <document/petition.hpp>
#include <wire/outcome.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::reference {

// The reference protocol: a POST of these names and values as application/x-www-form-urlencoded,
// which no browser asks leave for (Fetch standard, CORS-safelisted request). Fields that are empty
// are left out, as is the source where none is told; of several choices each is sent under the one
// name; a consent is "given" or "refused", and left out where nothing was said.
std::vector<NameValue> write(const Signature& signature, const Petition& petition);

// The most that a body may have. Browsers send no more from a page that is left (Fetch standard,
// "inflight keepalive bytes").
constexpr std::size_t most_body_bytes = std::size_t{64} * 1024;

// The longest signature of which `check` and the endpoint find nothing too long, as
// write_urlencoded writes it: three bytes for each.
std::size_t most_body_bytes_of(const Petition& petition);

// The most names that a body may have; those of a petition are fewer.
constexpr std::size_t most_pairs = 512;

// What cannot be read of a signature, for each name:
//   encoding  the name or its value is not UTF-8
//   format    a consent is neither given nor refused, its moment is no number of milliseconds, or
//             how it was given is none of box, yes_no and second_question
std::vector<FieldError> faults_in(const std::vector<NameValue>& pairs, const Petition& petition);

// The way back. Names that the petition does not ask for are passed over; of a name sent twice the
// first counts, but for several choices.
Signature read(const std::vector<NameValue>& pairs, const Petition& petition);

// What the endpoint's response means:
//   200, 201       {"status": "received"}
//   202            {"status": "to_be_confirmed"}
//   400, 413, 422  application/problem+json (RFC 9457), with
//                  "errors": [{"pointer": "#/email_address", "code": "email_address.format"}]
// Whatever says neither means what its status means in the table of reference.cpp. The least wait
// comes from Retry-After, in seconds or as a date (RFC 9110 #field.retry-after), which is counted
// from the response's own Date, or else from `now` (ms since 1970); else from "retry_after" in the
// body, in seconds.
Outcome outcome(const Response& response, std::int64_t now);

// The response to a GET of the endpoint: {"count": N}, with "closed": true where it takes no more
// signatures. Nothing where it is another.
std::optional<Standing> standing(const Response& response);

}  // namespace petition_box::reference
