#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace petition_box {

struct NameValue {
  std::string name;
  std::string value;
};

// application/x-www-form-urlencoded (URL standard, section 5), UTF-8.
std::string write_urlencoded(const std::vector<NameValue>& pairs);

// Never fails: what is not well formed is taken as it stands, as the standard says.
std::vector<NameValue> read_urlencoded(std::string_view body);

}  // namespace petition_box
