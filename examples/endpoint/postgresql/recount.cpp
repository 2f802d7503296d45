#include <endpoint/postgresql/recount.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

constexpr int share = 10;
constexpr std::chrono::seconds claim_patience{2};
constexpr std::chrono::milliseconds longest_count{60'000};  // before another replica may begin
constexpr std::chrono::hours silence{24};                   // of a replica that is no more
constexpr std::chrono::seconds between_attempts{1};
constexpr std::chrono::milliseconds at_once{10};  // what few have signed takes no longer

constexpr const char* claim_it = R"sql(
UPDATE recounts SET next_at = $2::bigint WHERE one = 1 AND next_at <= $1::bigint)sql";

constexpr const char* plan_it = "UPDATE recounts SET next_at = $1::bigint WHERE one = 1";

constexpr const char* forget_replicas = "DELETE FROM tallies WHERE written_at < $1::bigint";

// What belonged to submissions that an operator has erased. One that has come to belong to another
// submission meanwhile stays.
constexpr const char* forget_people = R"sql(
DELETE FROM people WHERE (petition, person_key, submission_id) IN (
  SELECT p.petition, p.person_key, p.submission_id
  FROM people p LEFT JOIN submissions s ON s.id = p.submission_id AND s.petition = p.petition
  WHERE s.id IS NULL))sql";

constexpr const char* forget_consents = R"sql(
DELETE FROM consents WHERE (submission_id, petition, name, how) IN (
  SELECT c.submission_id, c.petition, c.name, c.how
  FROM consents c LEFT JOIN submissions s ON s.id = c.submission_id AND s.petition = c.petition
  WHERE s.id IS NULL))sql";

// One statement sees people and tallies as they were at one moment. What is wrong with the number
// of a petition goes into a row of its own.
constexpr const char* put_right = R"sql(
INSERT INTO tallies (petition, replica, people, written_at)
SELECT petition, 'recount', sum(people), $1::bigint
FROM (
  SELECT p.petition, 1 AS people
  FROM people p JOIN submissions s ON s.id = p.submission_id AND s.petition = p.petition
  WHERE s.state = 'counted'
  UNION ALL
  SELECT petition, -people FROM tallies) AS difference
GROUP BY petition HAVING sum(people) <> 0
ON CONFLICT (petition, replica) DO UPDATE
SET people = tallies.people + excluded.people, written_at = excluded.written_at)sql";

}  // namespace

void Recount::go_on(std::int64_t now) {
  if (under_way_) {
    Connection::Results unread;
    if (!connection_.ended(unread, at_once)) return;
    under_way_ = false;
    plan_next(now);
  } else if (Clock::now() >= next_) {
    next_ = Clock::now() + between_attempts;
    if ((connection_.is_open() || connection_.open()) && claim(now)) {
      began_ = Clock::now();
      const std::string forgotten = std::to_string(
          now - std::chrono::duration_cast<std::chrono::milliseconds>(silence).count());
      under_way_ = connection_.begin({{forget_people},
                                      {forget_consents},
                                      {forget_replicas, {forgotten}},
                                      {put_right, {std::to_string(now)}}});
      if (under_way_) go_on(now);
    }
  }
}

bool Recount::claim(std::int64_t now) {
  connection_.give(claim_patience);
  Connection::Results claimed;
  const Statement statement{claim_it,
                            {std::to_string(now), std::to_string(now + longest_count.count())}};
  return connection_.run(statement, claimed) == Outcome::done && claimed[0].changed() == 1;
}

void Recount::plan_next(std::int64_t now) {
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_) * share;
  connection_.give(claim_patience);
  connection_.run({plan_it, {std::to_string(now + took.count())}});
}

}  // namespace petition_box::endpoint::postgresql
