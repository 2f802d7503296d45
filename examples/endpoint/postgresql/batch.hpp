#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <endpoint/count.hpp>
#include <endpoint/keys.hpp>
#include <endpoint/postgresql/connection.hpp>
#include <endpoint/postgresql/known.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/standing.hpp>

namespace petition_box::endpoint::postgresql {

// What a transaction writes of some entries, by what was in the database before it. Another replica
// may have written meanwhile: then fewer rows are written than were to be, and nothing may stay.
class Batch {
 public:
  // All three must outlive it.
  Batch(const std::vector<Entry>& entries, const std::vector<Keys>& keys, Known& known);

  // What becomes of each entry, once all is written.
  const std::vector<Receipt>& receipts() const { return receipts_; }

  // How many people each petition gains; those that gain none and are answered "kept" are there.
  // Empty: there is nothing to write.
  const Counts& gains() const { return gains_; }

  // Replica: the one that counts. Now: ms since 1970.
  std::vector<Statement> statements(const std::string& replica, std::int64_t now) const;

  // Those of them that need no plan: they only insert.
  static std::vector<std::string> insertions();

  // Whether these have written all that they were to.
  bool is_written(const Connection::Results& results) const;

 private:
  struct NewSubmission {
    const Entry* entry;
    const Keys* keys;
    const char* state;
  };
  struct NewPerson {
    std::string petition;
    Blob address;
    Person person;
  };
  // Of a row of people that is there: what it is, and what it is to be.
  struct Change {
    std::string petition;
    Signer from;
    Signer to;
  };

  void add(const Entry& entry, const Keys& keys, Known& known);
  void put_person(const Entry& entry, const Keys& keys, const Standing& standing,
                  std::vector<Person>& people);
  void put_new_person(const Entry& entry, const Keys& keys, const Signer& signer,
                      std::vector<Person>& people);
  Statement people_inserted() const;
  Statement people_changed() const;
  bool is_first_write(const std::string& petition, const Signer& signer);

  std::vector<Receipt> receipts_;
  Counts gains_;
  std::vector<NewSubmission> submissions_;
  std::vector<NewPerson> people_;
  std::vector<Change> changes_;
  std::set<std::pair<std::string, std::string>> written_;  // rows of people, by their keys
};

// What adds to the number of people that a replica has counted; it writes a row for each petition
// that is named, also where nobody is added.
Statement add_to(const std::string& replica, const Counts& gains, std::int64_t now);

}  // namespace petition_box::endpoint::postgresql
