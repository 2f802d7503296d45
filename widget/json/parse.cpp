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

// Receives the values from nlohmann's parser and puts up the tree. The parser itself keeps no stack
// of calls, so only the depth limit below bounds the tree, and with it the tree's destructor.
class Builder {
 public:
  Builder(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

  bool null() {
    put(Kind::null);
    return true;
  }

  bool boolean(bool truth) {
    put(Kind::boolean).boolean = truth;
    return true;
  }

  bool number_integer(std::int64_t number) {
    put(Kind::integer).integer = number;
    return true;
  }

  bool number_unsigned(std::uint64_t number) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (number > most) return number_float(0, decimal(number));
    return number_integer(static_cast<std::int64_t>(number));
  }

  bool number_float(double /*unused*/, const std::string& written) {
    put(Kind::fraction).text = written;
    return true;
  }

  bool string(std::string& written) {
    put(Kind::text).text = std::move(written);
    return true;
  }

  bool binary(nlohmann::json::binary_t& /*unused*/) { return false; }

  bool start_object(std::size_t /*unknown*/) { return open(Kind::object); }
  bool start_array(std::size_t /*unknown*/) { return open(Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    const bool twice = open_.back()->find(name) != nullptr;
    open_.back()->members.emplace_back().name = std::move(name);
    if (twice) return stop("a name that is used once in its object", "the name a second time");
    named_ = true;
    return true;
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
    if (mistake_) return std::move(*mistake_);
    return std::move(root_);
  }

 private:
  Value& next() {
    if (open_.empty()) return root_;
    std::vector<Member>& members = open_.back()->members;
    if (!std::exchange(named_, false)) members.emplace_back();
    return members.back().value;
  }

  Value& put(Kind kind) {
    Value& value = next();
    value.kind = kind;
    return value;
  }

  bool open(Kind kind) {
    // An open container stays where it is: what holds it grows only after it was closed.
    open_.push_back(&put(kind));
    if (open_.size() < limits_.depth) return true;
    open_.pop_back();
    return stop("at most " + decimal(limits_.depth) + " levels", "more");
  }

  bool close() {
    open_.pop_back();
    return true;
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
