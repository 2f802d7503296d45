#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <json/decimal.hpp>
#include <json/locate.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box::json {

const Value* Value::find(std::string_view name) const {
  if (kind != Kind::object) return nullptr;
  for (const Member& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

std::string_view Value::text_of(std::string_view name) const {
  const Value* value = find(name);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "true or false";
    case Kind::integer:
      return "a whole number";
    case Kind::fraction:
      return "a number";
    case Kind::text:
      return "a text";
    case Kind::array:
      return "a list";
    case Kind::object:
      return "an object";
  }
  return "";
}

namespace {

std::size_t hash_of(std::string_view name) {
  std::size_t hash = 0;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash ^ hash >> 15U;
}

// The first member whose name another has before it; null where there is none. The names are looked
// up in a table by their hashes, for comparing each with all would take a time that grows with
// their square.
const Member* second_of_a_name(const std::vector<Member>& members) {
  std::size_t size = 2;
  while (size < members.size() * 2) size *= 2;
  std::vector<const Member*> table(size);
  for (const Member& member : members) {
    std::size_t at = hash_of(member.name);
    while (const Member* other = table[at & (size - 1)]) {
      if (other->name == member.name) return &member;
      ++at;
    }
    table[at & (size - 1)] = &member;
  }
  return nullptr;
}

// The integer that is written so; none where 64 bits are too few.
std::optional<std::int64_t> integer_of(std::string_view written) {
  const bool is_negative = written.front() == '-';
  if (is_negative) written.remove_prefix(1);
  const std::uint64_t most = std::numeric_limits<std::int64_t>::max() + std::uint64_t{is_negative};
  std::uint64_t number = 0;
  for (const char c : written) {
    const std::uint64_t digit = static_cast<unsigned char>(c - '0');
    if (number > (most - digit) / 10) return std::nullopt;
    number = number * 10 + digit;
  }
  return static_cast<std::int64_t>(is_negative ? 0 - number : number);
}

// Reads a text by the grammar of RFC 8259, a function for a rule of it. Each returns whether to go
// on: at the first mistake, which is kept, all of them return. Only the limit of depth bounds their
// calls of each other, and with them the destructor of what is read.
class Parser {
 public:
  // The rest of a text that is not UTF-8 is not looked at: reading stops where it begins.
  Parser(std::string_view text, Limits limits)
      : all_(text),
        text_(text.substr(0, valid_bytes_of(text))),
        limits_(limits),
        at_(begin_of(text_)) {}

  std::variant<Value, Mistake> run() && {
    Value root;
    const Place whole{&root};
    if (read_value(root, whole, 0) && (peek_past_blanks() != '\0' || at_ < all_.size()))
      malformed(whole);
    if (mistake_) return std::move(*mistake_);
    return root;
  }

 private:
  bool read_value(Value& value, const Place& here, std::size_t depth) {
    switch (peek_past_blanks()) {
      case '{':
        return read_container(value, Kind::object, '}', here, depth);
      case '[':
        return read_container(value, Kind::array, ']', here, depth);
      case '"':
        value.kind = Kind::text;
        return read_text(value.text) || malformed(here);
      case 't':
        value.boolean = true;
        value.kind = Kind::boolean;
        return read_word("true") || malformed(here);
      case 'f':
        value.kind = Kind::boolean;
        return read_word("false") || malformed(here);
      case 'n':
        return read_word("null") || malformed(here);
      default:
        return read_number(value) || malformed(here);
    }
  }

  bool read_container(Value& value, Kind kind, char end, const Place& here, std::size_t depth) {
    value.kind = kind;
    if (depth + 1 >= limits_.depth) {
      return too_many(here, limits_.depth, " levels");
    }
    ++at_;
    if (peek_past_blanks() == end) return take(end);
    do {
      if (!read_member(value, here, depth)) return false;
    } while (peek_past_blanks() == ',' && take(','));
    return take(end) ? names_differ(value, here) : malformed(here);
  }

  bool read_member(Value& value, const Place& here, std::size_t depth) {
    Member& member = value.members.emplace_back();
    const bool is_object = value.kind == Kind::object;
    if (is_object && (peek_past_blanks() != '"' || !read_text(member.name))) return malformed(here);
    const Place place{&member.value, &here, member.name, value.members.size() - 1};
    if (++members_ > limits_.members) {
      return too_many(place, limits_.members, " members");
    }
    if (is_object && (peek_past_blanks() != ':' || !take(':'))) return malformed(place);
    return read_value(member.value, place, depth + 1);
  }

  bool names_differ(const Value& value, const Place& here) {
    if (value.kind == Kind::array) return true;
    const Member* repeated = second_of_a_name(value.members);
    if (repeated == nullptr) return true;
    return stop({nullptr, &here, repeated->name}, "a name that is used once in its object",
                "the name a second time");
  }

  // From the quotation mark to behind the other one.
  bool read_text(std::string& into) {
    ++at_;
    for (;;) {
      const std::size_t begin = at_;
      while (static_cast<unsigned char>(peek()) >= ' ' && peek() != '"' && peek() != '\\') ++at_;
      into += text_.substr(begin, at_ - begin);
      if (take('"')) return true;
      if (!take('\\') || !read_escape(into)) return false;
    }
  }

  bool read_escape(std::string& into) {
    constexpr std::string_view written = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const std::size_t index = written.find(peek());
    if (index != std::string_view::npos) {
      into += meant[index];
      ++at_;
      return true;
    }
    std::uint32_t first = 0;
    if (!read_unit(first) || (first >> 10U) == 0x37) return false;
    if ((first >> 10U) == 0x36) {
      std::uint32_t second = 0;
      if (!take('\\') || !read_unit(second) || (second >> 10U) != 0x37) return false;
      first = 0x10000 + ((first & 0x3FFU) << 10U) + (second & 0x3FFU);
    }
    append_code_point(into, first);
    return true;
  }

  // A code unit of UTF-16 as "u" and four hexadecimal digits.
  bool read_unit(std::uint32_t& unit) {
    if (!take('u')) return false;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char small = static_cast<char>(peek() | 0x20);
      if (is_digit(peek())) {
        unit = unit * 16 + static_cast<unsigned char>(peek() - '0');
      } else if (small >= 'a' && small <= 'f') {
        unit = unit * 16 + static_cast<unsigned char>(small - 'a' + 10);
      } else {
        return false;
      }
    }
    return true;
  }

  bool read_number(Value& value) {
    const std::size_t begin = at_;
    take('-');
    if (!take('0') && !read_digits()) return false;
    const std::size_t whole = at_;
    if (take('.') && !read_digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!read_digits()) return false;
    }
    const std::string_view written = text_.substr(begin, at_ - begin);
    if (at_ == whole) {
      if (const auto integer = integer_of(written)) {
        value.kind = Kind::integer;
        value.integer = *integer;
        return true;
      }
    }
    value.kind = Kind::fraction;
    value.text = written;
    return true;
  }

  bool read_digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ > begin;
  }

  bool read_word(std::string_view word) {
    for (const char c : word) {
      if (!take(c)) return false;
    }
    return true;
  }

  // NUL at the end, which no rule takes for anything else either.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // What comes after the blanks.
  char peek_past_blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
    return peek();
  }

  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  bool malformed(const Place& here) {
    stop(here, "well-formed JSON", "the end of the text");
    mistake_->offset = at_;
    if (mistakes_say_what && at_ < all_.size()) {
      const auto [line, column] = position_at(all_, at_);
      mistake_->found = "a syntax error at line " + decimal(line) + ", column " + decimal(column);
    }
    return false;
  }

  bool too_many(const Place& here, std::size_t most, const char* what) {
    stop(here, "at most ", "more");
    if (mistakes_say_what) (mistake_->expected += decimal(most)) += what;
    return false;
  }

  bool stop(const Place& here, const char* expected, const char* found) {
    mistake_.emplace().pointer = pointer(here);
    if (mistakes_say_what) {
      mistake_->expected = expected;
      mistake_->found = found;
    }
    return false;
  }

  std::string_view all_;
  std::string_view text_;
  Limits limits_;
  std::size_t at_;
  std::size_t members_ = 0;
  std::optional<Mistake> mistake_;
};

}  // namespace

std::variant<Value, Mistake> parse(std::string_view text, Limits limits) {
  if (text.size() > limits.bytes) {
    Mistake mistake;
    if (mistakes_say_what) mistake = {{}, "at most " + decimal(limits.bytes) + " bytes", "more"};
    return mistake;
  }
  return Parser(text, limits).run();
}

}  // namespace petition_box::json
