#pragma once

#include <boost/asio/ip/tcp.hpp>

namespace petition_box::endpoint {

// Makes it listen at the endpoint, so that accepting never waits. An error where it cannot.
boost::system::error_code begin_to_listen(boost::asio::ip::tcp::acceptor& acceptor,
                                          const boost::asio::ip::tcp::endpoint& at);

}  // namespace petition_box::endpoint
