#include <array>
#include <set>

#include <endpoint/postgresql/column.hpp>
#include <endpoint/postgresql/known.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

// Row by row, or a server would read a whole table for as long as it takes it to be small. An id is
// the same signature on whatever petition it came.
constexpr const char* find_submissions = R"sql(
SELECT s.id, s.content_key, s.received_at
FROM unnest($1::uuid[]) AS n (id)
CROSS JOIN LATERAL (
  SELECT id, content_key, received_at FROM submissions WHERE id = n.id LIMIT 4) AS s)sql";

constexpr const char* find_people = R"sql(
SELECT n.petition, n.address_key, p.person_key, p.submission_id, p.state, p.place
FROM unnest($1::text[], $2::bytea[]) AS n (petition, address_key)
CROSS JOIN LATERAL (
  SELECT q.person_key, q.submission_id, s.state, q.place
  FROM people q LEFT JOIN submissions s ON s.id = q.submission_id AND s.petition = q.petition
  WHERE q.petition = n.petition AND q.address_key = n.address_key LIMIT 4) AS p
ORDER BY p.person_key)sql";

}  // namespace

std::vector<Statement> Known::questions(const std::vector<Entry>& entries,
                                        const std::vector<Keys>& keys) {
  Column ids;
  std::set<std::pair<std::string, std::string>> addresses;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    ids.add(entries[i].signature.submission_id);
    if (!entries[i].earlier_id.empty()) ids.add(entries[i].earlier_id);
    const std::string& address = keys[i].address.bytes;
    if (!address.empty()) addresses.emplace(entries[i].petition, address);
  }
  std::array<Column, 2> pairs;
  for (const auto& [petition, address] : addresses) add_row(pairs, petition, Blob{address});
  return {{find_submissions, {ids.array()}}, {find_people, {pairs[0].array(), pairs[1].array()}}};
}

Known::Known(const Connection::Results& answers) {
  const Rows& submissions = answers[0];
  for (int row = 0; row < submissions.count(); ++row) {
    submissions_[submissions.text(row, 0)] = {submissions.blob(row, 1), submissions.number(row, 2)};
  }
  const Rows& people = answers[1];
  for (int row = 0; row < people.count(); ++row) {
    people_at(people.text(row, 0), people.blob(row, 1))
        .push_back({{people.blob(row, 2), people.text(row, 3), people.text(row, 4) == "counted"},
                    people.number(row, 5)});
  }
}

std::optional<KeptSubmission> Known::submission(const std::string& id, const Keys& keys) const {
  const auto found = submissions_.find(id);
  if (found == submissions_.end()) return std::nullopt;
  const auto& [content, received_at] = found->second;
  return KeptSubmission{content.bytes == keys.content.bytes, received_at};
}

void Known::add_submission(const Entry& entry, const Keys& keys) {
  submissions_[entry.signature.submission_id] = {keys.content, entry.received_at};
}

}  // namespace petition_box::endpoint::postgresql
