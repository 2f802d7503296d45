#include <unit/catch.hpp>

#include <string>
#include <vector>

#include <advice/advice.hpp>

namespace petition_box {
namespace {

std::string likely(const std::string& address) { return advice_on("email", address); }

TEST_CASE("advice: one slip of the fingers in a domain that many people have") {
  const std::vector<std::pair<std::string, std::string>> slips{
      {"zoe@gmial.com", "zoe@gmail.com"},     {"zoe@gmal.com", "zoe@gmail.com"},
      {"zoe@gmaill.com", "zoe@gmail.com"},    {"zoe@gmail.con", "zoe@gmail.com"},
      {"zoe@gmail.co", "zoe@gmail.com"},      {"zoe@gnail.com", "zoe@gmail.com"},
      {"zoe@gmail.comm", "zoe@gmail.com"},    {"zoe@gmail.fr", "zoe@gmail.com"},
      {"zoe@GMIAL.COM", "zoe@gmail.com"},     {"Zoe.E+x@ornge.fr", "Zoe.E+x@orange.fr"},
      {"zoe@wandoo.fr", "zoe@wanadoo.fr"},    {"zoe@laposte.ne", "zoe@laposte.net"},
      {"zoe@lapsote.net", "zoe@laposte.net"}, {"zoe@fre.fr", "zoe@free.fr"},
      {"zoe@hotmial.fr", "zoe@hotmail.fr"},   {"zoe@hotmail.f", "zoe@hotmail.fr"},
      {"zoe@gxm.de", "zoe@gmx.de"},           {"zoe@wbe.de", "zoe@web.de"},
      {"zoe@libreo.it", "zoe@libero.it"},     {"zoe@seznma.cz", "zoe@seznam.cz"},
      {"zoe@yaho.co.uk", "zoe@yahoo.co.uk"}};
  for (const auto& [typed, meant] : slips) {
    CAPTURE(typed);
    CHECK(likely(typed) == meant);
  }
}

TEST_CASE("advice: nothing on an address that is likely right, or is none") {
  for (const std::string typed : {"zoe@gmail.com",
                                  "zoe@Gmail.com",
                                  "zoe@mail.com",
                                  "zoe@ymail.com",
                                  "zoe@yahoo.fi",
                                  "zoe@hotmail.be",
                                  "zoe@gmx.fr",
                                  "zoe@free.be",
                                  "zoe@example.org",
                                  "zoe@mailo.com",
                                  "zoe@wp.pl",
                                  "zoe@o2.pl",
                                  "zoe@gmx.eu",
                                  "zoe@orange.pl",
                                  "zoe@live.ie",
                                  "",
                                  "@",
                                  "zoe",
                                  "gmial.com",
                                  "@gmial.com",
                                  "zoe@",
                                  "zoe@b.gmial.com"}) {
    CAPTURE(typed);
    CHECK(likely(typed).empty());
  }
}

}  // namespace
}  // namespace petition_box
