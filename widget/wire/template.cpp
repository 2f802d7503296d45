#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <json/decimal.hpp>
#include <json/make.hpp>
#include <json/write.hpp>
#include <unicode/ascii.hpp>
#include <wire/template.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Member;
using json::Place;
using json::Value;

enum class Operator : std::uint8_t { eval, choose, json, merge, map, none };

constexpr std::array<std::string_view, 5> operators{"$eval", "$if", "$json", "$merge", "$map"};

Operator operator_named(std::string_view name) {
  return static_cast<Operator>(std::find(operators.begin(), operators.end(), name) -
                               operators.begin());
}

// What JSON-e keeps for itself: "$word", and "$$", which stands for one "$" that is meant.
bool is_reserved(std::string_view name) {
  if (name.substr(0, 2) == "$$") return true;
  return name.size() > 1 && name[0] == '$' && is_letter(name[1]) &&
         std::all_of(name.begin() + 1, name.end(), is_alphanumeric);
}

// The names in "each(v)" or "each(v,k)", of which the second may be empty; none where it is
// neither.
struct Each {
  std::string_view value;
  std::string_view key;
};

bool is_variable(std::string_view name) {
  const auto fits = [](char c) { return is_alphanumeric(c) || c == '_'; };
  return !name.empty() && !is_digit(name[0]) && std::all_of(name.begin(), name.end(), fits);
}

std::optional<Each> each_in(std::string_view name) {
  constexpr std::string_view begin = "each(";
  if (name.substr(0, begin.size()) != begin || name.back() != ')') return std::nullopt;
  name = name.substr(begin.size(), name.size() - begin.size() - 1);
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos) {
    return is_variable(name) ? std::optional<Each>({name, {}}) : std::nullopt;
  }
  std::string_view key = name.substr(comma + 1);
  key.remove_prefix(std::min(key.find_first_not_of(' '), key.size()));
  name = name.substr(0, comma);
  if (!is_variable(name) || !is_variable(key)) return std::nullopt;
  return Each{name, key};
}

// Whether the member may stand beside the operator.
bool is_beside(Operator what, std::string_view name) {
  if (what == Operator::choose) return name == "then" || name == "else";
  return what == Operator::map && each_in(name);
}

Place member_of(const Place& object, const Member& member) {
  return {&member.value, &object, member.name};
}

Place item_of(const Place& list, std::size_t index) {
  return {&list.value->members[index].value, &list, {}, index};
}

struct Made {
  Value value;
  bool is_left_out = false;  // then the value is an empty object, as JSON-e has it
};

// Goes through a template. Without a scope it only reads: what is made then means nothing, and all
// the mistakes of the template are noted. With one it stops at the first.
class Rendering {
 public:
  explicit Rendering(Reader& reader) : reader_(reader) {}

  // Whether it could be made.
  bool render(const Place& place, const Scope* scope, Made& made) {
    const Value& value = *place.value;
    if (!work_.spend(1)) return fail(place, work_.expected);
    switch (value.kind) {
      case Kind::text:
        made.value = json::make(Kind::text);
        return render_text(value.text, place, scope, made.value.text);
      case Kind::array:
        return render_items(place, scope, made.value);
      case Kind::object:
        return render_object(place, scope, made);
      default:
        made.value = value;
        return true;
    }
  }

  bool render_address(const Place& place, const Scope* scope, std::string& address) {
    is_address_ = true;
    return render_text(place.value->text, place, scope, address);
  }

 private:
  bool fail(const Place& place, const char* what) {
    reader_.expected(place, what);
    work_.expected = nullptr;
    return false;
  }

  // A text with the values of its expressions.
  bool render_text(std::string_view text, const Place& place, const Scope* scope,
                   std::string& into) {
    for (;;) {
      const std::size_t begin = text.find("${");
      const std::string_view before = text.substr(0, begin);
      if (!work_.spend(before.size())) return fail(place, work_.expected);
      into += before;
      if (begin == std::string_view::npos) return true;
      if (!before.empty() && before.back() == '$') return fail(place, "no_escape");
      text.remove_prefix(begin + 2);
      const Value value = evaluate(text, scope, work_);
      if (work_.expected != nullptr) return fail(place, work_.expected);
      if (text.empty() || text.front() != '}') return fail(place, "expression");
      text.remove_prefix(1);
      if (!append(value, into)) return fail(place, "text_or_number");
    }
  }

