#pragma once

#include <optional>

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

#include <endpoint/http.hpp>
#include <endpoint/problem.hpp>

namespace petition_box::endpoint {

using RequestHeader = boost::beast::http::request_header<boost::beast::http::fields>;

// What is wrong with a request that Beast's parser did not take; nothing where there is nobody to
// tell: the client is gone, or its time is over.
std::optional<Problem> problem_of(const boost::beast::error_code& error);

// What Beast takes and a server must not (RFC 9112 #request.target, #message.body.length), for a
// proxy in front may see other requests in the same bytes: two lengths, a coding that is not
// "chunked", not one host, two values where there is one. Also what cannot be expected of it.
std::optional<Problem> problem_of(const RequestHeader& header);

// Whether the client waits for 100 (Continue) before it sends the body. Those of HTTP/1.0 do not
// know it, whatever they send (RFC 9110 #field.expect).
bool expects_to_go_on(const RequestHeader& header);

// All values of the header, in a list.
std::string list_in(const RequestHeader& header, const std::string& name);

// The request as the routes look at it, without its body.
Request request_of(const RequestHeader& header);

}  // namespace petition_box::endpoint
