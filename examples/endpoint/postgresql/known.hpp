#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <endpoint/keys.hpp>
#include <endpoint/postgresql/connection.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/standing.hpp>

namespace petition_box::endpoint::postgresql {

// A row of people.
struct Person {
  Signer signer;
  std::int64_t place = 1;  // among those at one address
};

// What the database has that some entries meet, and after it what these add to it.
class Known {
 public:
  // What to ask the database of.
  static std::vector<Statement> questions(const std::vector<Entry>& entries,
                                          const std::vector<Keys>& keys);

  // What it answered.
  explicit Known(const Connection::Results& answers);

  // The submission under that id, compared with the entry.
  std::optional<KeptSubmission> submission(const std::string& id, const Keys& keys) const;

  void add_submission(const Entry& entry, const Keys& keys);

  // Those at the address, in the order of their keys.
  std::vector<Person>& people_at(const std::string& petition, const Blob& address) {
    return people_[{petition, address.bytes}];
  }

 private:
  struct Submission {
    Blob content;
    std::int64_t received_at = 0;
  };

  std::map<std::string, Submission> submissions_;
  std::map<std::pair<std::string, std::string>, std::vector<Person>> people_;
};

}  // namespace petition_box::endpoint::postgresql
