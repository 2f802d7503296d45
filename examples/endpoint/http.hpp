#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <endpoint/route.hpp>

namespace petition_box::endpoint {

// A request, as far as the endpoint looks at it. Headers that were not sent are empty; those that
// are lists may have been sent in pieces.
struct Request {
  std::string method;
  std::string path;   // without the query, percent-encoded as it was sent
  std::string query;  // without the question mark
  std::string body;
  bool is_cut = false;  // there is more of the body than one may have, which was not read
  std::string accept;
  std::string accept_encoding;
  std::string accept_language;
  std::string content_type;
  std::string idempotency_key;
  std::string host;
  std::string if_none_match;
  std::string origin;
  std::string referrer;
  std::string sec_fetch_mode;
  std::string sec_fetch_site;
};

// Of the value of a header, without the blanks around it (RFC 9110 #whitespace).
inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

struct Header {
  std::string_view name;  // a string literal
  std::string value;
};

struct Reply {
  unsigned status = 200;
  std::vector<Header> headers;
  std::shared_ptr<const std::string> body;  // null: none
  Route route = Route::none;                // that it is the answer of

  // The value of the header; null where there is none.
  const std::string* find(std::string_view name) const {
    for (const Header& header : headers) {
      if (header.name == name) return &header.value;
    }
    return nullptr;
  }

  Reply& set(std::string_view name, std::string value) & {
    headers.push_back({name, std::move(value)});
    return *this;
  }
  Reply&& set(std::string_view name, std::string value) && {
    return std::move(set(name, std::move(value)));
  }
};

inline Reply reply(unsigned status, std::string_view type, std::string body) {
  return Reply{status,
               {{"Content-Type", std::string(type)}},
               std::make_shared<const std::string>(std::move(body))};
}

}  // namespace petition_box::endpoint
