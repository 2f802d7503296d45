#pragma once

#include <random>
#include <string>

namespace petition_box::documents {

// A document that asks for whatever comes to its author's mind, and in one case of four tries to
// have something ticked, chosen or required beforehand. What is not a petition is refused.
std::string any(std::mt19937& random);

}  // namespace petition_box::documents
