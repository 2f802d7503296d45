#include <array>
#include <charconv>
#include <utility>

#include <digest/sha256.hpp>
#include <endpoint/entry.hpp>
#include <endpoint/environment.hpp>
#include <endpoint/kept_answers.hpp>

namespace petition_box::endpoint {
namespace {

std::vector<ConsentRecord> records_of(const Answers& answers, const Petition& petition) {
  std::vector<ConsentRecord> records;
  for (const Consent& consent : petition.consents) {
    records.push_back(record_of(answers.consent(consent.name), consent, petition));
  }
  return records;
}

// An id that is the same for the same text.
std::string id_from(const std::string& text) {
  const std::string hash = sha256(text);
  std::array<unsigned char, 16> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::from_chars(&hash[2 * i], &hash[2 * i] + 2, bytes[i], 16);
  }
  return make_uuid(bytes);
}

// A form without script may send no id, and its button may be pressed twice: for ten seconds the
// same content has the same id.
void give_id(Entry& entry) {
  const std::int64_t period = entry.received_at / twice_within_ms;
  entry.signature.submission_id = id_from(entry.content + std::to_string(period));
  entry.earlier_id = id_from(entry.content + std::to_string(period - 1));
}

}  // namespace

ConsentRecord record_of(ConsentAnswer answer, const Consent& consent, const Petition& petition) {
  std::string by = consent.by ? consent.by->name.in(petition.languages).text : "";
  return {std::move(answer), consent.purpose, std::move(by)};
}

Entry entry_of(const ShelvedPetition& shown, Signature signature) {
  const Petition& petition = *shown.petition;
  Entry entry;
  entry.petition = petition.id;
  entry.content = sha256(content_of(signature.answers, petition));
  entry.answers = kept_answers(signature.answers, petition);
  entry.consents = records_of(signature.answers, petition);
  // Of a version that is not known, or had several texts, nobody can tell which it was.
  if (signature.document_version == petition.version) entry.document_hash = shown.text_hash;
  entry.signature = std::move(signature);
  entry.received_at = now();
  if (entry.signature.submission_id.empty()) give_id(entry);
  return entry;
}

std::string id_of_other_content(const Entry& entry) {
  return id_from(entry.signature.submission_id + entry.content);
}

}  // namespace petition_box::endpoint
