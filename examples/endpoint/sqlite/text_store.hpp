#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <endpoint/signature_store.hpp>
#include <endpoint/sqlite/database.hpp>

namespace petition_box::endpoint::sqlite {

// The texts that signers have seen, by their hashes: statements beside consents, and documents. On
// an error a function gives nothing, and may leave a transaction open.
class TextStore {
 public:
  // Whether the tables are there.
  bool prepare(Database& database);

  // See SignatureStore.
  std::optional<KnownStatements> keep_statements(Database& database,
                                                 const std::vector<ShownStatement>& statements);
  std::optional<std::vector<ServedDocument>> keep_documents(
      Database& database, const std::vector<ServedDocument>& documents, std::int64_t now);

  std::optional<std::vector<ServedDocument>> find_documents(const std::string& petition,
                                                            const std::string& version);
  std::optional<KnownStatements> find_statements(const std::string& petition,
                                                 const std::vector<std::string>& hashes);

 private:
  Query insert_statement_;
  Query all_statements_;
  Query insert_document_;
  Query other_texts_;
  Query find_documents_;
  Query find_statements_;
};

}  // namespace petition_box::endpoint::sqlite
