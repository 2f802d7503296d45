#pragma once

#include <cstdint>

// What is said across the boundary, besides the changes of markup/patch.hpp. Written as Bytes
// (markup/bytes.hpp). The build takes the names and values for the browser's side from here.
namespace petition_box {

// From the browser. After the code: the time in ms since 1970, 16 random bytes, then what is
// listed. Entries: how many, then of each its name, how many values it has, and these.
enum class MessageCode : std::uint8_t {
  configured,   // src, endpoint, protocol, base, catalogues and languages separated by commas,
                // heading; 1 if the page came with the box as HTML, 2 if closed; 1 more than its
                // data-count, 0 where there is none
  answered,     // ticket, status (0: no answer), Retry-After, the same as a moment (ms since 1970;
                // 0: none), Date as one, Content-Type, body; 1 if it was redirected, else 2 if the
                // browser was offline, 3 if the time was over
  woken,        // ticket
  back_online,  //
  entered,      // an Entering (box/message.hpp); entries
  submitted,    // entries, of the whole form
  pressed,      // data-press
  permitted,    // ticket, 1 if the page allows it
  coloured,     // 1 if the page has an accent; its red, green and blue
  draw_anew,    //
  seen,         // 1 if it is in view, 0 if it no longer is
  advised,      // name of a field, what is advised
};

// To the browser, after the changes.
enum class EffectCode : std::uint8_t {
  end,
  fetch,  // ticket, method, URL, Accept, Content-Type (empty: no body), body, other headers, a
          // Following (wire/request.hpp), time-out in ms, most bytes of the answer
  wake,   // ticket, ms
  focus,  // id, 1 if its beginning goes to the top of the view
  show_dialog,  // id
  raise,        // event, ticket (0: nobody asks), number of details, then name and value of each
  report,       // line
  take_whole_module,  //
};

// What the core asks of the platform while it works; the answer is a text.
enum class Question : std::uint8_t {
  number,           // tag, digits
  date,             // tag, year, month, day (0 where not known)
  plural_category,  // tag, digits
  regions,          // tag, codes; the answer: "FRFrance\n", in alphabetical order
  composed,         // text
  ascii_domain,     // domain
  time_zone,        // tag, zone
  language,         // tag
};

}  // namespace petition_box

extern "C" {

// Where the browser writes a message of so many bytes. Valid until the next call.
char* petition_box_message(std::uint32_t size);

// Takes the message that was written; gives the changes and the effects. Valid until the next call.
const char* petition_box_update();

// The browser's part: answers the question written in `size` bytes at `question`. Writes the answer
// to `answer` if it fits into `capacity` bytes; gives its size in any case.
#ifdef __EMSCRIPTEN__
__attribute__((import_module("env"), import_name("petition_box_ask")))
#endif
std::uint32_t
petition_box_ask(const char* question, std::uint32_t size, char* answer, std::uint32_t capacity);
}
