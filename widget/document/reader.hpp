#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <document/proofreader.hpp>
#include <document/text.hpp>
#include <document/whole.hpp>
#include <json/mistake.hpp>
#include <json/place.hpp>

namespace petition_box {

// The code of what a document has to say, a string literal; null where it need not. A program whose
// mistakes do not say what they expect has no such codes in it.
class Requirement {
 public:
  Requirement(const char* code)  // NOLINT(google-explicit-constructor)
      : code_(json::mistakes_say_what || code == nullptr ? code : "") {}

  const char* code() const { return code_; }

 private:
  const char* code_;
};

using Names = std::initializer_list<const char*>;

// The places of a list's items, made as they are asked for. The list must outlive them.
class Items {
 public:
  struct Iterator {
    const Items& items;
    std::size_t at;

    json::Place operator*() const { return items[at]; }
    Iterator& operator++() { return ++at, *this; }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };

  // Of no list there are none.
  explicit Items(const json::Place* list) : list_(list) {}

  std::size_t size() const { return list_ == nullptr ? 0 : list_->value->members.size(); }
  json::Place operator[](std::size_t at) const {
    return {&list_->value->members[at].value, list_, {}, at};
  }

  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  const json::Place* list_;
};

// Reads values at places of a document, and notes what is wrong with them. A value that cannot be
// read comes back empty, and reading goes on, so that its author learns of everything at once. At a
// place without a value everything reads as empty, and nothing is noted. The names of members and
// the codes of what is expected (english/mistakes.cpp) are string literals.
class Reader {
 public:
  // Of the languages, the petition's own comes first. Proofreader: null where there is none.
  Reader(std::vector<std::string> languages, json::Mistakes& mistakes,
         const Proofreader* proofreader = nullptr)
      : languages_(std::move(languages)), mistakes_(mistakes), proofreader_(proofreader) {}

  // Notes a mistake at each member of these names that the object has.
  void refuse(const json::Place& object, Names names, const char* what);

  // Notes that something else was expected at the place.
  void expected(const json::Place& place, const char* what);

  // The member of that name. The object must outlive the place.
  static json::Place member(const json::Place& object, const char* name);

  // The same, where the object must have it; `what` tells its author what it is.
  json::Place required(const json::Place& object, const char* name, Requirement what);

  // Whether the place has a value that the program reads, of what only the whole one does: a
  // mistake to others (document/whole.hpp).
  bool whole(const json::Place& place) {
    if (!is_whole && place.value != nullptr) expected(place, "");
    return is_whole && place.value != nullptr;
  }

  // Of the list at the place, which must have one at least.
  Items items(const json::Place& list);
  Items items(const json::Place&& list) = delete;

  // Whether the place holds an object. Notes a warning for each member whose name is neither among
  // these nor among the rare ones and does not begin with "x-".
  bool object(const json::Place& place, Names names, Names rare = {});

  // A text of at least one visible character, without control characters except the line feed.
  std::string text(const json::Place& place);

  // The same, which has to fit.
  std::string word(const json::Place& place, bool (*fits)(std::string_view), const char* what);

  // A text in the petition's first language, or an object from language tag to text.
  void translated(const json::Place& place, Text& text);

  // The same, with markup in it.
  void running_text(const json::Place& place, Text& text);

  // These read a member: one that the object must have, where it is told what it is. A link is an
  // address that is_link accepts.
  void translated(const json::Place& object, const char* name, Text& text,
                  Requirement what = nullptr);
  void link(const json::Place& object, const char* name, std::string& url,
            Requirement what = nullptr);

  // Whether the place holds a value of that kind; notes a mistake where it holds another.
  bool is(const json::Place& place, json::Kind kind);

 private:
  json::Mistake& note(const json::Place& place, const char* expected, const char* found,
                      json::Severity severity);

  void translations(const json::Place& place, Text& text);

  std::vector<std::string> languages_;
  json::Mistakes& mistakes_;
  const Proofreader* proofreader_;
};

}  // namespace petition_box
