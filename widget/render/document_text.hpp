#pragma once

#include <optional>
#include <string>

namespace petition_box {

// What messages call the operand: its own name, and <stdin> for "-".
std::string shown_name(const std::string& operand);

// The text of the file; for "-", of standard input. Nothing where it cannot be read, or holds more
// than 16 MB.
std::optional<std::string> read_text(const std::string& operand);

}  // namespace petition_box
