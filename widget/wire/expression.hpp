#pragma once

#include <cstddef>
#include <string_view>

#include <json/value.hpp>

namespace petition_box {

// The names that an expression may use, those of a $map before those outside of it.
struct Scope {
  const json::Value& names;  // an object
  const Scope* outer = nullptr;

  // Null where there is none of that name.
  const json::Value* find(std::string_view name) const;
};

// What a template may still cost, and what was expected where it went wrong. Descriptions come from
// whoever writes a document: none may take the time or the memory of a visitor.
struct Work {
  std::size_t left = 4'000'000;    // of values looked at, bytes copied and the like
  const char* expected = nullptr;  // a code of english/mistakes.cpp

  // Always false, for whoever returns it.
  bool fail(const char* what);

  // Whether there was that much left, and nothing has failed.
  bool spend(std::size_t cost);
};

// What it costs to copy the value, or to compare it.
std::size_t cost_of(const json::Value& value);

// Whether JSON-e takes the value for true: neither null, false, 0 nor empty.
bool is_truthy(const json::Value& value);

// The value of the expression that the text begins with, of which the text is rid then. Without a
// scope it is read only, and every name is null. A subset of JSON-e's expressions
// (https://json-e.js.org/language.html#expression-syntax): names, a.b, a[b], 'texts' and "texts",
// whole numbers, true, false, null, ==, !=, !, &&, || and parentheses. Null where the work failed.
json::Value evaluate(std::string_view& text, const Scope* scope, Work& work);

}  // namespace petition_box
