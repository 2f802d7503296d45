#pragma once

#include <string>

#include <builder/reply.hpp>
#include <language/platform.hpp>
#include <markup/cursor.hpp>

// The requests about the endpoint that a petition is sent to (builder/boundary.hpp). Document:
// keeps what the mistakes of the reply point into.
namespace petition_box {

Reply read_protocol(Cursor& request, std::string& document);
Reply try_sample(Cursor& request, std::string& document, const Platform& platform);
Reply tell_meaning(Cursor& request, std::string& document);
Reply look(Cursor& request, std::string& document);
Reply tell_count(Cursor& request, std::string& document);
Reply tell_seen(Cursor& request, std::string& document);

}  // namespace petition_box
