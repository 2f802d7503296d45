#include <endpoint/sqlite/text_store.hpp>

namespace petition_box::endpoint::sqlite {

bool TextStore::prepare(Database& database) {
  return database.prepare(insert_statement_, R"sql(
INSERT OR IGNORE INTO statements (hash, petition, document_version, consent, language, text)
VALUES (?, ?, ?, ?, ?, ?))sql") &&
         database.prepare(all_statements_, "SELECT petition, consent, hash FROM statements") &&
         database.prepare(insert_document_, R"sql(
INSERT OR IGNORE INTO documents (petition, version, hash, text, served_from)
VALUES (?, ?, ?, ?, ?))sql") &&
         database.prepare(
             other_texts_,
             "SELECT 1 FROM documents WHERE petition = ? AND version = ? AND hash <> ?") &&
         database.prepare(find_documents_, R"sql(
SELECT hash, text FROM documents WHERE petition = ? AND version = ?
ORDER BY served_from DESC)sql") &&
         database.prepare(find_statements_,
                          "SELECT consent FROM statements WHERE hash = ? AND petition = ?");
}

std::optional<KnownStatements> TextStore::keep_statements(
    Database& database, const std::vector<ShownStatement>& statements) {
  if (!database.run("BEGIN IMMEDIATE")) return std::nullopt;
  for (const ShownStatement& shown : statements) {
    insert_statement_.bind(shown.hash).bind(shown.petition).bind(shown.document_version);
    insert_statement_.bind(shown.consent);
    insert_statement_.bind(shown.statement.language).bind(shown.statement.text);
    if (!insert_statement_.run()) return std::nullopt;
  }
  if (!database.run("COMMIT")) return std::nullopt;
  KnownStatements known;
  Query& all = all_statements_;
  while (all.step()) known.add(all.text(0), all.text(1), all.text(2));
  return all.reset() ? std::optional(std::move(known)) : std::nullopt;
}

std::optional<std::vector<ServedDocument>> TextStore::keep_documents(
    Database& database, const std::vector<ServedDocument>& documents, std::int64_t now) {
  if (!database.run("BEGIN IMMEDIATE")) return std::nullopt;
  std::vector<ServedDocument> changed;
  for (const ServedDocument& document : documents) {
    insert_document_.bind(document.petition).bind(document.version).bind(document.hash);
    if (!insert_document_.bind(document.text).bind(now).run()) return std::nullopt;
    other_texts_.bind(document.petition).bind(document.version).bind(document.hash);
    if (other_texts_.step()) changed.push_back(document);
    if (!other_texts_.reset()) return std::nullopt;
  }
  return database.run("COMMIT") ? std::optional(std::move(changed)) : std::nullopt;
}

std::optional<std::vector<ServedDocument>> TextStore::find_documents(const std::string& petition,
                                                                     const std::string& version) {
  std::vector<ServedDocument> found;
  Query& query = find_documents_.bind(petition).bind(version);
  while (query.step()) found.push_back({petition, version, query.text(0), query.text(1)});
  return query.reset() ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<KnownStatements> TextStore::find_statements(const std::string& petition,
                                                          const std::vector<std::string>& hashes) {
  KnownStatements known;
  for (const std::string& hash : hashes) {
    Query& query = find_statements_.bind(hash).bind(petition);
    while (query.step()) known.add(petition, query.text(0), hash);
    if (!query.reset()) return std::nullopt;
  }
  return known;
}

}  // namespace petition_box::endpoint::sqlite
