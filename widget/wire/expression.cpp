#include <algorithm>
#include <cstdint>
#include <forward_list>
#include <string>
#include <utility>

#include <json/equal.hpp>
#include <json/make.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>
#include <wire/expression.hpp>
#include <wire/retry_after.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Value;

constexpr const char* an_expression = "expression";

bool continues_name(char c) { return is_alphanumeric(c) || c == '_'; }

// Reads an expression by the grammar of JSON-e, a function for a rule of it, and gives its value,
// which lives as long as this and the names. After the first failure whatever is read means
// nothing.
class Evaluation {
 public:
  Evaluation(std::string_view text, const Scope* scope, Work& work)
      : rest_(text), scope_(scope), work_(work) {}

  // a || b
  const Value* either() {
    const Value* left = both();
    while (take("||")) left = decided(*left, true, &Evaluation::both);
    return left;
  }

  // What comes after it.
  std::string_view rest() {
    skip_blanks();
    return rest_;
  }

 private:
  using Rule = const Value* (Evaluation::*)();

  // a && b
  const Value* both() {
    const Value* left = equality();
    while (take("&&")) left = decided(*left, false, &Evaluation::equality);
    return left;
  }

  // What the left side and the one that is read by the rule are together. A left side that decides
  // by itself leaves the right one without a value.
  const Value* decided(const Value& left, bool decides, Rule right_side) {
    const Scope* const scope = scope_;
    const bool is_decided = is_truthy(left) == decides;
    if (is_decided) scope_ = nullptr;
    const bool right = is_truthy(*(this->*right_side)());
    scope_ = scope;
    return truth(is_decided ? decides : right);
  }

  // a == b, a != b
  const Value* equality() {
    const Value* left = operand();
    for (;;) {
      const bool is_same = take("==");
      if (!is_same && !take("!=")) return left;
      const Value* right = operand();
      work_.spend(cost_of(*left) + cost_of(*right));
      left = truth(json::equal(*left, *right) == is_same);
    }
  }

  // A value, and what is asked of it: a.b, a[b], !a
  const Value* operand() {
    bool negates = false;
    bool holds = true;
    for (; take("!"); holds = !holds) negates = true;
    if (++depth_ > most_depth) work_.fail("shallow_expression");
    const Value* value = work_.spend(1) ? unit() : nothing();
    while (work_.expected == nullptr && (next() == '.' || next() == '[')) {
      // JSON-e reads !a.b as (!a).b, which is nothing.
      if (negates) work_.fail("parentheses");
      value = access(*value);
    }
    --depth_;
    return negates ? truth(is_truthy(*value) == holds) : value;
  }

  const Value* unit() {
    const char first = next();
    const Value* value = nullptr;
    if (take("(")) {
      value = either();
      close(")");
    } else if (first == '\'' || first == '"') {
      value = literal(first);
    } else {
      value = word();
    }
    skip_blanks();
    return value;
  }

  const Value* access(const Value& value) {
    const bool is_member = take(".");
    const Value* item = nullptr;
    if (is_member) {
      item = item_of(value, json::make_text(std::string(name())), true);
    } else {
      take("[");
      item = item_of(value, *either(), false);
      close("]");
    }
    skip_blanks();
    return item;
  }

  void close(std::string_view bracket) {
    if (!take(bracket)) work_.fail(an_expression);
  }

  const Value* literal(char quote) {
    const std::size_t end = rest_.find(quote, 1);
    if (end == std::string_view::npos) {
      work_.fail(an_expression);
      return nothing();
    }
    const std::string_view text = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    return keep(json::make_text(std::string(text)));
  }

  const Value* word() {
    const std::string_view word = plain_word();
    if (word == "true" || word == "false") return truth(word == "true");
    if (const auto number = whole_number_in(word)) return keep(json::make_integer(*number));
    if (word == "null" || !is_name(word) || scope_ == nullptr) return nothing();
    if (const Value* value = scope_->find(word)) return value;
    work_.fail("known_name");
    return nothing();
  }

