#include <algorithm>
#include <array>

#include <endpoint/postgresql/batch.hpp>
#include <endpoint/postgresql/column.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

constexpr std::int64_t places = 2;  // at an address

constexpr const char* insert_submissions = R"sql(
INSERT INTO submissions (id, petition, content_key, address_key, received_at, state, language,
  document_version, document_hash, box_version, source, answers)
SELECT id, petition, content_key, address_key, received_at, state, language, document_version,
  document_hash, box_version, source, answers::json
FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[], $5::bigint[], $6::text[], $7::text[],
  $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
  AS n (id, petition, content_key, address_key, received_at, state, language, document_version,
    document_hash, box_version, source, answers)
ON CONFLICT DO NOTHING)sql";

constexpr const char* insert_consents = R"sql(
INSERT INTO consents (petition, submission_id, name, how, purpose, by, answer, text_hash, at)
SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
  $7::text[], $8::text[], $9::bigint[])
ON CONFLICT DO NOTHING)sql";

constexpr const char* insert_people = R"sql(
INSERT INTO people (petition, person_key, address_key, place, submission_id)
SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[], $4::smallint[], $5::uuid[])
ON CONFLICT DO NOTHING)sql";

constexpr const char* change_people = R"sql(
UPDATE people AS p SET person_key = n.to_key, submission_id = n.to_id
FROM unnest($1::text[], $2::bytea[], $3::uuid[], $4::bytea[], $5::uuid[])
  AS n (petition, from_key, from_id, to_key, to_id)
WHERE p.petition = n.petition AND p.person_key = n.from_key AND p.submission_id = n.from_id)sql";

constexpr const char* add_to_tallies = R"sql(
INSERT INTO tallies (petition, replica, people, written_at)
SELECT petition, $3::text, people, $4::bigint
FROM unnest($1::text[], $2::bigint[]) AS n (petition, people)
ON CONFLICT (petition, replica) DO UPDATE
SET people = tallies.people + excluded.people, written_at = excluded.written_at)sql";

template <std::size_t size>
Statement statement_of(const char* sql, const std::array<Column, size>& columns) {
  Statement statement{sql};
  for (const Column& column : columns) statement.parameters.push_back(column.array());
  return statement;
}

}  // namespace

Batch::Batch(const std::vector<Entry>& entries, const std::vector<Keys>& keys, Known& known) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const auto same = known.submission(entry.signature.submission_id, keys[i]);
    std::optional<KeptSubmission> earlier;
    if (!entry.earlier_id.empty()) earlier = known.submission(entry.earlier_id, keys[i]);
    const auto receipt = receipt_of(entry, same, earlier);
    if (!receipt) add(entry, keys[i], known);
    receipts_.push_back(receipt.value_or(Receipt::kept));
    // Something is written for those that were kept before, too: only then does a commit wait until
    // the machines have them that must.
    if (is_kept(receipts_.back())) gains_[entry.petition] += 0;
  }
  // All write in one order, so that no two wait for each other.
  std::sort(submissions_.begin(), submissions_.end(), [](const auto& a, const auto& b) {
    return a.entry->signature.submission_id < b.entry->signature.submission_id;
  });
  std::sort(people_.begin(), people_.end(), [](const auto& a, const auto& b) {
    return a.person.signer.person.bytes < b.person.signer.person.bytes;
  });
  std::sort(changes_.begin(), changes_.end(),
            [](const auto& a, const auto& b) { return a.from.person.bytes < b.from.person.bytes; });
}

void Batch::add(const Entry& entry, const Keys& keys, Known& known) {
  std::vector<Person> nobody;
  const bool has_address = !keys.address.bytes.empty();
  auto& people = has_address ? known.people_at(entry.petition, keys.address) : nobody;
  std::vector<Signer> signers;
  signers.reserve(people.size());
  for (const Person& person : people) signers.push_back(person.signer);
  const Standing standing = standing_of(entry, keys, signers);
  submissions_.push_back({&entry, &keys, state_of(standing)});
  known.add_submission(entry, keys);
  put_person(entry, keys, standing, people);
}

