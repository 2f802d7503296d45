#include <unit/catch.hpp>

#include <string>

#include <advice/advice.hpp>
#include <document/running_text.hpp>

namespace petition_box {
namespace {

// Each country where the GDPR holds (EU and EEA), those with a law like it, and the example of it.
TEST_CASE("advice: whom a signer may complain to, by country") {
  for (const std::string country :
       {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
        "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
        "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO", "CH", "GB", "RE"}) {
    CAPTURE(country);
    const std::vector<Run> runs = read_running_text(advice_on("country", country));
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().link != 0);
    CHECK(runs.front().text.size() >= 4);
    CHECK(runs.front().address.rfind("https://", 0) == 0);
  }
  CHECK(advice_on("country", "FR") == "[CNIL](https://www.cnil.fr/)");
}

TEST_CASE("advice: nobody is named for what is no country, or one of which none is known") {
  for (const std::string country : {"", "F", "JP", "XX", "FRA", "R ", "  ", "fr"}) {
    CAPTURE(country);
    CHECK(advice_on("country", country).empty());
  }
  CHECK(advice_on("line", "FR").empty());
}

}  // namespace
}  // namespace petition_box
