#pragma once

#include <cstdint>

// What is said between the browser and the module for what comes after a signature, as Bytes
// (markup/bytes.hpp). The build takes the names and values for the browser's side from here.
namespace petition_box {

// From the browser. After the code: the time and 16 random bytes, as to the box's module, then what
// is listed.
enum class ShareMessage : std::uint8_t {
  begin,  // document, language in which it is shown, tag of the words, words, tag of headings;
          // addresses of the page, its canonical one, that of the page around it; 1 if the browser
          // shares, 1 if it has a clipboard
  press,  // name, what is in the field for a server
  end,    // name; 0: done, 1: given up, 2: impossible
};

// To the browser, after the changes.
enum class ShareEffect : std::uint8_t {
  end,
  share,  // title, text, address
  copy,   // text
  open,   // address, in a window of its own
  raise,  // way
  focus,  // id
};

}  // namespace petition_box

extern "C" {

// Where the browser writes a message of so many bytes. Valid until the next call.
char* petition_share_message(std::uint32_t size);

// Takes the message that was written; gives the changes and the effects. Valid until the next call.
const char* petition_share_update();
}
