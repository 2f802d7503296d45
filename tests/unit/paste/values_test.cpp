#include <unit/catch.hpp>

#include <string>

#include <paste/values.hpp>

namespace petition_box::paste {
namespace {

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
