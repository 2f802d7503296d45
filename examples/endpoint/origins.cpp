#include <boost/beast/core/string.hpp>

#include <endpoint/origins.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::endpoint {
namespace {

struct Scheme {
  std::string_view prefix;
  std::string_view default_port;
};

constexpr Scheme schemes[] = {{"https://", ":443"}, {"http://", ":80"}};

bool is_host_character(char c) {
  return is_small(c) || is_digit(c) || std::string_view("-._:[]").find(c) != std::string_view::npos;
}

// Where the origin has the scheme: its host and, if it is not the usual one, its port.
std::string_view host_in(std::string_view origin, const Scheme& scheme) {
  return origin.starts_with(scheme.prefix) ? origin.substr(scheme.prefix.size())
                                           : std::string_view();
}

}  // namespace

bool is_origin(std::string_view text) {
  return std::any_of(std::begin(schemes), std::end(schemes), [&](const Scheme& scheme) {
    const std::string_view host = host_in(text, scheme);
    return !host.empty() && std::all_of(host.begin(), host.end(), is_host_character) &&
           !host.ends_with(scheme.default_port) && !host.ends_with(':');
  });
}

// A browser says so itself (the header Sec-Fetch-Site, which no page can set); older ones name the
// host that the page is of. What a proxy adds (X-Forwarded-Host) anybody may send.
bool Origins::is_own(const Request& request) {
  if (!request.sec_fetch_site.empty()) return request.sec_fetch_site == "same-origin";
  return std::any_of(std::begin(schemes), std::end(schemes), [&](const Scheme& scheme) {
    const std::string host(host_in(request.origin, scheme));
    return !host.empty() &&
           (boost::beast::iequals(request.host, host) ||
            boost::beast::iequals(request.host, host + std::string(scheme.default_port)));
  });
}

}  // namespace petition_box::endpoint
