#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace petition_box::endpoint {

// Says of what is awaited that its error comes with its result, instead of being thrown.
inline constexpr auto as_values = boost::asio::as_tuple(boost::asio::use_awaitable);

}  // namespace petition_box::endpoint
