#include <algorithm>
#include <string>
#include <string_view>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include <endpoint/request_header.hpp>

namespace petition_box::endpoint {
namespace {

namespace http = boost::beast::http;
using http::field;

// Headers of which there is one at most; a second one would be for somebody else to see.
constexpr field single_fields[] = {field::content_type, field::expect, field::origin};
constexpr boost::beast::string_view more_single_fields[] = {"Idempotency-Key", "Sec-Fetch-Mode",
                                                            "Sec-Fetch-Site"};

std::string_view view_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

// A list may come in several headers of the name (RFC 9110 #fields.order).
template <class Name>
std::string value_of(const RequestHeader& header, Name name) {
  std::string value;
  const auto [first, last] = header.equal_range(name);
  for (auto at = first; at != last; ++at) {
    if (at != first) value += ", ";
    value += view_of(at->value());
  }
  return value;
}

// "/path?query", "http://host/path?query" or "*" (RFC 9112 #request.target).
struct Target {
  std::string_view host;  // empty: not in it
  std::string_view path;  // and query, in which the path may be missing
};

Target read_target(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (target.empty() || target.front() == '/' || scheme == std::string_view::npos) {
    return {{}, target};
  }
  target.remove_prefix(scheme + 3);
  const std::size_t end = std::min(target.find_first_of("/?"), target.size());
  return {target.substr(0, end), target.substr(end)};
}

bool is_target(std::string_view written, bool options) {
  const Target target = read_target(written);
  if (!target.host.empty()) return true;
  return target.path.starts_with('/') || (options && target.path == "*");
}

std::optional<Problem> repeated(std::string_view name) {
  return Problem{400, "A request has one " + std::string(name) + "."};
}

}  // namespace

std::optional<Problem> problem_of(const boost::beast::error_code& error) {
  const bool parsed = error.category() == make_error_code(http::error::bad_method).category();
  if (!parsed || error == http::error::end_of_stream || error == http::error::partial_message) {
    return std::nullopt;
  }
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return Problem{431, "The header of a request has at most 8 kB."};
  }
  if (error == http::error::body_limit) {
    return Problem{413, "The body of a request has at most 64 kB."};
  }
  return Problem{400, "This is no request of HTTP/1.1: " + error.message() + "."};
}

std::optional<Problem> problem_of(const RequestHeader& header) {
  const std::size_t hosts = header.count(field::host);
  if (hosts > 1 || (hosts == 0 && header.version() == 11)) {
    return Problem{400, "A request names one host."};
  }
  if (!is_target(view_of(header.target()), header.method() == http::verb::options)) {
    return Problem{400, "What a request asks for is a path that begins with a slash."};
  }
  for (const field name : single_fields) {
    if (header.count(name) > 1) return repeated(view_of(to_string(name)));
  }
  for (const auto name : more_single_fields) {
    if (header.count(name) > 1) return repeated(view_of(name));
  }
  const auto length = header[field::content_length];
  if (header.count(field::content_length) > 1 || length.find(',') != length.npos) {
    return Problem{400, "A request has one Content-Length."};
  }
  const std::size_t codings = header.count(field::transfer_encoding);
  const bool chunked = boost::beast::iequals(header[field::transfer_encoding], "chunked");
  if (codings > 1 || (codings == 1 && (!chunked || header.version() != 11))) {
    return Problem{400, "The only Transfer-Encoding is chunked."};
  }
  if (header.version() == 11 && header.count(field::expect) > 0 && !expects_to_go_on(header)) {
    return Problem{417, "What can be expected is 100-continue."};
  }
  return std::nullopt;
}

bool expects_to_go_on(const RequestHeader& header) {
  return header.version() == 11 && boost::beast::iequals(header[field::expect], "100-continue");
}

std::string list_in(const RequestHeader& header, const std::string& name) {
  return value_of(header, boost::beast::string_view(name));
}

Request request_of(const RequestHeader& header) {
  Request request;
  request.method.assign(header.method_string().data(), header.method_string().size());
  const Target target = read_target(view_of(header.target()));
  const std::size_t question = target.path.find('?');
  request.path = target.path.substr(0, question);
  if (request.path.empty()) request.path = "/";
  if (question != std::string_view::npos) request.query = target.path.substr(question + 1);
  request.accept = value_of(header, field::accept);
  request.accept_encoding = value_of(header, field::accept_encoding);
  request.accept_language = value_of(header, field::accept_language);
  request.content_type = value_of(header, field::content_type);
  // The host of the target is the one that is meant (RFC 9112 #absolute-form).
  request.host = target.host.empty() ? value_of(header, field::host) : std::string(target.host);
  request.idempotency_key = value_of(header, "Idempotency-Key");
  request.if_none_match = value_of(header, field::if_none_match);
  request.origin = value_of(header, field::origin);
  request.referrer = value_of(header, field::referer);
  request.sec_fetch_mode = value_of(header, "Sec-Fetch-Mode");
  request.sec_fetch_site = value_of(header, "Sec-Fetch-Site");
  return request;
}

}  // namespace petition_box::endpoint
