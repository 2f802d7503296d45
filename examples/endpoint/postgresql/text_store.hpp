#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <endpoint/postgresql/connection.hpp>
#include <endpoint/signature_store.hpp>

namespace petition_box::endpoint::postgresql {

// The texts that signers have seen, by their hashes: statements beside consents, and documents.

// What keeps statements, and then gives all that were ever kept: statements_in.
std::vector<Statement> to_keep(std::vector<ShownStatement> statements);
KnownStatements statements_in(const Rows& rows);

// What keeps documents, and then gives the rows of those whose version had another text before.
std::vector<Statement> to_keep(std::vector<ServedDocument> documents, std::int64_t now);

// What finds the texts of a version, the last first: documents_in.
Statement to_find_documents(const std::string& petition, const std::string& version);
std::vector<ServedDocument> documents_in(const Rows& rows);

// What finds statements by their hashes: statements_in.
Statement to_find_statements(const std::string& petition, const std::vector<std::string>& hashes);

}  // namespace petition_box::endpoint::postgresql
