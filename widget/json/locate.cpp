#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <json/decimal.hpp>
#include <json/locate.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>

namespace petition_box::json {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::size_t begin_of(std::string_view text) {
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// The name of a member, from its text with the quotes.
std::string name_in(std::string_view quoted) {
  const auto parsed = parse(quoted, {quoted.size(), 1});
  const auto* value = std::get_if<Value>(&parsed);
  return value == nullptr ? std::string() : value->text;
}

// Goes through a text from value to value, and keeps where the pointer leads.
class Search {
 public:
  Search(std::string_view text, std::string_view pointer)
      : text_(text), pointer_(pointer), at_(begin_of(text)), found_(at_) {}

  std::size_t offset() && {
    while (at_ < text_.size() && times_ < 2) step();
    return found_;
  }

 private:
  // An array or object that the search is in.
  struct Container {
    bool is_object;
    std::size_t path_size;  // of its own pointer
    std::size_t items = 0;
    bool is_named = false;  // the name of the next value has been read
  };

  void step() {
    switch (text_[at_]) {
      case '{':
      case '[':
        visit();
        open_.push_back({text_[at_] == '{', path_.size()});
        ++at_;
        break;
      case '}':
      case ']':
        if (!open_.empty()) {
          path_.resize(open_.back().path_size);
          open_.pop_back();
        }
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
      path_.resize(open_.back().path_size);
      append_token(path_, name_in(text_.substr(at_, end - at_)));
      open_.back().is_named = true;
    }
    at_ = end;
  }

  // A value begins here.
  void visit() {
    if (!open_.empty()) {
      Container& container = open_.back();
      if (!container.is_object) {
        path_.resize(container.path_size);
        append_token(path_, decimal(container.items++));
      }
      container.is_named = false;
    }
    const bool leads_there = pointer_.substr(0, path_.size()) == path_ &&
                             (path_.size() == pointer_.size() || pointer_[path_.size()] == '/');
    if (!leads_there || path_.size() < found_path_size_) return;
    found_ = at_;
    found_path_size_ = path_.size();
    if (path_.size() == pointer_.size()) ++times_;
  }

  std::string_view text_;
  std::string_view pointer_;
  std::size_t at_;
  std::size_t found_;
  std::size_t found_path_size_ = 0;
  int times_ = 0;  // that the pointer's own value was found
  std::string path_;
  std::vector<Container> open_;
};

}  // namespace

Position position_at(std::string_view text, std::size_t offset) {
  Position position;
  const std::size_t end = std::min(offset, text.size());
  for (std::size_t i = begin_of(text); i < end; ++i) {
    if (text[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else if (!continues_code_point(text[i])) {
      ++position.column;
    }
  }
  return position;
}

Position locate(std::string_view text, std::string_view pointer) {
  return position_at(text, Search(text, pointer).offset());
}

Position locate(std::string_view text, const Mistake& mistake) {
  if (mistake.offset != unknown_offset) return position_at(text, mistake.offset);
  return locate(text, mistake.pointer);
}

}  // namespace petition_box::json
