#include <array>
#include <chrono>
#include <cstdlib>

#include <sys/random.h>

#include <endpoint/environment.hpp>
#include <wire/signature.hpp>

namespace petition_box::endpoint {

std::int64_t now() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
}

std::string new_uuid() {
  std::array<unsigned char, 16> random{};
  // Never short for so few bytes (getrandom(2)); without randomness nothing here may go on.
  if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
    std::abort();
  return make_uuid(random);
}

}  // namespace petition_box::endpoint
