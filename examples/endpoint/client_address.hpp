#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/asio/ip/address.hpp>

namespace petition_box::endpoint {

// The networks of the proxies in front, whose header is believed.
class Proxies {
 public:
  // Reads "10.0.0.0/8", "2001:db8::/32" or a single address; nothing where the text is none.
  static bool are(const std::string& network);

  // Networks that are none are passed over.
  explicit Proxies(const std::vector<std::string>& networks);

  bool have(const boost::asio::ip::address& address) const;

 private:
  struct Network {
    boost::asio::ip::address_v6::bytes_type bytes;
    unsigned bits;
  };

  static std::optional<Network> read(const std::string& network);

  std::vector<Network> networks_;
};

// Who asks: the peer, or where that is a proxy the last one of the list in its header that is none.
// The list is that of X-Forwarded-For or of Forwarded (RFC 7239 #section-4). Each proxy adds the
// address that it sees on the right, and what stands to the left of that anybody may have written.
boost::asio::ip::address client_in(std::string_view list, const boost::asio::ip::address& peer,
                                   const Proxies& proxies);

// The part of an address that stands for one household or one company: all of IPv4's, 56 bits of
// IPv6's (RFC 6177 #section-2).
std::string sender_part(const boost::asio::ip::address& address);

}  // namespace petition_box::endpoint
