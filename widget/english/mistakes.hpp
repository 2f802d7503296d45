#pragma once

#include <string>

#include <json/mistake.hpp>

namespace petition_box {

// The mistake with English words in place of the code of what was expected. The box has no such
// words: it names the code to whoever embeds it.
json::Mistake in_english(json::Mistake mistake);

// json::describe of them in English.
std::string describe_in_english(json::Mistakes mistakes);

}  // namespace petition_box
