#include <unit/catch.hpp>

#include <string>

#include <document/read.hpp>
#include <english/mistakes.hpp>
#include <icu/icu_time_zones.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

std::string errors_in(const std::string& document) {
  const ReadPetition read = read_petition(document);
  json::Mistakes errors;
  for (const json::Mistake& mistake : read.mistakes) {
    if (mistake.severity == json::Severity::error) errors.push_back(mistake);
  }
  CHECK((read.petition != nullptr) == errors.empty());
  return describe_in_english(errors);
}

std::string warnings_in(const std::string& document) {
  const ReadPetition read = read_petition(document);
  CHECK(read.petition);
  return describe_in_english(read.mistakes);
}

TEST_CASE("document: a petition is read with all that its document says") {
  const ReadPetition read = read_petition(documents::full);
  CHECK(describe_in_english(read.mistakes) ==
        "/demands/1/en: expected a text, for this is one of the languages, found nothing");
  REQUIRE(read.petition);
  const Petition& petition = *read.petition;
  CHECK(petition.id == "clean-water");
  CHECK(petition.version == "2026-02-01");
  CHECK(petition.languages == std::vector<std::string>{"fr", "en"});
  CHECK(petition.title.in({"en"}).text == "For clean water");
  REQUIRE(petition.introduction.size() == 2);
  CHECK(petition.introduction[1].in({"fr"}).text == "Elle n’a pas de prix.");
  REQUIRE(petition.demands.size() == 2);
  CHECK(petition.demands[0].in({"fr"}).text == "Fermer la décharge.");
  CHECK(petition.goal == 20000);
  REQUIRE(petition.closes);
  CHECK(petition.closes->day == 31);
  CHECK(petition.controller.name.in({"en"}).text == "Test Association");
  CHECK(petition.controller.contact == "mailto:contact@example.org");
  CHECK(petition.controller.privacy_policy == "https://example.org/privacy");
  CHECK(petition.controller.purpose.in({"fr"}).text == "Remettre la pétition.");
  CHECK(petition.controller.retention.in({"en"}).text == "Two years.");
  CHECK(petition.consent("sign")->statement.in({"en"}).text == "I sign.");
  const Consent* updates = petition.consent("updates");
  REQUIRE(updates != nullptr);
  CHECK(updates->statement.in({"en"}).text == "Keep me informed.");
  REQUIRE(updates->second_question);
  CHECK(updates->second_question->question.in({"en"}).text == "Would you like news?");
  CHECK(updates->second_question->reassurance.in({"en"}).text ==
        "Your signature counts either way.");
}

