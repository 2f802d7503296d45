#include <unit/catch.hpp>

#include <string>
#include <utility>

#include <paste/values.hpp>

namespace petition_box::paste {
namespace {

TEST_CASE("paste: a date is taken as people write it") {
  const std::string nbsp = "\u00a0";
  for (const auto& [written, date_of_it] : {
           std::pair<std::string, std::string>{"31/01/2024", "2024-01-31"},
           {" 31.01.2024 ", "2024-01-31"},
           {"31-1-2024", "2024-01-31"},
           {"31 / 01 / 2024", "2024-01-31"},
           {"01/31/2024", "2024-01-31"},
           {"2024/01/31", "2024-01-31"},
           {"2024-01-31", "2024-01-31"},
           {"31 janvier 2024", "2024-01-31"},
           {"31" + nbsp + "janvier" + nbsp + "2024", "2024-01-31"},
           {"1er mars 2024", "2024-03-01"},
           {"21 DÉCEMBRE 2023", "2023-12-21"},
           {"janvier 2024", "2024-01"},
           {"Août 2023", "2023-08"},
           {"fév. 2023", "2023-02"},
           {"January 31, 2024", "2024-01-31"},
           {"31st of January 2024", "2024-01-31"},
           {"Sept 2022", "2022-09"},
           {"01/2024", "2024-01"},
           {"01.2024", "2024-01"},
           {"2024", "2024"},
       }) {
    CAPTURE(written);
    CHECK(date(written) == date_of_it);
  }
}

TEST_CASE("paste: what is no date stays as it was written") {
  for (const char* written : {"", "soon", "31/02/2024", "13/13/2024", "jui 2024", "1. 2024",
                              "2024 or 2025", "31/01/24", "31/01-2024", "janvier", "20240131"}) {
    CHECK(date(written) == written);
  }
}

TEST_CASE("paste: a number is taken with its groups of three, and with a word behind it") {
  for (const char* written : {"20 000", "20\u00a0000", "20\u202f000", "20.000", "20,000", "20'000",
                              "20\u2019000", "20000", "020000", "20 000 signatures"}) {
    CAPTURE(written);
    CHECK(number(written) == "20000");
  }
  CHECK(number("1 000 000") == "1000000");
}

TEST_CASE("paste: what is no whole number stays as it was written") {
  for (const char* written :
       {"", "12x", "12x3", "20 00", "1.5", "1,000.000", "2000 000", "many", "-5", "1 0000"}) {
    CHECK(number(written) == written);
  }
}

TEST_CASE("paste: an address of mail or of the web is made whole") {
  CHECK(contact("contact@horloge.example") == "mailto:contact@horloge.example");
  CHECK(contact(" contact@horloge.example ") == "mailto:contact@horloge.example");
  CHECK(contact("horloge.example/contact") == "https://horloge.example/contact");
  CHECK(contact("https://horloge.example/@us") == "https://horloge.example/@us");
  CHECK(contact("mailto:a@b.example") == "mailto:a@b.example");
  CHECK(contact("ask Ada") == "ask Ada");
  CHECK(address("horloge.example/rgpd") == "https://horloge.example/rgpd");
  CHECK(address("www.horloge.example") == "https://www.horloge.example");
  CHECK(address("http://horloge.example") == "http://horloge.example");
  for (const char* written :
       {"", "horloge", "a text. And more", "localhost:8080", ".example", "x."}) {
    CHECK(address(written) == written);
  }
}

TEST_CASE("paste: a petition has a name in addresses by its title") {
  CHECK(name("Gardez le train de nuit !") == "gardez-le-train-de-nuit");
  CHECK(name("L’Œuvre d’été : sauvons-la") == "l-oeuvre-d-ete-sauvons-la");
  CHECK(name("Nos données de santé ne doivent pas dépendre d’un seul fournisseur") ==
        "nos-donnees-de-sante-ne-doivent-pas");
  CHECK(name("\u0627\u0644\u0642\u0637\u0627\u0631") == "petition");
  CHECK(name("") == "petition");
}

}  // namespace
}  // namespace petition_box::paste
