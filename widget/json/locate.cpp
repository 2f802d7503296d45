#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <variant>
#include <vector>

#include <json/decimal.hpp>
#include <json/locate.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>

namespace petition_box::json {
namespace {

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// The name of a member, from its text with the quotes.
std::string name_in(std::string_view quoted) {
  const auto parsed = parse(quoted, {quoted.size(), 1});
  const auto* value = std::get_if<Value>(&parsed);
  return value == nullptr ? std::string() : value->text;
}

// The places that are looked for, as a tree from the whole document down to them.
class Wanted {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t whole = 0;

  // The node of the place at the pointer.
  std::size_t add(std::string_view pointer) {
    std::size_t node = whole;
    while (!pointer.empty()) {
      // A pointer's tokens are told apart as they are written: each has one way to be.
      const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
      const auto [child, is_new] =
          nodes_[node].children.emplace(pointer.substr(0, end), nodes_.size());
      const std::size_t next = child->second;
      if (is_new) nodes_.push_back({node, {}});
      node = next;
      pointer.remove_prefix(end);
    }
    return node;
  }

  bool leads_on(std::size_t node) const { return node != none && !nodes_[node].children.empty(); }

  // None where nothing that is looked for is there.
  std::size_t child(std::size_t node, std::string_view name) const {
    if (!leads_on(node)) return none;
    std::string token;
    append_token(token, name);
    const auto child = nodes_[node].children.find(token);
    return child == nodes_[node].children.end() ? none : child->second;
  }

  // Here begins the value at the node.
  void found(std::size_t node, std::size_t offset) {
    if (node == none || nodes_[node].times == 2) return;
    nodes_[node].offset = offset;
    ++nodes_[node].times;
  }

  // Of the node, or else of its nearest parent.
  std::size_t offset_of(std::size_t node) const {
    while (node != whole && nodes_[node].times == 0) node = nodes_[node].parent;
    return nodes_[node].offset;
  }

 private:
  struct Node {
    std::size_t parent;
    std::map<std::string, std::size_t, std::less<>> children;
    std::size_t offset = 0;
    int times = 0;
  };

  std::vector<Node> nodes_{{none, {}}};
};

// Goes through a text from value to value, and tells those that are looked for where they are.
class Search {
 public:
  Search(std::string_view text, Wanted& wanted)
      : text_(text), wanted_(wanted), at_(begin_of(text)) {
    wanted_.found(Wanted::whole, at_);
  }

  void run() && {
    while (at_ < text_.size()) step();
  }

 private:
  // An array or object that the search is in.
  struct Container {
    bool is_object;
    std::size_t node;
    std::size_t items = 0;
    bool is_named = false;                 // the name of the next value has been read
    std::size_t next_node = Wanted::none;  // of the value that has this name
  };

  void step() {
    switch (text_[at_]) {
      case '{':
      case '[': {
        const std::size_t node = visit();
        open_.push_back({text_[at_] == '{', node});
        ++at_;
        break;
      }
      case '}':
      case ']':
        if (!open_.empty()) open_.pop_back();
        ++at_;
        break;
      case '"':
        read_text();
        break;
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ',':
      case ':':
        ++at_;
        break;
      default:
        visit();
        at_ = std::min(text_.find_first_of(" \t\r\n,:\"[]{}", at_), text_.size());
    }
  }

  void read_text() {
    const bool is_name = !open_.empty() && open_.back().is_object && !open_.back().is_named;
    if (!is_name) visit();
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    end = std::min(end + 1, text_.size());
    if (is_name) {
      Container& object = open_.back();
      object.is_named = true;
      object.next_node = wanted_.leads_on(object.node)
                             ? wanted_.child(object.node, name_in(text_.substr(at_, end - at_)))
                             : Wanted::none;
    }
    at_ = end;
  }

  // A value begins here. Gives its node.
  std::size_t visit() {
    std::size_t node = seen_ ? Wanted::none : Wanted::whole;
    if (!open_.empty()) {
      Container& container = open_.back();
      node = container.is_object ? container.next_node
                                 : wanted_.child(container.node, decimal(container.items++));
      container.is_named = false;
    }
    seen_ = true;
    wanted_.found(node, at_);
    return node;
  }

  std::string_view text_;
  Wanted& wanted_;
  std::size_t at_;
  bool seen_ = false;  // the whole document has begun
  std::vector<Container> open_;
};

// Goes on from one offset to a later one.
void advance(Position& position, std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, text.size()); ++i) {
    if (text[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else if (!continues_code_point(text[i])) {
      ++position.column;
    }
  }
}

// The positions of the offsets, in their order.
std::vector<Position> positions_at(std::string_view text, const std::vector<std::size_t>& offsets) {
  std::vector<std::size_t> order(offsets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t one, std::size_t other) { return offsets[one] < offsets[other]; });
  std::vector<Position> positions(offsets.size());
  Position position;
  std::size_t at = begin_of(text);
  for (const std::size_t index : order) {
    advance(position, text, at, offsets[index]);
    at = std::max(at, offsets[index]);
    positions[index] = position;
  }
  return positions;
}

}  // namespace

std::size_t begin_of(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

Position position_at(std::string_view text, std::size_t offset) {
  Position position;
  advance(position, text, begin_of(text), offset);
  return position;
}

std::vector<Position> locate(std::string_view text, const Mistakes& mistakes) {
  Wanted wanted;
  std::vector<std::size_t> nodes;
  nodes.reserve(mistakes.size());
  for (const Mistake& mistake : mistakes) nodes.push_back(wanted.add(mistake.pointer));
  Search(text, wanted).run();
  std::vector<std::size_t> offsets;
  offsets.reserve(mistakes.size());
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    const bool is_known = mistakes[i].offset != unknown_offset;
    offsets.push_back(is_known ? mistakes[i].offset : wanted.offset_of(nodes[i]));
  }
  return positions_at(text, offsets);
}

}  // namespace petition_box::json
