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
  std::string embed;                // the folder of the box's files; empty: the usual
  std::string answer;               // a file with an endpoint's answer; empty: none
  bool request = false;             // show what a signature sends
  std::vector<std::string> documents;
};

std::variant<CheckOptions, Ending> read_check_options(int argc, char** argv);

}  // namespace petition_box
