#include <endpoint/postgresql/standby.hpp>

namespace petition_box::endpoint::postgresql {

Statement find_standby() {
  return {R"sql(
SELECT current_setting('synchronous_standby_names') <> '' AND EXISTS (
  SELECT FROM pg_stat_replication
  WHERE sync_state IN ('sync', 'quorum') OR sync_state IS NULL))sql"};
}

bool has_standby(const Connection::Results& results) { return results.back().text(0, 0) == "t"; }

Statement wait_for_standbys() {
  return {R"sql(
SELECT set_config('synchronous_commit', 'on', false)
WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply'))sql"};
}

}  // namespace petition_box::endpoint::postgresql
