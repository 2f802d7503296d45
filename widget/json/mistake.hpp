#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace petition_box::json {

enum class Severity : std::uint8_t { error, warning };

constexpr std::size_t unknown_offset = static_cast<std::size_t>(-1);

// One thing that is wrong in a JSON text, for the person who wrote it.
struct Mistake {
  std::string pointer;   // JSON pointer (RFC 6901); empty for the whole text
  std::string expected;  // in English, as "a text", or a code of english/mistakes.cpp
  std::string found;     // in English; empty where the thing is missing
  Severity severity = Severity::error;
  std::size_t offset = unknown_offset;  // in bytes: where the text is no JSON
};

using Mistakes = std::vector<Mistake>;

// Whether mistakes say what was expected and found; else only where. All that people write
// documents with does. The box, which readers download, does not (wasm/only_places.cpp):
// petition-check is at hand for whoever looks into its console.
extern const bool mistakes_say_what;

// Whether they say where. They do not in the usual module (wasm/usual.cpp): a document with an
// error is read again by the whole one.
extern const bool mistakes_say_where;

// Adds a mistake, which says what was expected and found where mistakes do.
Mistake& note(Mistakes& mistakes, std::string pointer, const char* expected, const char* found,
              Severity severity = Severity::error);

// Adds the others at the end.
void append(Mistakes& mistakes, Mistakes others);

// Whether one of them is more than a warning.
bool has_error(const Mistakes& mistakes);

// The mistakes as lines "/title: expected a text, found a number", or "/title".
std::string describe(const Mistakes& mistakes);

}  // namespace petition_box::json
