#include <unit/catch.hpp>

#include <cstdint>

#include <unicode/uchar.h>
#include <language/punctuation.hpp>

namespace petition_box {
namespace {

bool is_punctuation_by_unicode(std::uint32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

bool is_assigned(std::uint32_t c) { return u_charType(static_cast<UChar32>(c)) != U_UNASSIGNED; }

TEST_CASE("punctuation: white space is what Unicode calls so") {
  for (std::uint32_t c = 0x20; c < 0x110000; ++c) {
    const bool is_space = u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
    if (is_white_space(c) != is_space) FAIL_CHECK(c);
  }
  CHECK(is_white_space('\n'));
}

TEST_CASE("punctuation: nothing is taken for it that Unicode calls otherwise") {
  for (std::uint32_t c = 0; c < 0x110000; ++c) {
    if (is_punctuation(c) && is_assigned(c) && !is_punctuation_by_unicode(c)) FAIL_CHECK(c);
  }
}

TEST_CASE("punctuation: that of European, Arabic and East Asian texts, and emoji, are known") {
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  for (const auto& [first, last] :
       {Range{0, 0x2C1}, Range{0x400, 0x481}, Range{0x531, 0x6DD}, Range{0x900, 0x970},
        Range{0x2000, 0x206F}, Range{0x20A0, 0x20CF}, Range{0x2190, 0x245F}, Range{0x3000, 0x302F},
        Range{0xFF00, 0xFF70}, Range{0x1F300, 0x1FAFF}}) {
    for (std::uint32_t c = first; c <= last; ++c) {
      if (is_punctuation_by_unicode(c) && !is_punctuation(c)) FAIL_CHECK(c);
    }
  }
}

}  // namespace
}  // namespace petition_box
