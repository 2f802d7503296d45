#include <unit/locales/typography.hpp>

namespace petition_box {
namespace {

const std::string narrow_blank = "\u202f";
const std::string blank = "\u00a0";

bool stands_before(const std::string& text, std::size_t at, const std::string& what) {
  return at >= what.size() && text.compare(at - what.size(), what.size(), what) == 0;
}

bool stands_at(const std::string& text, std::size_t at, const std::string& what) {
  return text.compare(at, what.size(), what) == 0;
}

// Calls `look` with each place where the mark stands.
template <class Look>
void each(const std::string& text, const std::string& mark, const Look& look) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    look(at);
  }
}

}  // namespace

std::vector<std::string> typos_in_french(const std::string& text) {
  std::vector<std::string> typos;
  for (const std::string mark : {"'", "\"", "...", "  ", "“", "”", " \u00a0", "\u00a0 "}) {
    each(text, mark, [&](std::size_t) { typos.push_back("[" + mark + "]"); });
  }
  for (const std::string mark : {";", "!", "?"}) {
    each(text, mark, [&](std::size_t at) {
      if (!stands_before(text, at, narrow_blank)) typos.push_back("before " + mark);
    });
  }
  each(text, ":", [&](std::size_t at) {
    const bool is_in_address = stands_at(text, at, "://");
    if (!is_in_address && !stands_before(text, at, blank)) typos.emplace_back("before :");
  });
  const std::string open = "«";
  each(text, open, [&](std::size_t at) {
    if (!stands_at(text, at + open.size(), blank)) typos.emplace_back("after «");
  });
  each(text, "»", [&](std::size_t at) {
    if (!stands_before(text, at, blank)) typos.emplace_back("before »");
  });
  return typos;
}

}  // namespace petition_box
