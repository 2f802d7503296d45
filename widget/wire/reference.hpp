#pragma once

#include <cstddef>
#include <vector>

#include <wire/outcome.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::reference {

// The reference protocol: a POST of these names and values as application/x-www-form-urlencoded,
// which no browser asks leave for (Fetch standard, CORS-safelisted request). Fields that are empty
// are left out; a consent is "given" or "refused", and left out where it was not asked for.
std::vector<NameValue> write(const Signature& signature);

// The longest signature of which `check` and the endpoint find nothing too long, as
// write_urlencoded writes it: three bytes for each. Browsers send no more than 64 KiB from a page
// that is left (Fetch standard, "inflight keepalive bytes").
constexpr std::size_t most_body_bytes = [] {
  constexpr std::size_t most_name = 64;        // with its marks: "&consent_updates_text="
  constexpr std::size_t most_consent = 64;     // SHA-256 in hexadecimal
  constexpr std::size_t most_tag_bytes = 35;   // RFC 5646 section 4.4.1
  constexpr std::size_t most_uuid_bytes = 36;  // RFC 9562 section 4
  constexpr std::size_t most_version_bytes = 4 * most_version_length;
  std::size_t bytes = 4 * most_name + most_uuid_bytes + most_tag_bytes;
  bytes += 3 * 2 * most_version_bytes;  // of the document and the box
  for (const Field field : all_fields) bytes += most_name + 3 * most_bytes_of(field);
  return bytes + all_purposes.size() * 3 * (most_name + most_consent);
}();
static_assert(most_body_bytes <= std::size_t{64} * 1024);

// The most names that a body may have; those of the protocol are fewer.
constexpr std::size_t most_pairs = 64;

// What cannot be read of a signature, for each name:
//   encoding  the name or its value is not UTF-8
//   format    a consent is neither given nor refused, or its moment is no number of milliseconds
std::vector<FieldError> faults_in(const std::vector<NameValue>& pairs);

// The way back. Names that the protocol does not know are passed over; of a name sent twice the
// first counts.
Signature read(const std::vector<NameValue>& pairs);

// What the endpoint's answer means:
//   200, 201       {"status": "received"}
//   202            {"status": "to_be_confirmed"}
//   400, 413, 422  application/problem+json (RFC 9457), with
//                  "errors": [{"pointer": "#/email_address", "code": "email_address.format"}]
// Whatever says neither means what its status means in the table of reference.cpp. The least wait
// comes from Retry-After, in seconds or as a date (RFC 9110 #field.retry-after), which is counted
// from the answer's own Date, or else from `now` (ms since 1970); else from "retry_after" in the
// body, in seconds.
Outcome outcome(const Answer& answer, std::int64_t now);

// The answer to a GET of the endpoint: {"count": N}, with "closed": true where it takes no more
// signatures. Nothing where it is another.
std::optional<Standing> standing(const Answer& answer);

}  // namespace petition_box::reference
