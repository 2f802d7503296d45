#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box {

// Words that are marked alike.
struct Run {
  std::string text;
  bool emphasis = false;
  bool strong = false;
  std::size_t link = 0;  // the number of the link that they belong to; 0: none
  std::string address;   // of the link; is_link accepts it
};

// Whether the text begins with a backslash that takes the meaning from the mark after it
// (CommonMark 0.31.2, #backslash-escapes).
bool is_escape(std::string_view text);

// Where a link leads.
struct Target {
  std::string address;     // empty: there is none
  std::size_t length = 0;  // of its source, in bytes
};

// The target that the text begins with: an address that is_link accepts, in parentheses (CommonMark
// 0.31.2, #link-destination). Neither blanks nor a title may be with it.
Target target_at(std::string_view text);

// Reads the inline markup of CommonMark 0.31.2 that a petition may use: emphasis
// (#emphasis-and-strong-emphasis), links (#links) such as [words](https://example.org/), and
// backslash escapes. All else is text, as are a link that has no such target
// or no words, and an image. Emphasis in emphasis is emphasis. Takes time in proportion to the
// length of the source.
std::vector<Run> read_running_text(std::string_view source);

}  // namespace petition_box
