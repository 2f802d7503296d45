#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// Whether the text is an origin as browsers write it in the header Origin (the HTML standard,
// #ascii-serialisation-of-an-origin): "https://example.org", "http://localhost:8080".
bool is_origin(std::string_view text);

// Whose pages may read answers and send signatures. Programs say what they like in their headers:
// this binds browsers only.
class Origins {
 public:
  // None: all.
  explicit Origins(std::vector<std::string> listed) : listed_(std::move(listed)) {}

  bool are_all() const { return listed_.empty(); }

  bool has(std::string_view origin) const {
    return std::find(listed_.begin(), listed_.end(), origin) != listed_.end();
  }

  // A request without Origin comes from no page of today's browsers, and may; so may the pages of
  // this endpoint itself.
  bool may_send(const Request& request) const {
    return are_all() || request.origin.empty() || has(request.origin) || is_own(request);
  }

 private:
  static bool is_own(const Request& request);

  std::vector<std::string> listed_;
};

}  // namespace petition_box::endpoint
