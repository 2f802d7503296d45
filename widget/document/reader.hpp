#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <document/text.hpp>
#include <json/mistake.hpp>
#include <json/place.hpp>

namespace petition_box {

// Reads values at places of a document, and notes what is wrong with them. A value that cannot be read
// comes back empty: reading goes on, so that its author learns of everything at once.
class Reader {
 public:
  Reader(std::vector<std::string> languages, json::Mistakes& mistakes)
      : languages_(std::move(languages)), mistakes_(mistakes) {}

  void expected(const json::Place& place, std::string what);
  void missing(const json::Place& object, std::string_view name, std::string what);

  // The kind is right, or a mistake is noted.
  bool is(const json::Place& place, json::Kind kind);

  // Notes a warning for each member whose name is not among these or begins with "x-".
  void only(const json::Place& object, std::initializer_list<std::string_view> names);

  // A text of at least one character, without control characters except the line feed.
  std::string text(const json::Place& place);

  // A text in the petition's first language, or an object from language tag to text.
  Text translated(const json::Place& place);

  // An address that is_link accepts.
  std::string link(const json::Place& place);

  // Calls `read` with the place of the member, where the object has it.
  template <class Read>
  bool member(const json::Place& object, std::string_view name, Read read) {
    const json::Value* value = object.value.find(name);
    if (value != nullptr) read(json::Place{*value, &object, name});
    return value != nullptr;
  }

  template <class Read>
  void required(const json::Place& object, std::string_view name, std::string_view what,
                Read read) {
    if (!member(object, name, read)) missing(object, name, std::string(what));
  }

  // Calls `read` with the place of each item, where the place holds a list with one at least.
  template <class Read>
  void each(const json::Place& list, Read read) {
    if (!is(list, json::Kind::array)) return;
    if (list.value.members.empty()) expected(list, "a list with at least one item");
    std::size_t index = 0;
    for (const json::Member& item : list.value.members) {
      read(json::Place{item.value, &list, {}, index++});
    }
  }

 private:
  std::vector<std::string> languages_;
  json::Mistakes& mistakes_;
};

}  // namespace petition_box
