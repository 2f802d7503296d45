#include <algorithm>
#include <utility>

#include <digest/sha256.hpp>
#include <endpoint/accept.hpp>
#include <endpoint/entry.hpp>
#include <endpoint/environment.hpp>
#include <endpoint/signing.hpp>
#include <endpoint/submission.hpp>
#include <form/campaign_source.hpp>
#include <form/check.hpp>
#include <form/hygiene.hpp>
#include <form/statement.hpp>
#include <language/tag.hpp>
#include <snippet/address.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>
#include <wire/reference.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::size_t most_tag_length = 35;  // RFC 5646 section 4.4.1

// What comes along with the answers, cleaned in place.
std::vector<FieldError> check_evidence(Signature& signature, const Platform& platform) {
  std::vector<FieldError> errors;
  const auto expect = [&](bool right, const char* name, const char* code) {
    if (!right) errors.push_back({name, code});
  };
  const std::string& tag = signature.language;
  expect(tag.empty() || is_language_tag(tag), "language", "format");
  expect(tag.size() <= most_tag_length, "language", "too_long");
  const auto take_version = [&](std::string& version, const char* name) {
    expect(version.size() <= 4 * most_version_length, name, "too_long");
    if (!errors.empty()) return;
    const auto [text, fault] = clean_line(version, platform);
    expect(fault == nullptr, name, "format");
    expect(length_of(text) <= most_version_length, name, "too_long");
    version = text;
  };
  take_version(signature.document_version, "document_version");
  take_version(signature.box_version, "box_version");
  const std::string& id = signature.submission_id;
  expect(id.empty() || is_uuid(id), "submission_id", "format");
  return errors;
}

// The consent that is asked about a second time; null where there is none.
const Consent* asked_again(const Petition& petition) {
  for (const Consent& consent : petition.consents) {
    if (consent.second_question) return &consent;
  }
  return nullptr;
}

// Whoever has answered is not asked again, nor is who left no address for the news.
bool asks_again(const Petition& petition, const Answers& answers) {
  const Consent* const consent = asked_again(petition);
  return consent != nullptr && !answers["email_address"].empty() &&
         answers.consent(consent->name).decision == Decision::none;
}

constexpr const char* token_name = "again";

std::string value_of(const std::vector<NameValue>& pairs, std::string_view name) {
  for (const NameValue& pair : pairs) {
    if (pair.name == name) return pair.value;
  }
  return {};
}

std::string value_in(std::string_view urlencoded, std::string_view name) {
  return value_of(read_urlencoded(urlencoded), name);
}

// Without script the form has no more than its page, of which the address is told: pages with an
// empty form are the same for all who come, whatever their addresses say besides.
std::string source_in(const Request& request, const Petition& petition) {
  const std::string& parameter = petition.source_parameter;
  const std::size_t query = request.referrer.find('?');
  if (parameter.empty() || query == std::string::npos) return {};
  return value_in(std::string_view(request.referrer).substr(query + 1), parameter);
}

// Whether it can be the SHA-256 of a statement.
bool is_hash(std::string_view text) {
  const auto fits = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  return text.size() == 64 && std::all_of(text.begin(), text.end(), fits);
}

Reply to_thanks(const Appearance& appearance, const std::string& token) {
  std::string location = in_language("thanks#pb-status", appearance.language);
  if (!token.empty()) location = with_query(std::move(location), token_name, token);
  location = in_same_frame(std::move(location), appearance);
  return Reply{303, {{"Location", std::move(location)}, {"Cache-Control", "no-store"}}, nullptr};
}

Problem not_now() { return {503, "The signature could not be kept. Send it again.", {}, 5}; }

Problem closed() { return {410, "The petition is closed."}; }

Problem refused(std::vector<FieldError> errors) {
  return {422, "The signature cannot be taken as it is.", std::move(errors)};
}

}  // namespace