void Batch::put_person(const Entry& entry, const Keys& keys, const Standing& standing,
                       std::vector<Person>& people) {
  const bool is_first = is_first_write(entry.petition, standing.person);
  if (standing.is_new) {
    ++gains_[entry.petition];
    put_new_person(entry, keys, standing.person, people);
  } else if (is_first) {
    changes_.push_back({entry.petition, standing.person, standing.person});
  }
}

// In the person's own row, that of a signature that does not count any more; else in a free place;
// else in the place of somebody who does not count any more.
void Batch::put_new_person(const Entry& entry, const Keys& keys, const Signer& signer,
                           std::vector<Person>& people) {
  const auto find = [&](auto is_it) { return std::find_if(people.begin(), people.end(), is_it); };
  auto row =
      find([&](const Person& other) { return other.signer.person.bytes == signer.person.bytes; });
  std::int64_t place = 1;
  while (find([&](const Person& other) { return other.place == place; }) != people.end()) ++place;
  if (row == people.end() && place > places) {
    row = find([](const Person& other) { return !other.signer.counts; });
  }
  if (row == people.end()) {
    people_.push_back({entry.petition, keys.address, {signer, place}});
    people.push_back({signer, place});
  } else {
    changes_.push_back({entry.petition, row->signer, signer});
    row->signer = signer;
  }
}

bool Batch::is_first_write(const std::string& petition, const Signer& signer) {
  return written_.emplace(petition, signer.person.bytes).second;
}

std::vector<Statement> Batch::statements(const std::string& replica, std::int64_t now) const {
  std::array<Column, 12> submissions;
  std::array<Column, 9> consents;
  for (const auto& [entry, keys, state] : submissions_) {
    const Signature& signature = entry->signature;
    const std::string& id = signature.submission_id;
    add_row(submissions, id, entry->petition, keys->content, keys->address, entry->received_at,
            state, signature.language, signature.document_version, entry->document_hash,
            signature.box_version, signature.source, entry->answers);
    for (const auto& [answer, purpose, by] : entry->consents) {
      add_row(consents, entry->petition, id, answer.consent, name_of(answer.how), purpose, by,
              name_of(answer.decision), answer.text_hash, answer.at);
    }
  }
  std::vector<Statement> all{{"BEGIN"},
                             statement_of(insert_submissions, submissions),
                             statement_of(insert_consents, consents),
                             people_inserted(),
                             add_to(replica, gains_, now)};
  // It would be planned each time, and mostly for nobody.
  if (!changes_.empty()) all.push_back(people_changed());
  return all;
}

std::vector<std::string> Batch::insertions() {
  return {insert_submissions, insert_consents, insert_people, add_to_tallies};
}

Statement Batch::people_inserted() const {
  std::array<Column, 5> people;
  for (const auto& [petition, address, person] : people_) {
    const Blob& key = person.signer.person;
    add_row(people, petition, key, address.bytes.empty() ? key : address, person.place,
            person.signer.submission_id);
  }
  return statement_of(insert_people, people);
}

Statement Batch::people_changed() const {
  std::array<Column, 5> changes;
  for (const auto& [petition, from, to] : changes_) {
    add_row(changes, petition, from.person, from.submission_id, to.person, to.submission_id);
  }
  return statement_of(change_people, changes);
}

bool Batch::is_written(const Connection::Results& results) const {
  std::size_t consents = 0;
  for (const NewSubmission& submission : submissions_)
    consents += submission.entry->consents.size();
  std::vector<std::size_t> expected{submissions_.size(), consents, people_.size(), gains_.size()};
  if (!changes_.empty()) expected.push_back(changes_.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (results[i + 1].changed() != static_cast<std::int64_t>(expected[i])) return false;
  }
  return true;
}

Statement add_to(const std::string& replica, const Counts& gains, std::int64_t now) {
  std::array<Column, 2> columns;
  for (const auto& [petition, people] : gains) add_row(columns, petition, people);
  return {add_to_tallies, {columns[0].array(), columns[1].array(), replica, std::to_string(now)}};
}

}  // namespace petition_box::endpoint::postgresql
