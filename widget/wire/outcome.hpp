#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <form/check.hpp>

namespace petition_box {

// What an endpoint's response to a signature means.
struct Received {};
struct ToBeConfirmed {};  // by a link in an e-mail
struct Refused {
  std::vector<FieldError> errors;
};
struct NotNow {
  std::optional<std::int64_t> seconds;  // the least time to wait, where the endpoint says it
  bool may_have_arrived = false;
};
struct PetitionClosed {};
struct NotConfirmed {};   // it was sent, and the response does not say what has become of it
struct NotTaken {         // no repetition will change that
  bool too_long = false;  // in all; else whatever answers there takes no signatures in this way
};

using Outcome =
    std::variant<Received, ToBeConfirmed, Refused, NotNow, PetitionClosed, NotConfirmed, NotTaken>;

// What a request came back with.
struct Response {
  int status = 0;           // 0: none that may be read
  std::string retry_after;  // the header's value, or empty
  std::string body;
  std::int64_t retry_at{};  // the same, where it is a date; ms since 1970, or 0
  std::int64_t date{};      // of the answer, by its own header; ms since 1970, or 0
  bool sent_on{};           // the endpoint redirected the request to another address
  std::string type{};       // Content-Type
  bool offline{};           // the browser knows that it has no network: nothing was sent
  bool timed_out{};         // it was waited for in vain, and may have arrived
};

// What an endpoint says of a petition to everybody.
struct Standing {
  std::optional<std::int64_t> count;  // of signatures
  bool closed = false;
};

}  // namespace petition_box
