#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <form/check.hpp>

namespace petition_box {

// What an endpoint's answer to a signature means.
struct Received {};
struct ToBeConfirmed {};  // by a link in an e-mail
struct Refused {
  std::vector<FieldError> errors;
};
struct NotNow {
  std::optional<std::int64_t> seconds;  // the least time to wait, where the endpoint says it
};
struct PetitionClosed {};
struct NotTaken {};  // no repetition will change that

using Outcome = std::variant<Received, ToBeConfirmed, Refused, NotNow, PetitionClosed, NotTaken>;

// What a request came back with. Status 0: no answer at all.
struct Answer {
  int status = 0;
  std::string retry_after;  // the header's value, or empty
  std::string body;
};

}  // namespace petition_box
