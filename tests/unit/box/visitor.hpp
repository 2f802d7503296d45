#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <box/update.hpp>
#include <markup/node.hpp>
#include <unit/icu/remembering_icu.hpp>

namespace petition_box {

// What the browser says of a field that was typed into, and of a box that was ticked or unticked.
Entered typed(const std::string& field, const std::string& text, bool finished);
Entered ticking(const std::string& consent, bool given);

// A box and whoever is before it: sends it what would happen, and keeps what it wants done.
class Visitor {
 public:
  // Its random bytes are the same for the same seed.
  explicit Visitor(unsigned seed = 1);

  Model model;
  Effects effects;              // of the last message
  bool shows = false;           // whether it may have changed the view
  std::vector<Effect> history;  // of all messages
  std::vector<std::pair<Message, Moment>> sent;
  std::int64_t now;  // ms since 1970

  void send(Message message);

  // The page says where things are.
  void configure(const std::string& languages = "en");

  // Answers what was asked for last at an address that ends so.
  void answer(const std::string& url, Response answer);
  void answer_signature(Response answer);

  // Wakes the box, as long after as it asked.
  void wake();

  // The form has been shown for a moment, and names all countries now.
  void name_countries();

  void type(const std::string& field, const std::string& text, bool finished = true);
  void fill_in();  // everything that the petition `documents::small` or the health-data petition
                   // asks for
  void tick(const std::string& consent, bool given = true);
  // Declines the second question, where it is asked.
  void submit(bool permitted = true);  // by the page
  void press(const std::string& name);
  void permit(bool permitted = true);  // what the page was asked for last

  // The name of the stage, as the view says it: "trying-again".
  std::string state() const;
  Node view() const;

  const Fetch* last_fetch(const std::string& url) const;
  const Wake* last_wake() const;
  std::vector<std::string> raised() const;   // names of events, of all messages
  std::vector<std::string> focused() const;  // ids, of the last message

 private:
  std::mt19937 random_;
  RememberingIcu platform_;
};

// A visitor before a box that shows the petition of a document, in English.
Visitor reader_of(const std::string& document);

// The first node for which `fits` is true, in document order; null where there is none.
template <class Fits>
const Node* find(const Node& node, const Fits& fits) {
  if (fits(node)) return &node;
  for (const auto& child : node.children) {
    if (const Node* found = find(*child, fits)) return found;
  }
  return nullptr;
}

// All text in the node, in document order.
std::string text_of(const Node& node);

// The text of a file, from the top of the repository.
std::string read_file(const std::string& path);

// The catalogue of the language with its consent wording, as the build puts them together.
const std::string& catalogue_text(const std::string& tag);

}  // namespace petition_box
