#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <json/decimal.hpp>
#include <json/locate.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
#include <json/terse_parser.hpp>

namespace petition_box::json {

const Value* Value::find(std::string_view name) const {
  if (kind != Kind::object) return nullptr;
  for (const Member& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
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

std::string line_and_column(std::string_view text, std::size_t offset) {
  const auto [line, column] = position_at(text, offset);
  return "line " + decimal(line) + ", column " + decimal(column);
}

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

// Receives the values from nlohmann's parser and puts up the tree. The parser itself keeps no stack
// of calls, so only the depth limit below bounds the tree, and with it the tree's destructor.
class Builder {
 public:
  Builder(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

  bool null() {
    put(Kind::null);
    return goes_on();
  }

  bool boolean(bool truth) {
    put(Kind::boolean).boolean = truth;
    return goes_on();
  }

  bool number_integer(std::int64_t number) {
    put(Kind::integer).integer = number;
    return goes_on();
  }

  bool number_unsigned(std::uint64_t number) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (number > most) return number_float(0, decimal(number));
    return number_integer(static_cast<std::int64_t>(number));
  }

  bool number_float(double /*unused*/, const std::string& written) {
    put(Kind::fraction).text = written;
    return goes_on();
  }

  bool string(std::string& written) {
    put(Kind::text).text = std::move(written);
    return goes_on();
  }

  bool binary(nlohmann::json::binary_t& /*unused*/) { return false; }

  bool start_object(std::size_t /*unknown*/) { return open(Kind::object); }
  bool start_array(std::size_t /*unknown*/) { return open(Kind::array); }
  bool end_object() {
    const Value& object = *open_.back();
    open_.pop_back();
    const Member* repeated = second_of_a_name(object.members);
    if (repeated == nullptr) return true;
    std::string path = pointer_here();
    append_token(path, repeated->name);
    mistake_ = {std::move(path), "a name that is used once in its object",
                "the name a second time"};
    return false;
  }

  bool end_array() {
    open_.pop_back();
    return true;
  }

  bool key(std::string& name) {
    add_member(std::move(name));
    named_ = true;
    return goes_on();
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const Exception& /*unused*/) {
    const std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    const bool at_end = offset == text_.size();
    stop("well-formed JSON",
         at_end ? "the end of the text" : "a syntax error at " + line_and_column(text_, offset));
    if (mistake_->offset == unknown_offset) mistake_->offset = offset;
    return false;
  }

  std::variant<Value, Mistake> finish() && {
    // The parser takes NUL for the end of the text.
    const std::size_t nul = text_.find('\0');
    if (!mistake_ && nul != std::string_view::npos) parse_error(nul + 1, {}, 0);
    if (mistake_) return std::move(*mistake_);
    return std::move(root_);
  }

 private:
  Value& next() {
    if (open_.empty()) return root_;
    if (!std::exchange(named_, false)) add_member({});
    return open_.back()->members.back().value;
  }

  void add_member(std::string name) {
    open_.back()->members.emplace_back().name = std::move(name);
    if (++members_ > limits_.members) {
      stop("at most " + decimal(limits_.members) + " members", "more");
    }
  }

  bool goes_on() const { return !mistake_; }

  Value& put(Kind kind) {
    Value& value = next();
    value.kind = kind;
    return value;
  }

  bool open(Kind kind) {
    // An open container stays where it is: what holds it grows only after it was closed.
    open_.push_back(&put(kind));
    if (open_.size() < limits_.depth) return goes_on();
    open_.pop_back();
    return stop("at most " + decimal(limits_.depth) + " levels", "more");
  }

  std::string pointer_here() const {
    std::string path;
    for (const Value* container : open_) {
      if (container->members.empty()) break;
      if (container->kind == Kind::array) {
        append_token(path, decimal(container->members.size() - 1));
      } else {
        append_token(path, container->members.back().name);
      }
    }
    return path;
  }

  bool stop(std::string expected, std::string found) {
    if (!mistake_) mistake_ = {pointer_here(), std::move(expected), std::move(found)};
    return false;
  }

  std::string_view text_;
  Limits limits_;
  Value root_;
  std::vector<Value*> open_;
  std::size_t members_ = 0;
  bool named_ = false;  // the last member of the innermost object waits for its value
  std::optional<Mistake> mistake_;
};

}  // namespace

std::variant<Value, Mistake> parse(std::string_view text, Limits limits) {
  if (text.size() > limits.bytes) {
    return Mistake{{}, "at most " + decimal(limits.bytes) + " bytes", "more"};
  }
  Builder builder(text, limits);
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder);
  return std::move(builder).finish();
}

}  // namespace petition_box::json
