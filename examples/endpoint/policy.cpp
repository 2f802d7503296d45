#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <set>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <endpoint/policy.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::string_view host_characters = "abcdefghijklmnopqrstuvwxyz0123456789-_.:[]";
constexpr std::size_t most_host_length = 253 + 6;  // RFC 1035 section 2.3.4; with a port

bool drop_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

std::string in_lower_case(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

// Whether what comes after the text is the value of an attribute with which a snippet says where
// something is.
bool begins_address(std::string_view before) {
  if (!drop_end(before, "\"")) drop_end(before, "'");
  if (!drop_end(before, "=")) return false;
  if (!drop_end(before, "src") && !drop_end(before, "endpoint") && !drop_end(before, "action")) {
    return false;
  }
  drop_end(before, "data-");
  return !before.empty() && std::isspace(static_cast<unsigned char>(before.back())) != 0;
}

std::string own_and(const std::vector<std::string>& hosts) {
  std::string sources = "'self'";
  for (const std::string& host : hosts) sources += ' ' + host;
  return sources;
}

}  // namespace

std::string policy_for(const Needs& needs) {
  std::string policy = "default-src 'none'; style-src 'self'; img-src " +
                       own_and(needs.picture_hosts) + " data:; form-action " +
                       own_and(needs.form_hosts) + "; base-uri 'none'";
  if (!needs.script.empty()) policy += "; script-src " + needs.script;
  if (needs.box) {
    policy += "; script-src 'self' 'wasm-unsafe-eval'; connect-src " + own_and(needs.hosts) +
              "; require-trusted-types-for 'script'";
  }
  if (needs.frames) policy += "; frame-src 'self'";
  if (needs.framers == Framers::nobody) policy += "; frame-ancestors 'none'";
  if (needs.framers == Framers::own_pages) policy += "; frame-ancestors 'self'";
  return policy;
}

std::string script_source(std::string_view script) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
  EVP_Digest(script.data(), script.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
  std::array<unsigned char, 45> base64{};
  const int size = EVP_EncodeBlock(base64.data(), hash.data(), static_cast<int>(hash.size()));
  return "'sha256-" + std::string(base64.begin(), base64.begin() + size) + '\'';
}

std::string origin_of(std::string_view address) {
  const std::string lowered = in_lower_case(address);
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (lowered.compare(0, scheme.size(), scheme) != 0) continue;
    const std::size_t end = lowered.find_first_not_of(host_characters, scheme.size());
    std::string origin = lowered.substr(0, end);
    const std::size_t length = origin.size() - scheme.size();
    if (length > 0 && length <= most_host_length) return origin;
  }
  return {};
}

std::vector<std::string> hosts_on(std::string_view html) {
  const std::string page = in_lower_case(html);
  std::set<std::string> hosts;
  for (std::size_t mark = page.find("://"); mark != std::string::npos;
       mark = page.find("://", mark + 1)) {
    std::string_view before(page.data(), mark);
    const bool secure = drop_end(before, "https");
    if ((!secure && !drop_end(before, "http")) || !begins_address(before)) continue;
    const std::string origin =
        origin_of(std::string_view(page).substr(before.size(), most_host_length + 9));
    if (!origin.empty()) hosts.insert(origin);
  }
  return {hosts.begin(), hosts.end()};
}

}  // namespace petition_box::endpoint
