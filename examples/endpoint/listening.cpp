#include <endpoint/listening.hpp>

namespace petition_box::endpoint {

boost::system::error_code begin_to_listen(boost::asio::ip::tcp::acceptor& acceptor,
                                          const boost::asio::ip::tcp::endpoint& at) {
  namespace net = boost::asio;
  using net::ip::tcp;
  boost::system::error_code error;
  acceptor.open(at.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(at, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (!error) acceptor.non_blocking(true, error);
  return error;
}

}  // namespace petition_box::endpoint
