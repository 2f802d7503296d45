#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <json/mistake.hpp>

namespace petition_box {

// What a request of the builder's page is answered with.
struct Reply {
  json::Mistakes mistakes;
  std::string_view document;  // what the mistakes point into; empty: nothing
  std::vector<std::string> texts;
};

inline Reply refusal(std::string expected, std::string found) {
  return {{{{}, std::move(expected), std::move(found)}}, {}, {}};
}

}  // namespace petition_box
