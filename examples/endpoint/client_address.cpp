#include <algorithm>
#include <cctype>
#include <charconv>

#include <endpoint/client_address.hpp>
#include <endpoint/http.hpp>

namespace petition_box::endpoint {
namespace {

namespace ip = boost::asio::ip;

constexpr unsigned bits_before_v4 = 96;
constexpr std::size_t bytes_of_household = 7;

// An IPv4 address as IPv6 writes it (RFC 4291 #section-2.5.5.2).
ip::address_v6 as_v6(const ip::address& address) {
  return address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6();
}

// "for=x" of an element of Forwarded: x; of X-Forwarded-For's, which has no names: all of it.
std::string_view node_of(std::string_view element) {
  if (element.find('=') == std::string_view::npos) return trimmed(element);
  while (!element.empty()) {
    const std::size_t end = std::min(element.find(';'), element.size());
    const std::string_view pair = trimmed(element.substr(0, end));
    element.remove_prefix(std::min(end + 1, element.size()));
    const bool is_for = pair.size() > 4 && std::tolower(pair[0]) == 'f' &&
                        std::tolower(pair[1]) == 'o' && std::tolower(pair[2]) == 'r' &&
                        pair[3] == '=';
    if (is_for) return pair.substr(4);
  }
  return {};
}

// "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]:80", in quotes perhaps.
std::optional<ip::address> read_node(std::string_view node) {
  if (node.size() >= 2 && node.front() == '"' && node.back() == '"') {
    node = node.substr(1, node.size() - 2);
  }
  if (node.starts_with('[')) {
    node = node.substr(1, node.find(']') - 1);
  } else if (std::count(node.begin(), node.end(), ':') == 1) {
    node = node.substr(0, node.find(':'));
  }
  boost::system::error_code error;
  const auto address = ip::make_address(std::string(node), error);
  if (error) return std::nullopt;
  return address;
}

}  // namespace

std::optional<Proxies::Network> Proxies::read(const std::string& network) {
  const std::size_t slash = network.find('/');
  const auto address = read_node(network.substr(0, slash));
  if (!address) return std::nullopt;
  const unsigned before = address->is_v4() ? bits_before_v4 : 0;
  unsigned bits = 128 - before;
  if (slash != std::string::npos) {
    const char* const end = network.data() + network.size();
    const auto [stop, error] = std::from_chars(network.data() + slash + 1, end, bits);
    if (error != std::errc() || stop != end || bits > 128 - before) return std::nullopt;
  }
  return Network{as_v6(*address).to_bytes(), before + bits};
}

bool Proxies::are(const std::string& network) { return read(network).has_value(); }

Proxies::Proxies(const std::vector<std::string>& networks) {
  for (const std::string& text : networks) {
    if (const auto network = read(text)) networks_.push_back(*network);
  }
}

bool Proxies::have(const ip::address& address) const {
  const auto bytes = as_v6(address).to_bytes();
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    for (unsigned bit = 0; bit < network.bits; bit += 8) {
      const unsigned left = std::min(8U, network.bits - bit);
      const unsigned different = bytes[bit / 8] ^ network.bytes[bit / 8];
      if (different >> (8 - left) != 0) return false;
    }
    return true;
  });
}

ip::address client_in(std::string_view list, const ip::address& peer, const Proxies& proxies) {
  ip::address client = peer;
  while (proxies.have(client) && !list.empty()) {
    const std::size_t comma = list.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    const auto before = read_node(node_of(list.substr(begin)));
    if (!before) break;
    client = *before;
    list = list.substr(0, begin == 0 ? 0 : begin - 1);
  }
  return client;
}

std::string sender_part(const ip::address& address) {
  const auto v6 = as_v6(address);
  const auto bytes = v6.to_bytes();
  const std::size_t size = v6.is_v4_mapped() ? bytes.size() : bytes_of_household;
  return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace petition_box::endpoint
