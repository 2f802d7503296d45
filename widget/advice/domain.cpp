#include <advice/domain.hpp>
#include <unicode/ascii.hpp>

#include <algorithm>

namespace petition_box {
namespace {

// What people have in the languages of the box, the more usual first. Some are here for being so
// near to another that they would be taken for it.
constexpr std::string_view known_domains =
    "gmail.com hotmail.com outlook.com yahoo.com icloud.com live.com protonmail.com proton.me "
    "gmx.net gmx.com mail.com email.com ymail.com mailo.com tim.it orange.fr wanadoo.fr free.fr "
    "laposte.net sfr.fr "
    "hotmail.fr yahoo.fr outlook.fr live.fr bbox.fr neuf.fr skynet.be gmx.de web.de t-online.de "
    "freenet.de gmx.at gmx.ch outlook.de hotmail.de yahoo.de bluewin.ch libero.it virgilio.it "
    "tiscali.it alice.it tin.it outlook.it hotmail.it yahoo.it live.it fastwebnet.it hotmail.es "
    "yahoo.es outlook.es telefonica.net ziggo.nl kpnmail.nl hotmail.nl live.nl hetnet.nl planet.nl "
    "telenet.be interia.pl gazeta.pl onet.pl poczta.onet.pl tlen.pl btinternet.com hotmail.co.uk "
    "yahoo.co.uk sky.com eircom.net sapo.pt iol.pt hotmail.pt outlook.pt seznam.cz email.cz "
    "centrum.cz post.cz hotmail.se telia.com live.se outlook.se hotmail.dk live.dk mail.dk "
    "yahoo.dk online.no hotmail.no live.no hotmail.fi luukku.com kolumbus.fi elisanet.fi "
    "freemail.hu citromail.hu t-online.hu indamail.hu yahoo.gr hotmail.gr otenet.gr yahoo.ro "
    "abv.bg mail.bg dir.bg azet.sk centrum.sk post.sk zoznam.sk net.hr inet.hr hotmail.hr siol.net "
    "amis.net inbox.lt takas.lt inbox.lv apollo.lv hot.ee mail.ee online.ee hotmail.com.tr "
    "mynet.com yandex.com ukr.net meta.ua yandex.ru mail.ru rambler.ru inbox.ru list.ru bih.net.ba "
    "euskalnet.net yahoo.ie walla.co.il walla.com bezeqint.net netvision.net.il simnet.is "
    "hotmail.is yahoo.mk t-home.mk maltanet.net onvol.net eunet.rs yahoo.rs";

constexpr std::string_view gmail = "gmail.com";
constexpr std::string_view gmail_name = gmail.substr(0, gmail.find('.') + 1);

bool ends_in_country(std::string_view domain) {
  return domain.size() - domain.rfind('.') == std::string_view(".xx").size();
}

bool is_one_slip(std::string_view one, std::string_view other) {
  const std::size_t shorter = std::min(one.size(), other.size());
  std::size_t start = 0;
  while (start < shorter && one[start] == other[start]) ++start;
  if (start > one.rfind('.') && ends_in_country(one) && ends_in_country(other)) return false;
  one.remove_prefix(start);
  other.remove_prefix(start);
  while (!one.empty() && !other.empty() && one.back() == other.back()) {
    one.remove_suffix(1);
    other.remove_suffix(1);
  }
  if (one.size() < 2 && other.size() < 2) return true;
  return one.size() == 2 && other.size() == 2 && one[0] == other[1] && one[1] == other[0];
}

// The domain itself where it is known.
std::string_view nearest(std::string_view domain) {
  std::string_view near;
  if (domain.substr(0, gmail_name.size()) == gmail_name) near = gmail;
  for (std::string_view left = known_domains; !left.empty();) {
    const std::string_view known = left.substr(0, left.find(' '));
    left.remove_prefix(std::min(known.size() + 1, left.size()));
    if (known == domain) return domain;
    if (near.empty() && is_one_slip(known, domain)) near = known;
  }
  return near;
}

}  // namespace

std::string likely_address(std::string_view address) {
  const std::size_t start = address.rfind('@') + 1;
  std::string domain(address.substr(start));
  for (char& c : domain) c = to_small(c);
  const std::string_view near = nearest(domain);
  if (start < 2 || near.empty() || near == domain) return {};
  return std::string(address.substr(0, start)).append(near);
}

}  // namespace petition_box
