#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// The text of a page with the characters that its references stand for (HTML standard,
// #character-reference-state): numbers, and the names that people write in texts of European
// languages. Any other stays as it is written.
std::string with_characters(std::string_view text);

}  // namespace petition_box