boost::asio::awaitable<Reply> Signing::post(const ShelvedPetition& shelved, const Request& request,
                                            Appearance appearance) const {
  Signer signer{shelved.petition, appearance, wants_page(request), {}};
  auto sent = read_submission(request, *shelved.petition);
  if (auto* problem = std::get_if<Problem>(&sent)) {
    if (request.is_cut) {
      signer.typed = reference::read(read_urlencoded(request.body), *shelved.petition);
    }
    co_return refuse(signer, std::move(*problem));
  }
  const auto& pairs = *std::get_if<std::vector<NameValue>>(&sent);
  // Every endpoint judges a signature by what its signer was shown, and keeps the same of it.
  const auto shown = co_await shown_to(shelved, pairs);
  if (!shown) {
    signer.typed = reference::read(pairs, *shelved.petition);
    co_return refuse(signer, not_now());
  }
  auto received =
      read(*shown ? **shown : shelved, shelved.petition->is_closed(now()),
           Signer{*shown ? (*shown)->petition : shelved.petition, appearance, signer.page, {}},
           pairs, request);
  if (auto* reply = std::get_if<Reply>(&received)) co_return std::move(*reply);
  auto& pending = *std::get_if<Pending>(&received);
  if (pending.is_outdated && !co_await look_elsewhere(pending)) {
    co_return refuse(pending.signer, not_now());
  }
  Receipt receipt = co_await writer_.keep(pending.entry);
  while (receipt == Receipt::reused && pending.signer.page) {
    // Somebody went back in the browser, and the next person signed on the same page.
    pending.entry.signature.submission_id = id_of_other_content(pending.entry);
    receipt = co_await writer_.keep(pending.entry);
  }
  co_return reply_to(pending, receipt);
}

// The petition by another version of its document than the one that is served, where the signature
// names one that is known.
boost::asio::awaitable<std::optional<Archive::Version>> Signing::shown_to(
    const ShelvedPetition& shelved, const std::vector<NameValue>& pairs) const {
  const std::string version = value_of(pairs, "document_version");
  const bool is_other = !version.empty() && version != shelved.petition->version;
  if (!is_other || !is_utf8(version) || length_of(version) > most_version_length) {
    co_return Archive::Version();
  }
  co_return co_await archive_.version(shelved, version);
}

// The signature as it is to be kept, or the answer to what is none.
std::variant<Signing::Pending, Reply> Signing::read(const ShelvedPetition& shown, bool is_closed,
                                                    Signer signer,
                                                    const std::vector<NameValue>& pairs,
                                                    const Request& request) const {
  const Petition& petition = *shown.petition;
  Signature signature = reference::read(pairs, petition);
  signature.submission_id = submission_id_of(pairs, request);
  std::string& source = signature.source;
  if (source.empty() && signer.page) source = source_in(request, petition);
  source = clean_source(source, platform_);
  std::string& language = signer.appearance.language;
  if (language.empty()) language = signature.language;
  if (signer.page) signer.typed = signature;
  std::vector<FieldError> errors = take(signature, pairs, petition);
  if (!errors.empty()) {
    return refuse(signer, is_closed ? closed() : refused(std::move(errors)));
  }
  complete(signature, signer);
  // One that was kept before has the same answer again, whatever has become of the petition since.
  Entry entry = entry_of(shown, std::move(signature));
  std::optional<Problem> problem;
  auto out_of_date = outdated(entry, {});
  const bool is_outdated = !is_closed && !out_of_date.empty();
  if (is_closed) problem = closed();
  if (is_outdated) problem = refused(std::move(out_of_date));
  entry.only_if_known = problem.has_value();
  Reply refusal = problem ? refuse(signer, *problem) : Reply{};
  return Pending{std::move(signer), std::move(entry), std::move(refusal), is_outdated};
}

// Checks what was sent and cleans it in place. Gives what is wrong with it.
std::vector<FieldError> Signing::take(Signature& signature, const std::vector<NameValue>& pairs,
                                      const Petition& petition) const {
  std::vector<FieldError> faults = reference::faults_in(pairs, petition);
  if (!faults.empty()) return faults;
  Checked checked = check(petition, signature.answers, platform_);
  const std::vector<FieldError> evidence_errors = check_evidence(signature, platform_);
  checked.errors.insert(checked.errors.end(), evidence_errors.begin(), evidence_errors.end());
  signature.answers = std::move(checked.cleaned);
  return std::move(checked.errors);
}

// A form without script does not say what stood beside its boxes: that is what our own form shows
// there.
void Signing::complete(Signature& signature, const Signer& signer) const {
  std::vector<std::string> ranges{signer.appearance.language};
  const auto& own = signer.petition->languages;
  ranges.insert(ranges.end(), own.begin(), own.end());
  const Language language(*catalogues_.in(ranges), platform_);
  if (signature.language.empty()) signature.language = language.tag();
  if (signature.document_version.empty()) signature.document_version = signer.petition->version;
  note_evidence(signature.answers, *signer.petition, language, ranges);
}

// The consents to statements that the petition has never shown, here or elsewhere.
std::vector<FieldError> Signing::outdated(const Entry& entry,
                                          const KnownStatements& elsewhere) const {
  std::vector<FieldError> errors;
  for (const auto& [answer, purpose, by] : entry.consents) {
    const std::string& consent = answer.consent;
    const std::string& hash = answer.text_hash;
    if (statements_.has(entry.petition, consent, hash)) continue;
    if (elsewhere.has(entry.petition, consent, hash)) continue;
    errors.push_back({control_name(consent), "outdated"});
  }
  return errors;
}

