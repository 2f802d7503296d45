#pragma once

#include <string>
#include <variant>
#include <vector>

#include <command/ending.hpp>

namespace petition_box {

struct CheckOptions {
  bool json = false;
  bool strict = false;
  std::vector<std::string> served;  // documents as they are served
  std::string language;             // that every text must have; empty: none
  std::vector<std::string> documents;
};

std::variant<CheckOptions, Ending> read_check_options(int argc, char** argv);

}  // namespace petition_box
