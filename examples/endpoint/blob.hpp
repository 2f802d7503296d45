#pragma once

#include <string>

namespace petition_box::endpoint {

// Bytes that are no text.
struct Blob {
  std::string bytes;
};

}  // namespace petition_box::endpoint
