#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <endpoint/blob.hpp>

namespace petition_box::endpoint::postgresql {

// As PostgreSQL writes them: "\\x0a1b" (postgresql.org/docs/15/datatype-binary.html).
std::string notation_of(const Blob& blob);

// The values of one column of many rows, as one parameter: an array in PostgreSQL's notation
// (postgresql.org/docs/15/arrays.html#ARRAYS-IO), which unnest() makes rows of again.
class Column {
 public:
  void add(std::string_view text);
  void add(const Blob& blob);
  void add(std::int64_t number);

  std::string array() const { return '{' + items_ + '}'; }

 private:
  void begin_item();

  std::string items_;
};

// The same for several columns: of each row one value to each of them.
template <class... Values, std::size_t size>
void add_row(std::array<Column, size>& columns, const Values&... values) {
  static_assert(sizeof...(values) == size);
  std::size_t column = 0;
  (columns[column++].add(values), ...);
}

}  // namespace petition_box::endpoint::postgresql
