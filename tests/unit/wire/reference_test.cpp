#include <unit/catch.hpp>

#include <string>

#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>
#include <wire/reference.hpp>

namespace petition_box {
namespace {

const Petition& petition() {
  static const Petition petition = documents::read(documents::full);
  return petition;
}

Signature signature() {
  Signature signature;
  signature.submission_id = "919108f7-52d1-4320-9bac-f847db4148a8";
  signature.language = "fr";
  signature.document_version = "2026-02-01";
  signature.box_version = "0.1.0";
  signature.answers["given_name"] = "Zoë & Cie";
  signature.answers["family_name"] = "=D’Essai+";
  signature.answers["email_address"] = "zoe@example.org";
  signature.answers["comment"] = "one\ntwo";
  signature.answers.consent("sign") = {"sign", Decision::given, How::box, 1'770'000'000'123,
                                       std::string(64, 'a')};
  signature.answers.consent("updates") = {"updates", Decision::refused, How::second_question, 0,
                                          std::string(64, 'b')};
  return signature;
}

std::string listed(const std::vector<NameValue>& pairs) {
  std::string list;
  for (const NameValue& pair : pairs) list += pair.name + ": " + pair.value + "\n";
  return list;
}

TEST_CASE("wire: a signature is written with what was answered and what was agreed to") {
  CHECK(listed(reference::write(signature(), petition())) ==
        "submission_id: 919108f7-52d1-4320-9bac-f847db4148a8\n"
        "language: fr\n"
        "document_version: 2026-02-01\n"
        "box_version: 0.1.0\n"
        "given_name: Zoë & Cie\n"
        "family_name: =D’Essai+\n"
        "email_address: zoe@example.org\n"
        "comment: one\ntwo\n"
        "consent_sign: given\n"
        "consent_sign_text: " +
            std::string(64, 'a') +
            "\n"
            "consent_sign_at: 1770000000123\n"
            "consent_sign_how: box\n"
            "consent_updates: refused\n"
            "consent_updates_text: " +
            std::string(64, 'b') +
            "\n"
            "consent_updates_how: second_question\n");
}

TEST_CASE("wire: a consent of which nothing was said is not sent") {
  Signature asked = signature();
  asked.answers.consent("updates").decision = Decision::none;
  CHECK(listed(reference::write(asked, petition())).find("updates") == std::string::npos);
}

TEST_CASE("wire: the endpoint reads the signature that the box wrote") {
  const Signature sent = signature();
  const std::vector<NameValue> pairs = reference::write(sent, petition());
  const Signature read = reference::read(read_urlencoded(write_urlencoded(pairs)), petition());
  CHECK(listed(reference::write(read, petition())) == listed(pairs));
  CHECK(read.answers.gives("sign"));
  CHECK_FALSE(read.answers.gives("updates"));
  CHECK(read.answers.consent("sign").at == 1'770'000'000'123);
}

TEST_CASE("wire: the source is sent and read where the petition names a parameter for it") {
  Signature sent = signature();
  sent.source = "May & June";
  Petition asks = petition();
  asks.source_parameter = "utm_source";
  const std::vector<NameValue> pairs = reference::write(sent, asks);
  CHECK(pairs[4].name == "source");
  CHECK(pairs[4].value == "May & June");
  CHECK(reference::read(pairs, asks).source == "May & June");
  CHECK(reference::read(pairs, petition()).source.empty());
  CHECK(reference::most_body_bytes_of(asks) > reference::most_body_bytes_of(petition()));
}

TEST_CASE("wire: of a name that is sent twice the first counts, and unknown names do not") {
  const Signature read = reference::read({{"given_name", "Zoë"},
                                          {"role", "admin"},
                                          {"given_name", "Other"},
                                          {"consent_sign", "given"},
                                          {"consent_sign", "refused"}},
                                         petition());
  CHECK(read.answers["given_name"] == "Zoë");
  CHECK(read.answers.gives("sign"));
  CHECK(read.submission_id.empty());
}

TEST_CASE("wire: what cannot be read of a signature is said, name by name") {
  struct Row {
    NameValue pair;
    std::string faults;
  };
  const Row rows[] = {
      {{"given_name", "Fran\xE7ois"}, "given_name.encoding "},
      {{"comment", "\xED\xA0\x80"}, "comment.encoding "},
      {{"unknown", "\xC0\xAF"}, "unknown.encoding "},
      {{"nam\xE9", "x"}, "nam\xE9.encoding "},
      {{"given_name", "Zoë"}, ""},
      {{"consent_sign", "given"}, ""},
      {{"consent_sign", "refused"}, ""},
      {{"consent_sign", ""}, ""},
      {{"consent_updates", "yes"}, "consent_updates.format "},
      {{"consent_sign", "given\xff"}, "consent_sign.encoding consent_sign.format "},
      {{"consent_sign_how", "second_question"}, ""},
      {{"consent_sign_how", "dialog"}, "consent_sign_how.format "},
      {{"consent_sign_at", "1770000000123"}, ""},
      {{"consent_sign_at", ""}, ""},
      {{"consent_sign_at", "12abc"}, "consent_sign_at.format "},
      {{"consent_updates_at", "-1"}, "consent_updates_at.format "},
      {{"consent_updates_at", "1.5"}, "consent_updates_at.format "},
      {{"consent_sign_at", std::string("12\0", 3)}, "consent_sign_at.format "},
      {{"consent_sign_at", std::string(16, '9')}, "consent_sign_at.format "},
  };
  for (const auto& [pair, faults] : rows) {
    CAPTURE(pair.name, pair.value);
    std::string found;
    for (const FieldError& fault : reference::faults_in({pair}, petition())) {
      found += fault.name + "." + fault.code + " ";
    }
    CHECK(found == faults);
  }
}

TEST_CASE("wire: only the word given gives a consent") {
  for (const std::string word : {"", "refused", "on", "true", "1", "Given", "given "}) {
    CHECK_FALSE(reference::read({{"consent_sign", word}}, petition()).answers.gives("sign"));
  }
}

TEST_CASE("wire: the moment of a consent is a whole number of milliseconds, or not known") {
  struct Row {
    std::string written;
    std::int64_t at;
  };
  const Row rows[] = {{"1770000000123", 1'770'000'000'123},
                      {"0", 0},
                      {"999999999999999", 999'999'999'999'999},
                      {"1000000000000000", 0},
                      {"-1", 0},
                      {"1e3", 0},
                      {" 1", 0},
                      {"", 0},
                      {"99999999999999999999999999", 0}};
  for (const auto& [written, at] : rows) {
    CAPTURE(written);
    CHECK(reference::read({{"consent_sign_at", written}}, petition()).answers.consent("sign").at ==
          at);
  }
}

constexpr std::int64_t moment = 1'792'567'680'000;  // 2026-10-21T07:28:00Z

std::string outcome(int status, const std::string& body, const std::string& retry_after = {}) {
  return told(reference::outcome({status, retry_after, body}, moment));
}

TEST_CASE("wire: a signature is received only where the endpoint says so") {
  struct Row {
    int status;
    std::string body;
    std::string outcome;
  };
  const Row rows[] = {
      {200, R"({"status": "received"})", "received"},
      {201, R"({"status": "received"})", "received"},
      {201, R"({"status": "received", "count": 7})", "received"},
      {201, R"({"status": "signed", "count": 7})", "not confirmed"},
      {202, R"({"status": "to_be_confirmed"})", "to be confirmed"},
      {200, "", "not confirmed"},
      {200, "{}", "not confirmed"},
      {200, "[]", "not confirmed"},
      {200, "\"received\"", "not confirmed"},
      {200, "<!doctype html><title>Welcome to our network</title>", "not confirmed"},
      {200, R"({"status": "Received"})", "not confirmed"},
      {200, R"({"status": ["received"]})", "not confirmed"},
      {200, R"([{"status": "received"}])", "not confirmed"},
      {200, R"({"status": "received", "status": "refused"})", "not confirmed"},
      {200, R"({"status": "to_be_confirmed"})", "not confirmed"},
      {202, R"({"status": "received"})", "not confirmed"},
      {203, R"({"status": "received"})", "not confirmed"},
      {204, "", "not confirmed"},
      {206, R"({"status": "received"})", "not confirmed"},
      {200, std::string(70'000, ' ') + R"({"status": "received"})", "not confirmed"},
      {200, std::string(10'000, '['), "not confirmed"},
      {200, R"({"ok": true})", "not confirmed"},
      {200, R"({"count": 12})", "not confirmed"},
      {201, R"({"status": "recei)", "not confirmed"},
      {201, R"({"status": "to_be_confirmed"})", "not confirmed"},
      {299, "", "not confirmed"},
  };
  for (const auto& [status, body, result] : rows) {
    CAPTURE(status, body.substr(0, 60));
    CHECK(outcome(status, body) == result);
  }
}

TEST_CASE("wire: what the endpoint refuses is told by field and code") {
  const std::string one =
      R"({"errors": [{"pointer": "#/email_address", "code": "email_address.format"}]})";
  CHECK(outcome(422, one) == "refused email_address:format");
  CHECK(outcome(400, one) == "refused email_address:format");
  CHECK(outcome(413, one) == "refused email_address:format");
  CHECK(outcome(422, R"({"type": "about:blank", "errors": [
            {"pointer": "#/given_name", "code": "given_name.missing", "detail": "Missing"},
            {"pointer": "#/consent_sign", "code": "missing"},
            {"pointer": "#/a/b", "code": "a.b.c"},
            {"pointer": "#/x", "code": ""}]})") ==
        "refused given_name:missing consent_sign:missing a/b:c x:");
}

TEST_CASE("wire: a refusal that names no field is none of the signer's") {
  for (const std::string body :
       {"", "{}", "<html>", R"({"errors": []})", R"({"errors": {}})", R"({"errors": "#/a"})",
        R"({"errors": ["#/a", 1, null, {}]})", R"({"errors": [{"pointer": "/a", "code": "b"}]})",
        R"({"errors": [{"pointer": 1, "code": "b"}]})"}) {
    CAPTURE(body);
    CHECK(outcome(422, body) == "set up wrongly");
    CHECK(outcome(400, body) == "set up wrongly");
    CHECK(outcome(413, body) == "too long");
  }
}

TEST_CASE("wire: each status that is no success leads to what it means") {
  struct Row {
    std::vector<int> statuses;
    std::string outcome;
  };
  const Row rows[] = {{{408, 425, 429, 503}, "not now"},
                      {{0, 100, 103, 409, 500, 502, 504, 507, 511, 520, 599}, "lost"},
                      {{203, 204, 206, 226}, "not confirmed"},
                      {{300, 301, 302, 303, 304, 307, 308, 401, 403, 404, 405, 406,
                        407, 411, 414, 415, 418, 421, 431, 451, 501, 505, 600, 999},
                       "set up wrongly"},
                      {{413}, "too long"},
                      {{410}, "closed"}};
  for (const auto& [statuses, result] : rows) {
    for (const int status : statuses) {
      CAPTURE(status);
      CHECK(outcome(status, "") == result);
      CHECK(outcome(status, R"({"status": "received"})") == result);
    }
  }
}

TEST_CASE("wire: the least time to wait comes from the header, else from the body, in seconds") {
  struct Row {
    std::string header;
    std::string body;
    std::string outcome;
  };
  const Row rows[] = {
      {"", "", "not now"},
      {"120", "", "not now 120"},
      {"0", "", "not now 0"},
      {"", R"({"retry_after": 30})", "not now 30"},
      {"120", R"({"retry_after": 30})", "not now 120"},
      {"in a minute", R"({"retry_after": 30})", "not now 30"},
      {"-1", "", "not now"},
      {"1.5", "", "not now"},
      {"1 ", "", "not now"},
      {"9999999999999999", "", "not now"},
      {"", R"({"retry_after": -30})", "not now"},
      {"", R"({"retry_after": "30"})", "not now"},
      {"", R"({"retry_after": 9223372036854775807})", "not now 9223372036854775807"}};
  for (const auto& [header, body, result] : rows) {
    CAPTURE(header, body);
    CHECK(outcome(429, body, header) == result);
    CHECK(outcome(503, body, header) == result);
  }
}

TEST_CASE(
    "wire: a date to wait for is counted from the answer's own, whatever the signer's clock") {
  constexpr std::int64_t minute = 60'000;
  const auto seconds = [&](std::int64_t until, std::int64_t date, std::int64_t now) {
    const std::string body = R"({"retry_after": 30})";
    return told(reference::outcome({503, "a date", body, until, date}, now));
  };
  CHECK(seconds(moment, moment - minute, moment) == "not now 60");
  CHECK(seconds(moment, moment - minute, moment + 400 * 24 * 60 * minute) == "not now 60");
  CHECK(seconds(moment, moment - minute, 0) == "not now 60");
  CHECK(seconds(moment, moment + minute, 0) == "not now 0");
  CHECK(seconds(moment, 0, moment - 119'500) == "not now 120");
  CHECK(seconds(moment, 0, moment + minute) == "not now 0");
  CHECK(seconds(0, moment, moment) == "not now 30");
}

TEST_CASE("wire: an answer that is lost on the way to another place is no network's fault") {
  const auto after = [&](int status, const std::string& body) {
    return told(reference::outcome({status, "", body, 0, 0, true}, moment));
  };
  CHECK(after(0, "") == "set up wrongly");
  CHECK(after(200, "<!doctype html>") == "not confirmed");
  CHECK(after(201, R"({"status": "received"})") == "received");
  CHECK(after(503, "") == "not now");
}

TEST_CASE("wire: the number of signatures, and that a petition is closed, is read from a success") {
  const auto standing = [](int status, const std::string& body) {
    const auto found = reference::standing({status, "", body});
    if (!found) return std::string("nothing");
    const std::string count = found->count ? " " + std::to_string(*found->count) : "";
    return "open" + count + (found->closed ? ", no: closed" : "");
  };
  CHECK(standing(200, R"({"count": 12345})") == "open 12345");
  CHECK(standing(200, R"({"count": 0, "closed": false})") == "open 0");
  CHECK(standing(200, R"({"count": 7, "closed": true})") == "open 7, no: closed");
  CHECK(standing(200, R"({"closed": true})") == "open, no: closed");
  CHECK(standing(200, R"({"closed": "true"})") == "open");
  CHECK(standing(200, R"({"closed": 1})") == "open");
  CHECK(standing(404, R"({"count": 12345, "closed": true})") == "nothing");
  CHECK(standing(0, R"({"count": 12345})") == "nothing");
  CHECK(standing(200, R"({"count": -1})") == "open");
  CHECK(standing(200, R"({"count": 1e3})") == "open");
  CHECK(standing(200, R"({"signature_count": 1})") == "open");
  CHECK(standing(200, "12345") == "open");
  CHECK(standing(200, "") == "open");
}

}  // namespace
}  // namespace petition_box
