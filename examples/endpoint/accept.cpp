#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include <endpoint/accept.hpp>

namespace petition_box::endpoint {
namespace {

// What stands before the separator; the text keeps what stands after it.
std::string_view cut(std::string_view& text, char separator) {
  const std::size_t at = std::min(text.find(separator), text.size());
  const std::string_view before = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return trimmed(before);
}

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

// "0.85" in thousandths; 1000 for what is none.
int thousandths(std::string_view number) {
  if (number.empty() || (number[0] != '0' && number[0] != '1')) return 1000;
  if (number[0] == '1') return 1000;
  int value = 0;
  int worth = 100;
  for (const char c : number.substr(std::min<std::size_t>(2, number.size()))) {
    if (c < '0' || c > '9' || worth == 0) break;
    value += (c - '0') * worth;
    worth /= 10;
  }
  return value;
}

int quality_of(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view parameter = cut(parameters, ';');
    if (same(cut(parameter, '='), "q")) return thousandths(trimmed(parameter));
  }
  return 1000;
}

// How exactly the range names the thing: 3 itself, 2 its family ("text/*"), 1 everything, 0 not.
int exactness(std::string_view range, std::string_view thing) {
  if (same(range, thing)) return 3;
  if (range == "*/*" || range == "*") return 1;
  const std::size_t slash = thing.find('/');
  if (slash == std::string_view::npos) return 0;
  return same(range, std::string(thing.substr(0, slash + 1)) + "*") ? 2 : 0;
}

// How much the list wants the thing, and how exactly it names it.
std::pair<int, int> wish(std::string_view list, std::string_view thing) {
  if (trimmed(list).empty()) return {1000, 0};
  int best = 0;
  int wanted = 0;
  while (!list.empty()) {
    std::string_view item = cut(list, ',');
    const int exact = exactness(cut(item, ';'), thing);
    if (exact <= best) continue;
    best = exact;
    wanted = quality_of(item);
  }
  return {wanted, wanted == 0 ? 0 : best};
}

}  // namespace

int quality(std::string_view list, std::string_view thing) { return wish(list, thing).first; }

std::vector<std::string> accepted_languages(std::string_view list) {
  constexpr std::size_t most = 16;
  struct Range {
    std::string_view tag;
    int wanted;
  };
  std::vector<Range> ranges;
  while (!list.empty() && ranges.size() < most) {
    std::string_view item = cut(list, ',');
    const std::string_view tag = cut(item, ';');
    const int wanted = quality_of(item);
    if (!tag.empty() && tag != "*" && wanted > 0) ranges.push_back({tag, wanted});
  }
  std::stable_sort(ranges.begin(), ranges.end(),
                   [](const Range& a, const Range& b) { return a.wanted > b.wanted; });
  std::vector<std::string> tags;
  tags.reserve(ranges.size());
  for (const Range& range : ranges) tags.emplace_back(range.tag);
  return tags;
}

bool wants_page(const Request& request) {
  if (request.sec_fetch_mode == "navigate") return true;
  // Of "text/html, */*" the page is meant.
  return wish(request.accept, "text/html") >
         std::max(wish(request.accept, "application/json"),
                  wish(request.accept, "application/problem+json"));
}

}  // namespace petition_box::endpoint
