#pragma once

#include <optional>
#include <string>
#include <utility>

#include <sys/types.h>

namespace petition_box::endpoint::sqlite {

// Which file is at a path. A database whose file was moved, removed or replaced goes on writing to
// the old one, where nobody will look for it.
class OpenFile {
 public:
  explicit OpenFile(std::string path);

  // Whether the same file is at the path as when this was made.
  bool is_still_there() const;

 private:
  using Identity = std::pair<dev_t, ino_t>;
  std::optional<Identity> identity() const;

  std::string path_;
  std::optional<Identity> first_;
};

}  // namespace petition_box::endpoint::sqlite
