#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <document/petition.hpp>
#include <json/mistake.hpp>

namespace petition_box {

// The texts that petitions are served with, by petition and version. A text that people have signed
// does not change under its version: nobody could tell afterwards who signed what.
class ServedTexts {
 public:
  // Adds the document as it is served; false where the file cannot be read or holds no petition.
  bool add(const std::string& operand);

  // What is wrong with a document whose petition is served with another text of the same version.
  std::optional<json::Mistake> compare(const Petition& petition, std::string_view document) const;

 private:
  std::map<std::pair<std::string, std::string>, std::string> texts_;
};

}  // namespace petition_box