  // Of a member, after the dot.
  std::string_view name() {
    skip_blanks();
    const std::string_view word = plain_word();
    if (word == "true" || word == "false" || word == "null") work_.fail(an_expression);
    is_name(word);
    return word;
  }

  bool is_name(std::string_view word) {
    if (!word.empty() && !is_digit(word.front()) && word != "in") return true;
    return work_.fail(an_expression);
  }

  std::string_view plain_word() {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), continues_name);
    const std::string_view word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(word.size());
    return word;
  }

  // a.b wants an object that has it; a[b] is null where the object has it not.
  const Value* item_of(const Value& value, const Value& key, bool must_have) {
    if (scope_ == nullptr || work_.expected != nullptr) return nothing();
    if (value.kind == Kind::object && key.kind == Kind::text) {
      work_.spend(value.members.size());
      const Value* member = value.find(key.text);
      if (member == nullptr && must_have) work_.fail("known_name");
      return member == nullptr ? nothing() : member;
    }
    const bool is_text = value.kind == Kind::text;
    if (key.kind != Kind::integer || (!is_text && value.kind != Kind::array)) {
      work_.fail("object_or_list");
      return nothing();
    }
    const std::size_t size = is_text ? length_of(value.text) : value.members.size();
    const auto length = static_cast<std::int64_t>(size);
    const std::int64_t index =
        key.integer < 0 ? std::max<std::int64_t>(length + key.integer, 0) : key.integer;
    if (index >= length) {
      work_.fail("known_item");
      return nothing();
    }
    if (!is_text) return &value.members[static_cast<std::size_t>(index)].value;
    work_.spend(value.text.size());
    return keep(json::make_text(std::string(code_point_at(value.text, index))));
  }

  static std::string_view code_point_at(std::string_view text, std::int64_t index) {
    for (; index > 0; --index) text.remove_prefix(first_code_point(text).bytes);
    return text.substr(0, first_code_point(text).bytes);
  }

  const Value* keep(Value value) {
    made_.push_front(std::move(value));
    return &made_.front();
  }

  const Value* truth(bool holds) { return keep(json::make_boolean(holds)); }
  const Value* nothing() { return keep({}); }

  char next() const { return rest_.empty() ? '\0' : rest_.front(); }

  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n\r\v\f"), rest_.size()));
  }

  bool take(std::string_view sign) {
    skip_blanks();
    if (rest_.substr(0, sign.size()) != sign) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  static constexpr int most_depth = 32;

  std::string_view rest_;
  const Scope* scope_;  // null: only read
  Work& work_;
  int depth_ = 0;
  std::forward_list<Value> made_;
};

}  // namespace

const Value* Scope::find(std::string_view name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer) {
    if (const Value* value = scope->names.find(name)) return value;
  }
  return nullptr;
}

bool Work::fail(const char* what) {
  if (expected == nullptr) expected = what;
  return false;
}

bool Work::spend(std::size_t cost) {
  if (expected != nullptr || cost > left) return fail("less_work");
  left -= cost;
  return true;
}

std::size_t cost_of(const Value& value) {
  std::size_t cost = 1 + value.text.size() + value.members.size() * value.members.size();
  for (const json::Member& member : value.members) {
    cost += member.name.size() + cost_of(member.value);
  }
  return cost;
}

bool is_truthy(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return false;
    case Kind::boolean:
      return value.boolean;
    case Kind::integer:
      return value.integer != 0;
    case Kind::fraction:
      // Of 0.0e9 only the digits before the e are those of the number.
      return value.text.substr(0, value.text.find_first_of("eE")).find_first_of("123456789") !=
             std::string::npos;
    case Kind::text:
      return !value.text.empty();
    case Kind::array:
    case Kind::object:
      break;
  }
  return !value.members.empty();
}

Value evaluate(std::string_view& text, const Scope* scope, Work& work) {
  Evaluation evaluation(text, scope, work);
  const Value* value = evaluation.either();
  text = evaluation.rest();
  return work.spend(cost_of(*value)) ? *value : Value();
}

}  // namespace petition_box
