#pragma once

#include <endpoint/postgresql/connection.hpp>

namespace petition_box::endpoint::postgresql {

// Whether another machine has to have what this server commits before the commit is told to be done
// (https://www.postgresql.org/docs/15/warm-standby.html#SYNCHRONOUS-REPLICATION), and one is there
// that can. A server that has just become the primary, or whose manager lets it go on without any,
// has none. Without pg_read_all_stats the state of those that follow is not to be seen, only that
// somebody does: then a commit that nobody confirms waits until its time is over.
Statement find_standby();

// As it was found last in these.
bool has_standby(const Connection::Results& results);

// After this the session's commits wait until the standby has written to its disk, whatever the
// server does unless asked.
Statement wait_for_standbys();

}  // namespace petition_box::endpoint::postgresql