TEST_CASE("document: whom it asks, its headings and its conclusion are read") {
  const Petition petition = documents::read(changed(
      documents::full, "\"goal\"",
      R"("addressee": {"fr": "le maire"}, "headings": {"demands": {"en": "Why"}, "timeline": "Faits"},
         "conclusion": [{"en": "Thanks."}, "Merci."], "goal")"));
  CHECK(petition.addressee.in({"en"}).text == "le maire");
  CHECK(petition.headings.demands.in({"fr"}).text == "Why");
  CHECK(petition.headings.timeline.in({"en"}).text == "Faits");
  REQUIRE(petition.conclusion.size() == 2);
  CHECK(petition.conclusion[1].in({"en"}).text == "Merci.");
  const Petition other = documents::read(documents::small);
  CHECK(other.addressee.empty());
  CHECK(other.headings.demands.empty());
  CHECK(other.headings.timeline.empty());
  CHECK(other.conclusion.empty());
}

TEST_CASE("document: each event of the timeline keeps the precision of its date") {
  const Petition petition = documents::read(documents::full);
  REQUIRE(petition.timeline.size() == 3);
  CHECK(petition.timeline[0].written_date == "2019");
  CHECK(petition.timeline[0].date.month == 0);
  CHECK(petition.timeline[1].written_date == "2023-11");
  CHECK(petition.timeline[1].date.month == 11);
  CHECK(petition.timeline[1].date.day == 0);
  CHECK(petition.timeline[1].source == "https://example.org/analyses");
  CHECK(petition.timeline[2].date.day == 21);
  CHECK(petition.timeline[2].source.empty());
}

TEST_CASE("document: fields are asked for in the order of the document, as it wants them") {
  const Petition petition = documents::read(documents::full);
  std::string asked;
  for (const Field& field : petition.fields) {
    asked += field.name + (field.optional ? "? " : " ");
    CHECK(field.kind == known_field(field.name)->kind);
  }
  CHECK(asked == "given_name family_name email_address country postal_code comment? ");
  CHECK(petition.field("country")->initial == "FR");
  CHECK(documents::read(documents::small).field("country") == nullptr);
}

TEST_CASE("document: what may be left out may be left out") {
  CHECK(warnings_in(documents::small).empty());
  const Petition petition = documents::read(documents::small);
  CHECK(petition.introduction.empty());
  CHECK(petition.timeline.empty());
  CHECK_FALSE(petition.goal);
  CHECK_FALSE(petition.closes);
  REQUIRE(petition.consents.size() == 1);
  CHECK(petition.consents[0].purpose == purpose::sign);
  CHECK(petition.consents[0].statement.empty());
}

TEST_CASE("document: a text is shown in the reader's language where its author wrote it in that") {
  const Petition petition = documents::read(documents::full);
  CHECK(petition.title.in({"en-GB", "fr"}).language == "en");
  CHECK(petition.title.in({"de", "fr-CA"}).language == "fr");
  CHECK(petition.title.in({"de"}).language == "fr");
  CHECK(petition.title.in({}).language == "fr");
  CHECK(petition.demands[1].in({"en"}).language == "fr");
  CHECK(petition.introduction[1].in({"en"}).language == "fr");
}

TEST_CASE("document: everything that is missing is told at once") {
  CHECK(errors_in("{}") ==
        "/languages: expected a list of language tags, the petition's own first, found nothing\n"
        "/petition: expected the petition's name in addresses, found nothing\n"
        "/version: expected the version of this document, found nothing\n"
        "/title: expected the title, found nothing\n"
        "/demands: expected a list of what the petition demands, found nothing\n"
        "/fields: expected a list of what signers are asked for, found nothing\n"
        "/controller: expected who answers for the data (GDPR Art. 13), found nothing");
  CHECK(errors_in(R"({"petition": "a", "version": "1", "languages": ["en"], "title": "A",
                      "demands": ["B"], "timeline": [{}], "fields": [{}], "controller": {},
                      "consents": [{}, {"name": "updates", "by": {}}]})") ==
        "/timeline/0/date: expected the date of the event, found nothing\n"
        "/timeline/0/text: expected what happened, found nothing\n"
        "/fields/0/name: expected the name of a field, found nothing\n"
        "/controller/name: expected who answers for the data, found nothing\n"
        "/controller/contact: expected a link to the controller, found nothing\n"
        "/controller/purpose: expected what the data is used for, found nothing\n"
        "/controller/retention: expected how long the data is kept, found nothing\n"
        "/consents/0/name: expected the name of a consent, found nothing\n"
        "/consents/0/statement: expected what the signer agrees to, found nothing\n"
        "/consents/1/by/name: expected who asks, found nothing\n"
        "/consents/1/by/contact: expected a link to them, found nothing\n"
        "/consents/1/by/privacy_policy: expected a link to their privacy policy, found nothing\n"
        "/consents/1: expected the field email_address, without which no update can be sent, "
        "found an object");
}

