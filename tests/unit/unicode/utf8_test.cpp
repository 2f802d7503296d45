#include <unit/catch.hpp>

#include <string>
#include <vector>

#include <unicode/uchar.h>

#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

std::string utf8(UChar32 c) {
  std::string text(4, '\0');
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(text.data(), size, c);
  text.resize(static_cast<std::size_t>(size));
  return text;
}

// Characters that the standard gives a look of their own, and that fonts draw as nothing.
bool is_drawn_blank(UChar32 c) {
  return c == 0x2800 || c == 0xFFFC || c == 0x1D159 || (c >= 0x13441 && c <= 0x13446);
}

// The code points that are wrong, for a check of each would take long.
template <class IsRight>
std::vector<UChar32> wrong_of_all(const IsRight& is_right) {
  std::vector<UChar32> wrong;
  for (UChar32 c = 0; c <= UCHAR_MAX_VALUE; ++c) {
    if (!U_IS_SURROGATE(c) && !is_right(c)) wrong.push_back(c);
  }
  return wrong;
}

TEST_CASE("text: what Unicode says is shown as nothing is not visible") {
  const std::vector<UChar32> wrong = wrong_of_all([](UChar32 c) {
    const bool nothing = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
                         u_isUWhiteSpace(c) != 0 || u_charType(c) == U_CONTROL_CHAR ||
                         u_charType(c) == U_PRIVATE_USE_CHAR || is_drawn_blank(c);
    return !nothing || !has_visible(utf8(c));
  });
  CHECK(wrong == std::vector<UChar32>{});
}

TEST_CASE("text: every letter, number and sign is visible") {
  const std::vector<UChar32> wrong = wrong_of_all([](UChar32 c) {
    constexpr std::uint32_t seen = U_GC_L_MASK | U_GC_N_MASK | U_GC_P_MASK | U_GC_S_MASK;
    const bool is_seen = (U_GET_GC_MASK(c) & seen) != 0 && !is_drawn_blank(c) &&
                         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
    return !is_seen || has_visible("\u2060" + utf8(c));
  });
  CHECK(wrong == std::vector<UChar32>{});
}

TEST_CASE("text: a mark of no script of its own is not visible alone") {
  for (const UChar32 c : {0x0300, 0x0301, 0x036f, 0x0489, 0x05b0, 0x064b, 0x1ab0, 0x1dc0, 0x20d0,
                          0x20dd, 0x302a, 0x3099, 0xfe20}) {
    CAPTURE(c);
    CHECK_FALSE(has_visible(utf8(c)));
    CHECK(has_visible("e" + utf8(c)));
  }
}

TEST_CASE("text: UTF-8 is what RFC 3629 says") {
  for (const std::string bytes :
       {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xF0\x9F\x96", "\xF0\x80\x80\x80", "\xF8\x88\x80\x80\x80"}) {
    CAPTURE(bytes);
    CHECK_FALSE(is_utf8(bytes));
    CHECK_FALSE(is_utf8("Zo" + bytes));
    CHECK_FALSE(is_utf8(bytes + "x"));
    CHECK_FALSE(is_utf8("\u00eb" + bytes + "\u00eb"));
  }
  for (const UChar32 c :
       {0x0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff}) {
    CAPTURE(c);
    CHECK(is_utf8(utf8(c)));
    CHECK(first_code_point(utf8(c)).value == static_cast<std::uint32_t>(c));
  }
  CHECK(is_utf8(""));
}

TEST_CASE("text: the length of a text is counted in code points") {
  CHECK(length_of("") == 0);
  CHECK(length_of("Zo\u00eb") == 3);
  CHECK(length_of("\u65e5\u672c") == 2);
  CHECK(length_of("\U0001f58a") == 1);
}

}  // namespace
}  // namespace petition_box
