#include <algorithm>

#include <endpoint/entity_tag.hpp>

namespace petition_box::endpoint {
namespace {

// By Apache's mod_deflate and mod_brotli, and those that do as they do.
constexpr std::string_view added_suffixes[] = {"-gzip", "-br", "-zstd"};

bool is_between_tags(char c) { return c == ' ' || c == '\t' || c == ','; }

// What stands in the quotes of "x" or W/"x"; empty where the text is no tag.
std::string_view opaque_of(std::string_view tag) {
  if (tag.substr(0, 2) == "W/") tag.remove_prefix(2);
  const bool quoted = tag.size() >= 2 && tag.front() == '"' && tag.back() == '"';
  return quoted ? tag.substr(1, tag.size() - 2) : std::string_view();
}

// The first tag of the list, which keeps the others. A comma may stand in the quotes.
std::string_view take_tag(std::string_view& list) {
  const std::size_t opening = list.find('"');
  const std::size_t closing =
      opening == std::string_view::npos ? opening : list.find('"', opening + 1);
  const std::size_t size = std::min(closing, list.size() - 1) + 1;
  const std::string_view tag = list.substr(0, size);
  list.remove_prefix(size);
  return tag;
}

bool is_same(std::string_view sent, std::string_view own) {
  if (sent.substr(0, own.size()) != own) return false;
  sent.remove_prefix(own.size());
  return sent.empty() || std::find(std::begin(added_suffixes), std::end(added_suffixes), sent) !=
                             std::end(added_suffixes);
}

}  // namespace

bool names_tag(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  const std::string_view own = opaque_of(etag);
  while (!if_none_match.empty()) {
    if (is_between_tags(if_none_match.front())) {
      if_none_match.remove_prefix(1);
      continue;
    }
    const std::string_view sent = opaque_of(take_tag(if_none_match));
    if (!sent.empty() && is_same(sent, own)) return true;
  }
  return false;
}

}  // namespace petition_box::endpoint