TEST_CASE("document: a mistake says where it is, what was expected and what was found") {
  struct Row {
    std::string from;
    std::string to;
    std::string error;
  };
  const std::string text = "expected a text of at least one visible character, found ";
  const std::string control = "expected a text without control characters, found ";
  const std::string date = "expected a date such as 2023, 2023-11 or 2023-11-21, found ";
  const std::string link = "expected a link that begins with https://, http:// or mailto:, found ";
  const std::string id = "/petition: expected at most 64 of the characters a to z, 0 to 9 and -, ";
  const std::string goal = "/goal: expected a whole number of signatures above 0, found ";
  const Row rows[] = {
      {"\"clean-water\"", "\"Clean water\"", id + "found \"Clean water\""},
      {"clean-water", std::string(65, 'a'), id + "found \"" + std::string(40, 'a') + "...\""},
      {"clean-water", "..", id + "found \"..\""},
      {"\"2026-02-01\"", "20260201", "/version: expected a text, found 20260201"},
      {"\"2026-02-01\"", "\"\"", "/version: " + text + "\"\""},
      {R"(["fr", "en"])", R"(["fr", "en", "français"])",
       "/languages/2: expected a language tag such as fr or pt-BR (BCP 47), found \"français\""},
      {R"("en": "For clean water")", R"("de": "Für sauberes Wasser")",
       "/title/de: expected a tag that is listed in /languages, found \"Für sauberes Wasser\""},
      {R"({"fr": "Pour une eau propre", "en": "For clean water"})", "{}",
       "/title: expected a text in at least one of the languages, found an object"},
      {"For clean water", " \\n ", "/title/en: " + text + "\" \n \""},
      {"2026-02-01", "1" + std::string(64, '.'),
       "/version: expected at most 64 characters, found \"1" + std::string(39, '.') + "...\""},
      {"For clean water", "\u3164", "/title/en: " + text + "\"\u3164\""},
      {"For clean water", "\\u2800 \\u2060\\u0301",
       "/title/en: " + text + "\"\u2800 \u2060\u0301\""},
      {"Publier les analyses.", "\u00a0\u200b", "/demands/1/fr: " + text + "\"\u00a0\u200b\""},
      {"For clean water", "Clean\\u0000", "/title/en: " + control + "\"Clean" + '\0' + "\""},
      {"For clean water", "Clean\\u007f", "/title/en: " + control + "\"Clean\x7f\""},
      {"\"Elle n’a pas de prix.\"", "7.50",
       "/introduction/1: expected a text, or an object from language tag to text, found 7.50"},
      {"\"2019\"", "2019", "/timeline/0/date: expected a text, found 2019"},
      {"\"2023-11\"", "\"2023-13\"", "/timeline/1/date: " + date + "\"2023-13\""},
      {"2023-12-21", "2023-02-29", "/timeline/2/date: " + date + "\"2023-02-29\""},
      {"2023-12-21", "21/12/2023", "/timeline/2/date: " + date + "\"21/12/2023\""},
      {"https://example.org/analyses", "javascript:alert(1)",
       "/timeline/1/source: " + link + "\"javascript:alert(1)\""},
      {"20000", "0", goal + "0"},
      {"20000", "-5", goal + "-5"},
      {"20000", "2.5", goal + "2.5"},
      {"20000", "9223372036854775808", goal + "9223372036854775808"},
      {"20000", "\"20000\"", goal + "\"20000\""},
      {"2027-01-31", "2027-01", "/closes: expected a day such as 2027-01-31, found \"2027-01\""},
      {"2027-01-31", "soon", "/closes: " + date + "\"soon\""},
      {"\"given_name\"", "\"first_name\"",
       "/fields/0/label: expected the words beside a field of your own, found nothing"},
      {"\"given_name\"", "\"comment\"",
       "/fields/5: expected a field that is not listed before, found an object"},
      {"\"optional\": true", "\"optional\": 1",
       "/fields/5/optional: expected true or false, found 1"},
      {"\"initial\": \"FR\"", "\"initial\": \"France\"",
       "/fields/3/initial: expected a country such as FR, and only in a field for a country, "
       "found "
       "\"France\""},
      {"\"optional\": true", "\"initial\": \"FR\"",
       "/fields/5/initial: expected a country such as FR, and only in a field for a country, "
       "found "
       "\"FR\""},
      {"\"goal\"", "\"headings\": \"Faits\", \"goal\"",
       "/headings: expected an object, found \"Faits\""},
      {"\"goal\"", "\"headings\": {\"demands\": \" \"}, \"goal\"",
       "/headings/demands: " + text + "\" \""},
      {"\"goal\"", "\"conclusion\": [], \"goal\"",
       "/conclusion: expected a list with at least one item, found an empty one"},
      {"\"goal\"", "\"addressee\": 7, \"goal\"",
       "/addressee: expected a text, or an object from language tag to text, found 7"},
      {"mailto:contact@example.org", "contact@example.org",
       "/controller/contact: " + link + "\"contact@example.org\""},
      {"https://example.org/privacy", "/privacy",
       "/controller/privacy_policy: " + link + "\"/privacy\""},
      {"email_address", "comment",
       "/fields/5: expected a field that is not listed before, found an object\n"
       "/consents/1: expected the field email_address, without which no update can be sent, "
       "found an object"},
  };
  for (const auto& [from, to, error] : rows) {
    CAPTURE(from, to);
    CHECK(errors_in(changed(documents::full, from, to)) == error);
  }
}

