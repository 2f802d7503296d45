// Each line of standard input becomes a line of standard output: true where it is the description
// of a protocol without errors, else false.

#include <iostream>
#include <string>

#include <wire/read_description.hpp>

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const bool is_accepted = petition_box::read_description(line).description.has_value();
    std::cout << (is_accepted ? "true" : "false") << '\n';
  }
  return 0;
}
