#include <algorithm>
#include <utility>
#include <vector>

#include <language/tag.hpp>
#include <snippet/address.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

std::string with_query(std::string address, std::string_view name, std::string_view value) {
  const std::size_t end = std::min(address.find('#'), address.size());
  const bool has_query = address.find('?') < end;
  const std::string pair = write_urlencoded({{std::string(name), std::string(value)}});
  return address.insert(end, (has_query ? "&" : "?") + pair);
}

std::string in_language(std::string address, const std::string& language) {
  if (!is_language_tag(language)) return address;
  return with_query(std::move(address), "lang", language);
}

std::string document_address(std::string address, const Petition& petition,
                             const std::string& language) {
  const std::vector<std::string>& languages = petition.languages;
  if (languages.size() < 2) return address;
  return in_language(std::move(address), languages[lookup({language}, languages).value_or(0)]);
}

std::string form_address(std::string endpoint, const std::string& language) {
  endpoint.resize(std::min(endpoint.find('#'), endpoint.size()));
  // An address that is none of ours stays what it is, and the view refuses it.
  if (endpoint.empty()) return endpoint;
  return in_language(std::move(endpoint), language) + "#pb-errors";
}

std::string folder_of(std::string base, const std::string& version) {
  const std::string own = version + '/';
  const std::size_t size = base.size();
  const bool is_own = size >= own.size() && base.compare(size - own.size(), own.size(), own) == 0;
  if (!is_own) base += own;
  return base;
}

}  // namespace petition_box
