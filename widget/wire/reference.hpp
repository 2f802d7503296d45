#pragma once

#include <vector>

#include <wire/outcome.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::reference {

// The reference protocol: a POST of these names and values as application/x-www-form-urlencoded,
// which no browser asks leave for (Fetch standard, CORS-safelisted request). Fields that are empty
// are left out; a consent is "given" or "refused", and left out where it was not asked for.
std::vector<NameValue> write(const Signature& signature);

// The way back. Names that the protocol does not know are passed over; of a name sent twice the
// first counts.
Signature read(const std::vector<NameValue>& pairs);

// What the endpoint's answer means:
//   200, 201     {"status": "received"}
//   202          {"status": "to_be_confirmed"}
//   400, 422     application/problem+json (RFC 9457), with
//                "errors": [{"pointer": "#/email_address", "code": "email_address.format"}]
//   410          the petition is closed
//   408, 409, 425, 429, 5xx, no answer, or a success without these words: not now. The least wait
//                comes from Retry-After in seconds (RFC 9110 section 10.2.3) or "retry_after".
// Anything else is not taken.
Outcome outcome(const Answer& answer);

// The number of signatures in the answer to a GET of the endpoint: {"count": N}.
std::optional<std::int64_t> count(const Answer& answer);

}  // namespace petition_box::reference
