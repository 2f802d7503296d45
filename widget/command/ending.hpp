#pragma once

#include <string>

namespace petition_box {

// Why a program ends before it has begun.
struct Ending {
  std::string misuse;  // what is wrong with its options, in English, in lines; empty: nothing is
  std::string help;    // empty: where it would hide what is wrong
};

// Writes the help, and before it what is wrong, where users look for it. The exit status: 0, or 2
// where something is wrong.
int end(const Ending& ending);

}  // namespace petition_box
