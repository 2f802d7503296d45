#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <language/platform.hpp>

namespace petition_box::paste {

// The names of the months, and the words that stand beside them, as the platform writes dates.
class Months {
 public:
  // Languages: BCP 47, the likeliest first: a name may be that of one month here and of another
  // there. English and French are known besides.
  Months(std::vector<std::string> languages, const Platform& platform);

  // From 1; 0: it is the name of none. The word is folded (paste/lines.hpp); at least three letters
  // of a name will do, but for those that two of them begin with; or another last letter, as in
  // another case ("styczniu").
  int named(std::string_view word) const;

  // Whether dates have it beside their numbers and names: "de", the "er" of "1er", a comma.
  bool is_filler(std::string_view token) const;

 private:
  using Names = std::array<std::vector<std::string>, 12>;
  std::vector<Names> languages_;
  std::vector<std::string> fillers_{"er", "st", "nd", "rd",     "th",
                                    "of", ",",  ".",  "\u00ba", "\u00b0"};
};

}  // namespace petition_box::paste
