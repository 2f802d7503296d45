#pragma once

#include <cstdint>

// What is said between the browser and the module that gives advice, as Bytes (markup/bytes.hpp).
// From the browser, as to the box's module: a code, which tells nothing, the time and 16 random
// bytes; then the kind of a field, and what stands in it. To the browser: advice.
extern "C" {

// Where the browser writes a message of so many bytes. Valid until the next call.
char* petition_advice_message(std::uint32_t size);

// Takes the message that was written; gives the advice. Valid until the next call.
const char* petition_advice_answer();
}