TEST_CASE("document: a text that is quoted in a mistake is cut between two characters") {
  const std::string text(39, 'a');
  const std::string document = changed(documents::small, "\"1\"", '"' + text + "éé\\u0001\"");
  CHECK(errors_in(document) ==
        "/version: expected a text without control characters, found \"" + text + "...\"");
}

TEST_CASE("document: a country is one that the form offers") {
  for (const std::string code : {"UK", "ZZ", "EU", "AA", "fr", "FRA"}) {
    CAPTURE(code);
    CHECK_THAT(
        errors_in(changed(documents::full, "\"initial\": \"FR\"", "\"initial\": \"" + code + '"')),
        Catch::Matchers::StartsWith("/fields/3/initial: expected a country such as FR"));
  }
  CHECK(errors_in(changed(documents::full, "\"initial\": \"FR\"", "\"initial\": \"GB\"")).empty());
}

TEST_CASE("document: a language is listed once, in letters of either case") {
  for (const std::string again : {"fr", "FR", "en"}) {
    CAPTURE(again);
    CHECK(errors_in(changed(documents::full, "[\"fr\", \"en\"]",
                            "[\"fr\", \"en\", \"" + again + "\"]")) ==
          "/languages/2: expected a language that is not listed before, found \"" + again + '"');
  }
}

TEST_CASE("document: no text turns the direction of what follows, or breaks lines unseen") {
  for (const std::string control :
       {"\u202e", "\u202a", "\u202c", "\u2028", "\u2029", "\u0085", "\\t"}) {
    CAPTURE(control);
    const std::string document = changed(documents::small, "\"1\"", "\"1" + control + "a\"");
    CHECK_THAT(errors_in(document),
               Catch::Matchers::StartsWith("/version: expected a text without control characters"));
  }
  for (const std::string text : {"\u200b", "\u2060\u00ad", "\u3164", " \\n"}) {
    CAPTURE(text);
    CHECK_THAT(errors_in(changed(documents::small, "\"1\"", '"' + text + '"')),
               Catch::Matchers::StartsWith("/version: expected a text of at least one visible"));
  }
}

TEST_CASE("document: the order of the names is left to languages, or is as written") {
  const auto with = [](const std::string& order) {
    return changed(documents::small, "\"title\"", "\"order\": " + order + ", \"title\"");
  };
  CHECK_FALSE(documents::read(documents::small).is_in_written_order);
  CHECK(documents::read(with("\"as written\"")).is_in_written_order);
  CHECK(errors_in(with("\"by language\"")) ==
        "/order: expected \"as written\", or no such member: then languages decide, found "
        "\"by language\"");
  CHECK_THAT(errors_in(with("true")), Catch::Matchers::StartsWith("/order: expected"));
}

