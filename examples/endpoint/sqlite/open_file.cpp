#include <sys/stat.h>

#include <endpoint/sqlite/open_file.hpp>

namespace petition_box::endpoint::sqlite {

OpenFile::OpenFile(std::string path) : path_(std::move(path)), first_(identity()) {}

bool OpenFile::is_still_there() const { return first_ && first_ == identity(); }

std::optional<OpenFile::Identity> OpenFile::identity() const {
  struct stat found {};
  if (stat(path_.c_str(), &found) != 0) return std::nullopt;
  return Identity{found.st_dev, found.st_ino};
}

}  // namespace petition_box::endpoint::sqlite
