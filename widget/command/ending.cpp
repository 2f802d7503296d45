#include <iostream>

#include <command/ending.hpp>

namespace petition_box {

int end(const Ending& ending) {
  if (ending.misuse.empty()) {
    std::cout << ending.help << std::flush;
    return 0;
  }
  std::cerr << ending.misuse << '\n' << ending.help << std::flush;
  return 2;
}

}  // namespace petition_box
