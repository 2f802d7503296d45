#pragma once

#include <cstdint>
#include <string>

#include <endpoint/postgresql/connection.hpp>

namespace petition_box::endpoint::postgresql {

// Brings the tables to the newest version, each step in a transaction of its own. Of several
// replicas that begin at one moment one does it, and the others wait. Now: ms since 1970. Empty, or
// what is wrong with the database, in one line.
std::string migrate(Connection& connection, std::int64_t now);

}  // namespace petition_box::endpoint::postgresql