  bool append(const Value& value, std::string& into) const {
    if (!is_address_ || into.empty()) return json::append_plain(value, into);
    std::string text;
    if (!json::append_plain(value, text)) return false;
    percent_encode(text, into);
    return true;
  }

  bool render_items(const Place& place, const Scope* scope, Value& list) {
    list = json::make(Kind::array);
    for (std::size_t i = 0; i < place.value->members.size(); ++i) {
      if (!add_item(item_of(place, i), scope, list) && scope != nullptr) return false;
    }
    return true;
  }

  bool add_item(const Place& place, const Scope* scope, Value& list) {
    Made item;
    if (!render(place, scope, item)) return false;
    if (!item.is_left_out) list.members.push_back({{}, std::move(item.value)});
    return true;
  }

  bool render_object(const Place& place, const Scope* scope, Made& made) {
    const Member* found = nullptr;
    for (const Member& member : place.value->members) {
      if (!is_reserved(member.name)) continue;
      if (found != nullptr || operator_named(member.name) == Operator::none) {
        return fail(member_of(place, member), "operator");
      }
      found = &member;
    }
    if (found == nullptr) return render_members(place, scope, made.value);
    const Operator what = operator_named(found->name);
    for (const Member& member : place.value->members) {
      if (&member == found || is_beside(what, member.name)) continue;
      return fail(member_of(place, member), "beside_operator");
    }
    return operate(what, member_of(place, *found), place, scope, made);
  }

  bool render_members(const Place& place, const Scope* scope, Value& object) {
    object = json::make(Kind::object);
    for (const Member& member : place.value->members) {
      const Place here = member_of(place, member);
      if (!add_member(here, scope, object) && scope != nullptr) return false;
    }
    return true;
  }

  // Nobody looks at the name of what is left out.
  bool add_member(const Place& place, const Scope* scope, Value& object) {
    Made made;
    std::string name;
    const bool is_made = render(place, scope, made);
    if (scope != nullptr && (!is_made || made.is_left_out)) return is_made;
    return render_text(place.name, place, scope, name) &&
           put(place, object, name, std::move(made.value));
  }

  bool put(const Place& place, Value& object, std::string_view name, Value value) {
    if (!work_.spend(object.members.size())) return fail(place, work_.expected);
    json::put(object, name, std::move(value));
    return true;
  }

  // Operand: the member with the operator, of the object.
  bool operate(Operator what, const Place& operand, const Place& object, const Scope* scope,
               Made& made) {
    switch (what) {
      case Operator::eval:
        return render_expression(operand, scope, made.value);
      case Operator::choose:
        return choose(operand, object, scope, made);
      case Operator::json:
        return write_json(operand, scope, made.value);
      case Operator::merge:
        return merge(operand, scope, made.value);
      case Operator::map:
        return map(operand, object, scope, made.value);
      case Operator::none:
        break;
    }
    return false;
  }

  bool render_expression(const Place& place, const Scope* scope, Value& value) {
    if (!place.holds(Kind::text)) return fail(place, "expression");
    std::string_view text = place.value->text;
    value = evaluate(text, scope, work_);
    if (work_.expected != nullptr) return fail(place, work_.expected);
    return text.empty() || fail(place, "expression");
  }

  bool choose(const Place& condition, const Place& object, const Scope* scope, Made& made) {
    Value value;
    const bool is_read = render_expression(condition, scope, value);
    if (scope == nullptr) {
      for (const char* branch : {"then", "else"}) take_branch(object, branch, scope, made);
      return is_read;
    }
    return is_read && take_branch(object, is_truthy(value) ? "then" : "else", scope, made);
  }

  bool take_branch(const Place& object, const char* name, const Scope* scope, Made& made) {
    const Place branch = Reader::member(object, name);
    if (branch.value != nullptr) return render(branch, scope, made);
    made = {json::make(Kind::object), true};
    return true;
  }