// Another endpoint, or another version of this program, may have shown what is not known here.
// False: the store could not be asked.
boost::asio::awaitable<bool> Signing::look_elsewhere(Pending& pending) const {
  std::vector<std::string> hashes;
  for (const ConsentRecord& record : pending.entry.consents) {
    if (is_hash(record.answer.text_hash)) hashes.push_back(record.answer.text_hash);
  }
  const auto elsewhere = co_await archive_.statements(pending.entry.petition, hashes);
  if (!elsewhere) co_return false;
  if (outdated(pending.entry, *elsewhere).empty()) pending.entry.only_if_known = false;
  co_return true;
}

Reply Signing::reply_to(const Pending& pending, Receipt receipt) const {
  switch (receipt) {
    case Receipt::kept:
      return receive(pending, pending.entry.signature.submission_id);
    case Receipt::kept_earlier:
      return receive(pending, pending.entry.earlier_id);
    case Receipt::reused:
      return refuse(pending.signer, refused({{"submission_id", "reused"}}));
    case Receipt::unknown:
      return pending.refusal;
    case Receipt::failed:
      break;
  }
  // It may have been kept all the same: sent again from the page, it is the same signature.
  Signer signer = pending.signer;
  signer.typed.submission_id = pending.entry.signature.submission_id;
  return refuse(signer, not_now());
}

Reply Signing::refuse(const Signer& signer, Problem problem) const {
  if (!signer.page) return write(problem);
  const auto& [petition, appearance, page, typed] = signer;
  if (problem.status == 410) return pages_.closed(petition, appearance, typed);
  if (problem.retry_after) {
    return pages_.fail(petition, appearance, typed)
        .set("Retry-After", std::to_string(*problem.retry_after));
  }
  if (problem.errors.empty()) {
    return pages_.problem(problem, appearance, "/petitions/" + petition->id + "/signatures");
  }
  return pages_.refuse(petition, appearance, typed, std::move(problem.errors));
}

Reply Signing::receive(const Pending& pending, const std::string& submission_id) const {
  if (!pending.signer.page) {
    return reply(201, "application/json", R"({"status":"received"})")
        .set("Cache-Control", "no-store");
  }
  std::string token;
  if (asks_again(*pending.signer.petition, pending.entry.signature.answers)) {
    token = tokens_.make(pending.entry.petition, submission_id, now());
  }
  return to_thanks(pending.signer.appearance, token);
}

Reply Signing::thanks(const ShelvedPetition& shelved, const Request& request) const {
  std::string token = value_in(request.query, token_name);
  if (!tokens_.read(token, shelved.petition->id, now())) token.clear();
  return pages_.thanks(shelved, appearance_of(request), token, request.referrer);
}

boost::asio::awaitable<Reply> Signing::post_second_answer(const ShelvedPetition& shelved,
                                                          const Request& request) const {
  const Appearance appearance = appearance_of(request);
  const Consent* const consent = asked_again(*shelved.petition);
  const auto submission_id =
      tokens_.read(value_in(request.body, token_name), shelved.petition->id, now());
  const std::string answer = value_in(request.body, "answer");
  const bool said_yes = answer == name_of(Decision::given);
  const bool said_no = answer == name_of(Decision::refused);
  if (consent == nullptr || !submission_id || (!said_yes && !said_no)) {
    co_return to_thanks(appearance, {});
  }
  const ConsentRecord record = second_answer(*shelved.petition, *consent, appearance,
                                             said_yes ? Decision::given : Decision::refused);
  bool kept = false;
  co_await writer_.between([&](SignatureStore& store) {
    kept = store.keep_answer(shelved.petition->id, *submission_id, record);
  });
  if (kept) co_return to_thanks(appearance, {});
  co_return pages_.problem(not_now(), appearance, request.path);
}

ConsentRecord Signing::second_answer(const Petition& petition, const Consent& consent,
                                     const Appearance& appearance, Decision decision) const {
  std::vector<std::string> ranges{appearance.language};
  ranges.insert(ranges.end(), petition.languages.begin(), petition.languages.end());
  const Language language(*catalogues_.in(ranges), platform_);
  const std::string text = statement_of(consent, petition, language, ranges).text;
  return record_of({consent.name, decision, How::second_question, now(), sha256(text)}, consent,
                   petition);
}

}  // namespace petition_box::endpoint