TEST_CASE("document: a source has the name of a parameter, and none that says something else") {
  const auto with = [](const std::string& name) {
    return changed(documents::small, "\"title\"", "\"source_parameter\": " + name + ", \"title\"");
  };
  CHECK(documents::read(documents::small).source_parameter.empty());
  CHECK(documents::read(with("\"utm_source\"")).source_parameter == "utm_source");
  CHECK(documents::read(with("\"source\"")).source_parameter == "source");
  for (const std::string wrong : {"\"\"", "7", "\"utm-source\"", "\"UTM\"", "\"a=b\"", "\"lang\"",
                                  "\"in\"", "\"accent\"", "\"email_address\"", "\"country\""}) {
    CAPTURE(wrong);
    CHECK_THAT(errors_in(with(wrong)), Catch::Matchers::StartsWith("/source_parameter: expected"));
  }
  CHECK_THAT(errors_in(with('"' + std::string(41, 'a') + '"')),
             Catch::Matchers::StartsWith("/source_parameter: expected at most 40"));
}

TEST_CASE("document: a name that is not known draws a warning, unless it begins with x-") {
  const std::string document =
      changed(changed(documents::small, "\"title\"", "\"x-title\": 1, \"titel~/\": 1, \"title\""),
              "{\"name\": \"email_address\"", "{\"required\": true, \"name\": \"email_address\"");
  CHECK(warnings_in(document) ==
        "/titel~0~1: expected one of the members $schema, petition, version, languages, "
        "addressee, organiser, title, picture, introduction, headings, demands, timeline, "
        "conclusion, goal, show_count_from, closes, time_zone, fields, controller, "
        "consents, endpoint, share, next, news, order, source_parameter, found an unknown member\n"
        "/fields/0/required: expected one of the members name, kind, label, optional, initial, "
        "options, found an unknown member");
}

TEST_CASE("document: a consent that begins as given is refused under whatever name") {
  for (const std::string name : {"checked", "ticked", "default", "preselected", "value"}) {
    for (const std::string value : {"true", "false", "\"yes\"", "null"}) {
      const std::string member = '"' + name + "\": " + value + ", ";
      CAPTURE(member);
      CHECK_THAT(errors_in(changed(documents::full, R"("statement": {"fr": "Je signe.)",
                                   member + R"("statement": {"fr": "Je signe.)")),
                 Catch::Matchers::StartsWith(
                     "/consents/0/" + name +
                     ": expected no such member: a consent is never ticked in advance"));
      CHECK_THAT(errors_in(changed(documents::full, R"("statement": {"fr": "Tenez)",
                                   member + R"("statement": {"fr": "Tenez)")),
                 Catch::Matchers::StartsWith("/consents/1/" + name + ": "));
    }
  }
}

