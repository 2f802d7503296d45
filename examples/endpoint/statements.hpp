#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <command/catalogues.hpp>
#include <document/petition.hpp>
#include <form/statement.hpp>
#include <language/platform.hpp>

namespace petition_box::endpoint {

// A statement that a petition shows beside a consent.
struct ShownStatement {
  std::string petition;
  std::string document_version;
  std::string consent;  // its name
  Statement statement;
  std::string hash;  // SHA-256 of its text
};

// Every statement that the petition can show: the box's words may be in another language than the
// controller's name in them.
std::vector<ShownStatement> statements_of(const Petition& petition, const Catalogues& catalogues,
                                          const Platform& platform);

// The statements that petitions have shown, now or in earlier versions of their documents.
class KnownStatements {
 public:
  void add(std::string petition, std::string consent, std::string hash) {
    known_.emplace(std::move(petition), std::move(consent), std::move(hash));
  }

  bool has(const std::string& petition, const std::string& consent, const std::string& hash) const {
    return known_.count({petition, consent, hash}) != 0;
  }

 private:
  std::set<std::tuple<std::string, std::string, std::string>> known_;
};

}  // namespace petition_box::endpoint
