#pragma once

#include <string>
#include <tuple>
#include <vector>

#include <endpoint/sqlite/database.hpp>

namespace petition_box::endpoint::sqlite {

// One thing that a table or view has: {"people", "the column name_key BLOB not null"}.
struct Trait {
  std::string of;
  std::string what;

  bool operator<(const Trait& other) const {
    return std::tie(of, what) < std::tie(other.of, other.what);
  }
};

// What a database consists of.
struct Shape {
  std::vector<Trait> traits;  // sorted
  std::string error;          // empty, or why it cannot be read
};

Shape shape_of(Database& database);

// Empty, or the first thing in which the database differs from what is expected, in one line. It
// may have tables, views and indexes of its own besides, but no column more and no further
// uniqueness: those decide what can be kept.
std::string difference(const Shape& expected, const Shape& found);

}  // namespace petition_box::endpoint::sqlite
