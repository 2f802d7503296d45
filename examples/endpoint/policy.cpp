#include <array>
#include <regex>
#include <set>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <endpoint/policy.hpp>

namespace petition_box::endpoint {

std::string policy_for(const Needs& needs) {
  std::string hosts = "'self'";
  for (const std::string& host : needs.hosts) hosts += ' ' + host;
  std::string policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action " +
                       hosts + "; base-uri 'none'";
  if (!needs.script.empty()) policy += "; script-src " + needs.script;
  if (needs.box) {
    policy += "; script-src 'self' 'wasm-unsafe-eval'; connect-src " + hosts +
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

std::vector<std::string> hosts_on(std::string_view html) {
  static const std::regex address(
      R"re(\s(?:data-)?(?:src|endpoint|action)=["']?(https?://[-\w.:\[\]]+))re", std::regex::icase);
  std::set<std::string> hosts;
  std::cregex_iterator at(html.data(), html.data() + html.size(), address);
  for (const std::cregex_iterator end; at != end; ++at) hosts.insert((*at)[1].str());
  return {hosts.begin(), hosts.end()};
}

}  // namespace petition_box::endpoint
