// Any bytes as a request of the builder's page.

#include <fuzz/expect.hpp>

#include <string_view>

#include <builder/answer.hpp>
#include <unit/icu/remembering_icu.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  static const RememberingIcu platform;
  const std::string_view request(reinterpret_cast<const char*>(data), size);
  // The numbers of mistakes and of texts, at the least.
  expect(answer_builder(request, platform).size() >= 2);
  return 0;
}
