#include <string>
#include <string_view>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include <endpoint/framing.hpp>

namespace petition_box::endpoint {
namespace {

namespace http = boost::beast::http;
using http::field;

std::string value_of(const RequestHeader& header, boost::beast::string_view name) {
  const auto value = header[name];
  return {value.data(), value.size()};
}

// The path and the query of "/path?query" or of "http://host/path?query" (RFC 9112 section 3.2).
std::string_view origin_form(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (target.empty() || target.front() == '/' || scheme == std::string_view::npos) return target;
  const std::size_t path = target.find('/', scheme + 3);
  return path == std::string_view::npos ? "/" : target.substr(path);
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
    return Problem{413, "The body of a request has at most 16 kB."};
  }
  return Problem{400, "This is no request of HTTP/1.1: " + error.message() + "."};
}

std::optional<Problem> problem_of(const RequestHeader& header) {
  const std::size_t hosts = header.count(field::host);
  if (hosts > 1 || (hosts == 0 && header.version() == 11)) {
    return Problem{400, "A request names one host."};
  }
  const auto length = header[field::content_length];
  if (header.count(field::content_length) > 1 || length.find(',') != length.npos) {
    return Problem{400, "A request has one Content-Length."};
  }
  const std::size_t codings = header.count(field::transfer_encoding);
  if (codings == 0) return std::nullopt;
  const bool chunked = boost::beast::iequals(header[field::transfer_encoding], "chunked");
  if (codings > 1 || !chunked || header.version() != 11) {
    return Problem{400, "The only Transfer-Encoding is chunked."};
  }
  return std::nullopt;
}

Request request_of(const RequestHeader& header) {
  Request request;
  request.method.assign(header.method_string().data(), header.method_string().size());
  const std::string_view target = origin_form({header.target().data(), header.target().size()});
  const std::size_t question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos) request.query = target.substr(question + 1);
  request.accept = value_of(header, "Accept");
  request.accept_encoding = value_of(header, "Accept-Encoding");
  request.content_type = value_of(header, "Content-Type");
  request.idempotency_key = value_of(header, "Idempotency-Key");
  request.if_none_match = value_of(header, "If-None-Match");
  request.origin = value_of(header, "Origin");
  request.sec_fetch_mode = value_of(header, "Sec-Fetch-Mode");
  return request;
}

}  // namespace petition_box::endpoint
