#include <algorithm>
#include <array>
#include <tuple>

#include <endpoint/postgresql/column.hpp>
#include <endpoint/postgresql/text_store.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

constexpr const char* insert_statements = R"sql(
INSERT INTO statements (petition, document_version, consent, hash, language, text)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
ON CONFLICT DO NOTHING)sql";

constexpr const char* all_statements = "SELECT DISTINCT petition, consent, hash FROM statements";

constexpr const char* insert_documents = R"sql(
INSERT INTO documents (petition, version, hash, text, served_from)
SELECT petition, version, hash, text, $5::bigint
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS n (petition, version, hash, text)
ON CONFLICT DO NOTHING)sql";

constexpr const char* other_texts = R"sql(
SELECT DISTINCT d.petition, d.version
FROM unnest($1::text[], $2::text[], $3::text[]) AS n (petition, version, hash)
JOIN documents d ON d.petition = n.petition AND d.version = n.version AND d.hash <> n.hash)sql";

constexpr const char* find_documents = R"sql(
SELECT petition, version, hash, text FROM documents
WHERE petition = $1::text AND version = $2::text ORDER BY served_from DESC)sql";

constexpr const char* find_statements = R"sql(
SELECT DISTINCT petition, consent, hash FROM statements
WHERE petition = $1::text AND hash = ANY ($2::text[]))sql";

}  // namespace

// In one order whoever keeps them, so that no two replicas wait for each other.
std::vector<Statement> to_keep(std::vector<ShownStatement> statements) {
  const auto key = [](const ShownStatement& shown) {
    return std::tie(shown.petition, shown.hash, shown.document_version, shown.consent);
  };
  std::sort(statements.begin(), statements.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::array<Column, 6> columns;
  for (const auto& [petition, version, consent, statement, hash] : statements) {
    add_row(columns, petition, version, consent, hash, statement.language, statement.text);
  }
  Statement insert{insert_statements};
  for (const Column& column : columns) insert.parameters.push_back(column.array());
  return {std::move(insert), {all_statements}};
}

KnownStatements statements_in(const Rows& rows) {
  KnownStatements known;
  for (int row = 0; row < rows.count(); ++row) {
    known.add(rows.text(row, 0), rows.text(row, 1), rows.text(row, 2));
  }
  return known;
}

std::vector<Statement> to_keep(std::vector<ServedDocument> documents, std::int64_t now) {
  std::sort(documents.begin(), documents.end(),
            [](const auto& a, const auto& b) { return a.petition < b.petition; });
  std::array<Column, 4> columns;
  for (const auto& [petition, version, hash, text] : documents) {
    add_row(columns, petition, version, hash, text);
  }
  std::vector<std::string> keys;
  keys.reserve(columns.size());
  for (const Column& column : columns) keys.push_back(column.array());
  std::vector<std::string> all = keys;
  all.push_back(std::to_string(now));
  keys.pop_back();
  return {{insert_documents, std::move(all)}, {other_texts, std::move(keys)}};
}

Statement to_find_documents(const std::string& petition, const std::string& version) {
  return {find_documents, {petition, version}};
}

std::vector<ServedDocument> documents_in(const Rows& rows) {
  std::vector<ServedDocument> documents;
  documents.reserve(static_cast<std::size_t>(rows.count()));
  for (int row = 0; row < rows.count(); ++row) {
    documents.push_back(
        {rows.text(row, 0), rows.text(row, 1), rows.text(row, 2), rows.text(row, 3)});
  }
  return documents;
}

Statement to_find_statements(const std::string& petition, const std::vector<std::string>& hashes) {
  Column column;
  for (const std::string& hash : hashes) column.add(hash);
  return {find_statements, {petition, column.array()}};
}

}  // namespace petition_box::endpoint::postgresql