  bool write_json(const Place& place, const Scope* scope, Value& text) {
    Made made;
    if (!render(place, scope, made)) return false;
    text = json::make_text(json::write(made.value, json::Order::by_name));
    return work_.spend(text.text.size()) || fail(place, work_.expected);
  }

  bool merge(const Place& place, const Scope* scope, Value& merged) {
    Made list;
    if (!render(place, scope, list)) return false;
    merged = json::make(Kind::object);
    if (scope == nullptr) return true;
    if (list.value.kind != Kind::array) return fail(place, "list_of_objects");
    for (Member& item : list.value.members) {
      if (item.value.kind != Kind::object) return fail(place, "list_of_objects");
      if (!put_all(place, merged, item.value)) return false;
    }
    return true;
  }

  bool put_all(const Place& place, Value& object, Value& more) {
    for (Member& member : more.members) {
      if (!put(place, object, member.name, std::move(member.value))) return false;
    }
    return true;
  }

  bool map(const Place& place, const Place& object, const Scope* scope, Value& mapped) {
    // Each item comes by the names of the member that is not the operator.
    const auto& members = object.value->members;
    if (members.size() != 2) return fail(object, "beside_operator");
    const Member& each = members[operator_named(members[0].name) == Operator::map ? 1 : 0];
    const Place what = member_of(object, each);
    Made all;
    const bool is_made = render(place, scope, all);
    if (scope == nullptr) return render(what, nullptr, all) && is_made;
    if (!is_made) return false;
    const bool is_list = all.value.kind == Kind::array;
    if (!is_list && all.value.kind != Kind::object) return fail(place, "object_or_list");
    mapped = json::make(all.value.kind);
    for (std::size_t i = 0; i < all.value.members.size(); ++i) {
      if (!work_.spend(cost_of(all.value.members[i].value))) return fail(place, work_.expected);
      const Value names = names_of(*each_in(each.name), all.value, i);
      const Scope inner{names, scope};
      if (!(is_list ? add_item(what, &inner, mapped) : add_members(what, inner, mapped))) {
        return false;
      }
    }
    return true;
  }

  // What the names of an each(...) stand for.
  static Value names_of(const Each& each, const Value& all, std::size_t index) {
    const Member& member = all.members[index];
    const bool is_list = all.kind == Kind::array;
    Value names = json::make(Kind::object);
    Value value = member.value;
    if (!is_list && each.key.empty()) {
      value = json::make(Kind::object);
      json::put(value, "key", json::make_text(member.name));
      json::put(value, "val", member.value);
    }
    json::put(names, each.value, std::move(value));
    if (!each.key.empty()) {
      json::put(names, each.key,
                is_list ? json::make_integer(static_cast<std::int64_t>(index))
                        : json::make_text(member.name));
    }
    return names;
  }

  bool add_members(const Place& place, const Scope& scope, Value& object) {
    Made made;
    if (!render(place, &scope, made)) return false;
    if (made.value.kind != Kind::object) return fail(place, "object_of_each");
    return put_all(place, object, made.value);
  }

  Reader& reader_;
  Work work_;
  bool is_address_ = false;
};

}  // namespace

void read_template(const Place& place, Reader& reader) {
  Made made;
  if (place.value != nullptr) Rendering(reader).render(place, nullptr, made);
}

void read_address(const Place& place, Reader& reader) {
  std::string address;
  if (!reader.text(place).empty()) Rendering(reader).render_address(place, nullptr, address);
}

std::optional<Value> render(const Place& place, const Value& names, Reader& reader) {
  Made made;
  const Scope scope{names};
  if (place.value == nullptr) return Value();
  if (!Rendering(reader).render(place, &scope, made)) return std::nullopt;
  return made.is_left_out ? Value() : std::move(made.value);
}

std::optional<std::string> render_address(const Place& place, const Value& names, Reader& reader) {
  std::string address;
  const Scope scope{names};
  if (place.value == nullptr) return address;
  if (!Rendering(reader).render_address(place, &scope, address)) return std::nullopt;
  return address;
}

}  // namespace petition_box
