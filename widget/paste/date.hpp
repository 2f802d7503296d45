#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <paste/months.hpp>

namespace petition_box::paste {

// "31/01/2024", "31 janvier 2024", "January 31, 2024", "1er mars 2024", "janvier 2024", "01/2024",
// "2024 m. sausio 15": as 2024-01-31, 2024-03-01, 2024-01. Where both numbers could be the month,
// the day is the first. What is no date comes back as it is.
std::string date(std::string_view text, const Months& months);

// The date that the text begins with, as documents have it (embed/petition.schema.json), and how
// many bytes of the text it is; no bytes: there is none.
struct Dated {
  std::string date;
  std::size_t bytes = 0;
};
Dated date_at(std::string_view text, const Months& months);

}  // namespace petition_box::paste
