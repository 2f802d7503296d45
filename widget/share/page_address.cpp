#include <algorithm>
#include <array>
#include <string_view>

#include <document/link.hpp>
#include <share/page_address.hpp>

namespace petition_box {
namespace {

// The pages of the endpoint that show a petition, "/petitions/ID/NAME", wherever it is.
constexpr std::array<std::string_view, 4> beside_form{"frame", "signatures", "thanks",
                                                      "second-answer"};

// The names that begin so.
constexpr std::array<std::string_view, 9> followers{
    "utm_", "mtm_", "pk_", "mc_", "fbclid", "gclid", "msclkid", "igshid", "ref_src"};

bool is_of_the_web(std::string_view url) { return is_link(url) && !begins_with(url, "mailto:"); }

std::string_view origin_in(std::string_view url) {
  return url.substr(0, url.find_first_of("/?#", url.find("://") + 3));
}

std::string_view path_in(std::string_view url) {
  url.remove_prefix(origin_in(url).size());
  return url.substr(0, url.find_first_of("?#"));
}

bool tells_who_follows(std::string_view parameter) {
  for (const std::string_view name : followers) {
    if (begins_with(parameter, name)) return true;
  }
  return false;
}

std::string cleaned(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t query = url.find('?');
  std::string clean(url.substr(0, query));
  if (query == std::string_view::npos) return clean;
  char before = '?';
  for (std::string_view rest = url.substr(query + 1); !rest.empty();) {
    const std::string_view parameter = rest.substr(0, rest.find('&'));
    rest.remove_prefix(parameter.size() + (parameter.size() < rest.size() ? 1 : 0));
    if (parameter.empty() || tells_who_follows(parameter)) continue;
    clean += before;
    clean += parameter;
    before = '&';
  }
  return clean;
}

// The page with the form beside one of those, in the language of whoever reads it; empty: it is
// none of them.
std::string form_beside(std::string_view url) {
  const std::string_view path = path_in(url);
  const std::size_t end = path.rfind('/') + 1;
  const std::string_view name = path.substr(end);
  if (path.find("/petitions/") == std::string_view::npos) return {};
  if (std::find(beside_form.begin(), beside_form.end(), name) == beside_form.end()) return {};
  return std::string(url.substr(0, origin_in(url).size() + end)).append("sign");
}

}  // namespace

bool names_a_page(const std::string& referrer) {
  return is_of_the_web(referrer) && path_in(referrer).size() > 1;
}

std::string address_to_tell(const Page& page) {
  if (!is_of_the_web(page.location)) return {};
  std::string form = form_beside(page.location);
  if (!form.empty()) return names_a_page(page.around) ? cleaned(page.around) : form;
  const bool is_on_same_site =
      is_of_the_web(page.canonical) && origin_in(page.canonical) == origin_in(page.location);
  return cleaned(is_on_same_site ? page.canonical : page.location);
}

}  // namespace petition_box
