#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <wire/description.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// The answer of an endpoint as curl -i writes it: a line that begins with "HTTP/" and has the
// status as its second word, headers, an empty line, the body. Of several answers, as a proxy or
// "100 Continue" adds them, the last. Nothing where it is none.
struct SavedAnswer {
  Response response;
  bool has_headers = false;
  bool allows_origin =
      false;  // pages of another site may read it (Fetch standard, #http-cors-protocol)
};

std::optional<SavedAnswer> read_answer(std::string_view text);

// A line of what becomes of an answer that no page of another site may read, where one has to, in
// English. Empty where one may, and where the headers are not there to tell.
std::string cors_line_of(const SavedAnswer& answer, const Description& description);

}  // namespace petition_box
