#include <algorithm>

#include <document/link.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
bool begins_with(std::string_view url, std::string_view prefix) {
  if (url.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (to_small(url[i]) != prefix[i]) return false;
  }
  return true;
}

namespace {

// The URL standard removes tabs and line feeds before it looks for a scheme.
bool has_blank_or_control(std::string_view url) {
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\') return true;
  }
  return false;
}

bool has_more_than(std::string_view url, std::string_view prefix) {
  return begins_with(url, prefix) && url.size() > prefix.size() && url[prefix.size()] != '/';
}

bool is_web_address(std::string_view url) {
  return has_more_than(url, "https://") || has_more_than(url, "http://");
}

}  // namespace

bool is_link(std::string_view url) {
  return !has_blank_or_control(url) && (is_web_address(url) || has_more_than(url, "mailto:"));
}

bool is_picture_address(std::string_view url) {
  if (has_blank_or_control(url)) return false;
  const bool is_on_host = url.substr(0, 1) == "/" && url.substr(0, 2) != "//";
  return is_on_host || is_web_address(url);
}

std::string picture_address(std::string_view url, std::string_view document) {
  std::string_view host;
  if (url.substr(0, 1) == "/" && is_web_address(document)) {
    host = document.substr(0, document.find_first_of("/?#", document.find(':') + 3));
  }
  return std::string(host).append(url);
}

std::string address_in_language(std::string url, const std::string& tag) {
  constexpr std::string_view name = "lang=";
  for (std::size_t at = url.find('?'); at != std::string::npos; at = url.find('&', at)) {
    if (url.compare(++at, name.size(), name) != 0) continue;
    at += name.size();
    return url.replace(at, url.find_first_of("&#", at) - at, tag);
  }
  return url;
}

const char* const secure_address = "secure_address";

bool is_insecure(std::string_view url) {
  constexpr std::string_view http = "http://";
  if (!begins_with(url, http)) return false;
  url.remove_prefix(http.size());
  std::string_view host = url.substr(0, url.find_first_of("/?#"));
  if (host.rfind("[::1]", 0) == 0) return false;
  host = host.substr(0, host.find(':'));
  constexpr std::string_view local = "localhost";
  const std::size_t labels = host.size() - std::min(host.size(), local.size());
  const bool is_local =
      begins_with(host.substr(labels), local) && (labels == 0 || host[labels - 1] == '.');
  return !is_local && host.rfind("127.", 0) != 0;
}

bool is_form_target(std::string_view url) {
  if (url.empty() || has_blank_or_control(url)) return false;
  const std::size_t colon = url.find(':');
  const bool has_scheme = colon != std::string_view::npos && colon < url.find_first_of("/?#");
  return !has_scheme || is_web_address(url);
}

}  // namespace petition_box
