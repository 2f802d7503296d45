#include <unit/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <document/read.hpp>
#include <paste/petition.hpp>
#include <unit/icu/remembering_icu.hpp>

namespace petition_box::paste {
namespace {

using Texts = std::vector<std::string>;

const Platform& platform() {
  static const RememberingIcu icu;
  return icu;
}

FoundPetition found_in(std::string_view text, const std::string& language = "en") {
  return find_petition(text, {{language}, platform()});
}

std::string dates_of(const FoundPetition& found) {
  std::string dates;
  for (const FoundEvent& event : found.timeline) dates += event.date + ' ';
  return dates;
}

const std::string in_french =
    "Rendez-nous l’horloge de la gare\r\n"
    "À l’attention de Madame la maire de Boisfleury,\r\n"
    "\r\n"
    "En 2019, l’horloge de la gare s’est arrêtée. Depuis, personne ne la répare.\r\n"
    "2019 fut une mauvaise année pour les pendules.\r\n"
    "C’est la raison pour laquelle\u00a0:\r\n"
    "1/ Nous demandons sa réparation avant 1.5 mois.\r\n"
    "2/Nous demandons un budget d’entretien.\r\n"
    "3° Nous demandons à être consultés.\r\n"
    "Petite chronologie des faits\r\n"
    "2019\u00a0: L’horloge s’arrête.\r\n"
    "2020 La mairie promet une réparation.\r\n"
    "Novembre 2023\u00a0: Le budget est refusé.\r\n"
    "31 décembre 2024 – L’horloge est vendue.\r\n"
    "Merci de signer et de partager\u202f!\r\n";

TEST_CASE("paste: title, addressee, demands and events are found in a text in French") {
  const FoundPetition found = found_in(in_french, "fr");
  CHECK(found.title == "Rendez-nous l’horloge de la gare");
  CHECK(found.addressee == "Madame la maire de Boisfleury");
  CHECK(found.introduction ==
        Texts{"En 2019, l’horloge de la gare s’est arrêtée. Depuis, personne ne la répare.",
              "2019 fut une mauvaise année pour les pendules."});
  CHECK(found.demands_heading == "C’est la raison pour laquelle\u00a0:");
  CHECK(found.demands == Texts{"Nous demandons sa réparation avant 1.5 mois.",
                               "Nous demandons un budget d’entretien.",
                               "Nous demandons à être consultés."});
  CHECK(found.timeline_heading == "Petite chronologie des faits");
  CHECK(dates_of(found) == "2019 2020 2023-11 2024-12-31 ");
  CHECK(found.timeline[1].text == "La mairie promet une réparation.");
  CHECK(found.conclusion == Texts{"Merci de signer et de partager\u202f!"});
}

TEST_CASE("paste: title, addressee, demands and events are found in a text in English") {
  const FoundPetition found = found_in(
      "# Petition: Keep the night train\n"
      "To: the ministry of transport\n"
      "The night train is to stop in March. Thousands use it.\n"
      "We ask for:\n"
      "- a train every night;\n"
      "- beds for families.\n"
      "Timeline\n"
      "- March 2022: Half of the trains are gone.\n"
      "- 31/01/2024: The last one is announced.\n");
  CHECK(found.title == "Keep the night train");
  CHECK(found.addressee == "the ministry of transport");
  CHECK(found.introduction == Texts{"The night train is to stop in March. Thousands use it."});
  CHECK(found.demands_heading == "We ask for:");
  CHECK(found.demands == Texts{"a train every night;", "beds for families."});
  CHECK(found.timeline_heading == "Timeline");
  CHECK(dates_of(found) == "2022-03 2024-01-31 ");
}

TEST_CASE("paste: a text that begins with a sentence has no title, and none of it is lost") {
  const FoundPetition found = found_in("One sentence.\n\nAnother one.");
  CHECK(found.title.empty());
  CHECK(found.introduction == Texts{"One sentence.", "Another one."});
  CHECK(found_in("").introduction.empty());
  CHECK(found_in("A single line").introduction == Texts{"A single line"});
}

TEST_CASE("paste: events are found in the languages of the box") {
  struct Row {
    const char* language;
    const char* line;
    const char* date;
  };
  for (const Row& row :
       {Row{"de", "Am 31. Januar 2024: Der Bahnhof wird geschlossen.", "2024-01-31 "},
        {"de", "Seit März 2023: kein Zug mehr", "2023-03 "},
        {"es", "- El 3 de mayo de 2024: cierre de la estación", "2024-05-03 "},
        {"it", "Dal 1º luglio 2024: Nessun treno", "2024-07-01 "},
        {"pl", "W styczniu 2024: Ostatni pociąg", "2024-01 "},
        {"pl", "Od 15 stycznia 2024: pociągu nie ma", "2024-01-15 "},
        {"sv", "På 3 maj 2024: Tåget ställs in", "2024-05-03 "},
        {"ru", "15 января 2024 г.: Поезда нет", "2024-01-15 "},
        {"hu", "2024. január 15.: A vonat megszűnik", "2024-01-15 "},
        {"ar", "١٥ يناير ٢٠٢٤: لا قطار بعد اليوم", "2024-01-15 "}}) {
    CAPTURE(row.line);
    const FoundPetition found =
        found_in(std::string("A title\nWhy.\n") + row.line + "\n", row.language);
    CHECK(dates_of(found) == row.date);
  }
}

TEST_CASE(
    "paste: in a language of which no words are known, headings and numbers of all kinds are") {
  const FoundPetition german = find_petition(
      "Rettet den Nachtzug\n"
      "Gerichtet an: das Verkehrsministerium\n"
      "Der Zug soll eingestellt werden.\n"
      "Unsere Forderungen\n"
      "1. Ein Zug in jeder Nacht\n"
      "2. Betten f\u00fcr Familien\n"
      "Was geschah\n"
      "M\u00e4rz 2022: Die H\u00e4lfte f\u00e4llt weg.\n",
      {{"de"}, platform()}, "Gerichtet an:");
  CHECK(german.addressee == "das Verkehrsministerium");
  CHECK(german.introduction == Texts{"Der Zug soll eingestellt werden."});
  CHECK(german.demands_heading == "Unsere Forderungen");
  CHECK(german.demands == Texts{"Ein Zug in jeder Nacht", "Betten f\u00fcr Familien"});
  CHECK(german.timeline_heading == "Was geschah");
  CHECK(dates_of(german) == "2022-03 ");

  const FoundPetition arabic = found_in(
      "\u0623\u0646\u0642\u0630\u0648\u0627 \u0627\u0644\u0642\u0637\u0627\u0631\n"
      "\u0644\u0645\u0627\u0630\u0627.\n"
      "\u0661. \u0642\u0637\u0627\u0631 \u0643\u0644 \u0644\u064a\u0644\u0629\n"
      "\u0662- \u0645\u0631\u062d\u0628\u0627\n"
      "\u0661\u0662) \u0623\u0633\u0631\u0629\n",
      "ar");
  CHECK(arabic.demands.size() == 2);
}

TEST_CASE("paste: what only looks like the words before an addressee is none") {
  CHECK(
      find_petition("A title\nAn: one\n", {{"de"}, platform()}, "Gerichtet an:").addressee.empty());
  CHECK(find_petition("Til lykke med dagen\nEt\n", {{"da"}, platform()}, "Til:").addressee.empty());
  CHECK(find_petition("Hvorfor\nTil: ministeren\n", {{"da"}, platform()}, "Til:").addressee ==
        "ministeren");
}

TEST_CASE("paste: bullets are paragraphs where the demands have numbers") {
  const FoundPetition found = found_in("A title\nWhy:\n- it is old\n1. Repair it.\n2) Keep it.\n");
  CHECK(found.demands == Texts{"Repair it.", "Keep it."});
  CHECK(found.introduction == Texts{"Why:", "- it is old"});
}

TEST_CASE("paste: what is found is a document, which lacks what only people know") {
  const std::string document = document_in(in_french, "fr", {{"fr"}, platform()});
  CHECK(document.rfind(
            R"({"languages":["fr"],"petition":"rendez-nous-l-horloge-de-la-gare","title":{"fr":)",
            0) == 0);
  std::string missing;
  for (const json::Mistake& mistake : read_petition(document).mistakes)
    missing += mistake.pointer + ' ';
  CHECK(missing == "/version /fields /controller ");
}

TEST_CASE("paste: each paragraph of a text is one, without the mark of a list") {
  CHECK(paragraphs_in("One.\r\n\r\n2/ Two.\n\u2022 Three\u2028-4 degrees\n1.5 million\n") ==
        Texts{"One.", "Two.", "Three", "-4 degrees", "1.5 million"});
}

}  // namespace
}  // namespace petition_box::paste
