#include <unit/catch.hpp>

#include <string>

#include <form/campaign_source.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box {
namespace {

TEST_CASE("form: a source is cleaned as answers are, and cut") {
  const IcuPlatform platform;
  struct Row {
    std::string written;
    std::string cleaned;
  };
  const Row rows[] = {
      {"", ""},
      {"newsletter", "newsletter"},
      {"  a \n\t b ", "a b"},
      {"Cafe\u0301", "Café"},
      {"a\u202eb\u200b", "ab"},
      {"caf\xE9", ""},
      {std::string(64, 'x'), std::string(64, 'x')},
      {std::string(100'000, 'x'), std::string(64, 'x')},
      {std::string(63, 'x') + "é é", std::string(63, 'x') + "é"},
  };
  for (const auto& [written, cleaned] : rows) {
    CAPTURE(written);
    CHECK(clean_source(written, platform) == cleaned);
  }
}

}  // namespace
}  // namespace petition_box