TEST_CASE("document: a text that is no petition is refused") {
  struct Row {
    std::string text;
    std::string error;
  };
  const Row rows[] = {
      {"", "(whole document): expected well-formed JSON, found the end of the text"},
      {"null", "(whole document): expected an object with a petition, found null"},
      {"[]", "(whole document): expected an object with a petition, found a list"},
      {"\"petition\"", "(whole document): expected an object with a petition, found \"petition\""},
      {"<html>",
       "(whole document): expected well-formed JSON, found a syntax error at line 1, column 1"},
      {std::string(5'000'000, ' '), "(whole document): expected at most 262144 bytes, found more"},
      {std::string(10'000, '['),
       "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: "
       "expected at most 32 levels, found more"},
      {R"({"title": "a", "title": "b"})",
       "/title: expected a name that is used once in its object, found the name a second time"},
  };
  for (const auto& [text, error] : rows) {
    CAPTURE(text.substr(0, 40));
    CHECK(errors_in(text) == error);
  }
}

// The full petition, with the text in the place of its closing day.
ReadPetition read_closing(const std::string& text) {
  static const IcuTimeZones zones;
  const std::string document = changed(documents::full, "\"closes\": \"2027-01-31\"", text);
  return read_petition(document, nullptr, &zones);
}

TEST_CASE("document: a petition takes signatures to the end of its last day, in UTC") {
  const Petition petition = *read_closing(R"("closes": "2027-01-31")").petition;
  constexpr std::int64_t midnight = 1'801'440'000'000;  // 2027-02-01T00:00Z
  CHECK_FALSE(petition.is_closed(midnight - 1));
  CHECK(petition.is_closed(midnight));
  CHECK_FALSE(read_closing(R"("x-none": 0)").petition->is_closed(INT64_MAX));
}

TEST_CASE("document: a petition that names a time zone takes signatures to midnight there") {
  constexpr std::int64_t midnight = 1'801'440'000'000 - 3600 * 1000;
  const Petition petition =
      *read_closing(R"("closes": "2027-01-31", "time_zone": "Europe/Paris")").petition;
  CHECK(petition.time_zone == "Europe/Paris");
  CHECK_FALSE(petition.is_closed(midnight - 1));
  CHECK(petition.is_closed(midnight));
}

TEST_CASE("document: without time zones to look at, no clock closes a petition") {
  const ReadPetition read = read_petition(documents::full);
  REQUIRE(read.petition);
  CHECK(read.petition->closes);
  CHECK_FALSE(read.petition->is_closed(INT64_MAX));
}

TEST_CASE("document: a time zone is one that there is, by its name in the IANA database") {
  for (const std::string zone : {"Europe/Atlantis", "Paris", "CET", "GMT+1", "+01:00", "utc", "/",
                                 "Europe/Paris; TZ", "../../etc/localtime"}) {
    CAPTURE(zone);
    const ReadPetition read = read_closing(R"("time_zone": ")" + zone + '"');
    CHECK_FALSE(read.petition);
    CHECK(describe_in_english(read.mistakes)
              .find("/time_zone: expected a time zone such as Europe/Paris, or UTC") !=
          std::string::npos);
  }
  for (const std::string zone : {"UTC", "Asia/Kathmandu", "America/Argentina/Buenos_Aires"}) {
    CHECK(read_closing(R"("time_zone": ")" + zone + '"').petition);
  }
}

TEST_CASE("read: what a campaign says of itself is told at its place") {
  const auto with = [](const std::string& member) {
    return errors_in(changed(documents::small, "\"title\"", member + ", \"title\""));
  };
  const std::string picture = R"("picture": {"src": "/a", "alt": "A", "width": 1, "height": 1, )"
                              R"("focus": [0, 0.25]})";
  CHECK(with(picture).empty());
  const auto of_picture = [&](const std::string& from, const std::string& to) {
    return with(changed(picture, from, to));
  };
  const std::string address =
      ": expected an address that begins with https://, or with / on the host of this document";
  CHECK(of_picture("/a", "//a") == "/picture/src" + address + ", found \"//a\"");
  CHECK(of_picture(R"("alt": "A", )", "") ==
        "/picture/alt: expected a text for those who do not see the picture, found nothing");
  CHECK_THAT(of_picture("\"width\": 1", "\"width\": 0"),
             Catch::Matchers::StartsWith("/picture/width: expected the size of the picture"));
  for (const char* focus :
       {"[0, 1.5]", "[2, 0]", "[0]", "[0, 1, 0]", "[0, \"1\"]", "[0, 1e-1]", "0"}) {
    CAPTURE(focus);
    CHECK_THAT(of_picture("[0, 0.25]", focus),
               Catch::Matchers::StartsWith("/picture/focus: expected two numbers from 0 to 1"));
  }
  CHECK(with(R"("organiser": {"logo": "/a"})") ==
        "/organiser/name: expected who asks for the signatures, found nothing");
  CHECK(with(R"("organiser": {"name": "A", "logo": "a"})") ==
        "/organiser/logo" + address + ", found \"a\"");
  CHECK(with(R"("news": [{"date": "2026", "text": "A", "kind": "won"}])") ==
        "/news/0/kind: expected delivered or answered, found \"won\"");
  CHECK(with(R"("share": {"text": 7})").rfind("/share/text: expected ", 0) == 0);
  CHECK(with(R"("next": {"label": "A"})") ==
        "/next/url: expected a link that begins with https://, http:// or mailto:, found nothing");
  CHECK(with(R"("next": {"url": "https://a.example"})").rfind("/next/label: expected ", 0) == 0);
  CHECK(with(R"("show_count_from": 0)") ==
        "/show_count_from: expected a whole number above 0, found 0");
}

}  // namespace
}  // namespace petition_box
