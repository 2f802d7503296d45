#include <algorithm>
#include <string_view>
#include <vector>

#include <json/decimal.hpp>
#include <json/write.hpp>

namespace petition_box::json {
namespace {

// UTF-8 sorts by code points. Those beyond 16 bits, which begin with F0 and more, are surrogates in
// UTF-16 and stand before U+E000 to U+FFFF, which begin with EE and EF.
int weight(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
}

bool is_before(const Member* one, const Member* other) {
  return std::lexicographical_compare(one->name.begin(), one->name.end(), other->name.begin(),
                                      other->name.end(),
                                      [](char a, char b) { return weight(a) < weight(b); });
}

std::vector<const Member*> ordered(const Value& value, Order order) {
  std::vector<const Member*> members;
  for (const Member& member : value.members) {
    const bool sorts = order == Order::by_name && value.kind == Kind::object;
    members.insert(sorts ? std::upper_bound(members.begin(), members.end(), &member, is_before)
                         : members.end(),
                   &member);
  }
  return members;
}

class Writer {
 public:
  explicit Writer(Order order) : order_(order) {}

  void write(const Value& value) {
    switch (value.kind) {
      case Kind::null:
        written_ += "null";
        return;
      case Kind::boolean:
        written_ += value.boolean ? "true" : "false";
        return;
      case Kind::integer:
        written_ += decimal(value.integer);
        return;
      case Kind::fraction:
        written_ += value.text;
        return;
      case Kind::text:
        write_text(value.text);
        return;
      case Kind::array:
      case Kind::object:
        write_members(value);
        return;
    }
  }

  std::string written() && { return std::move(written_); }

 private:
  void write_members(const Value& value) {
    const bool is_object = value.kind == Kind::object;
    char before = is_object ? '{' : '[';
    if (value.members.empty()) written_ += before;
    for (const Member* member : ordered(value, order_)) {
      written_ += before;
      before = ',';
      if (is_object) {
        write_text(member->name);
        written_ += ':';
      }
      write(member->value);
    }
    written_ += is_object ? '}' : ']';
  }

  void write_text(std::string_view text) {
    constexpr std::string_view meant = "\"\\\b\f\n\r\t";
    constexpr std::string_view escapes = "\"\\bfnrt";
    written_ += '"';
    for (const char c : text) {
      const std::size_t escape = meant.find(c);
      const auto byte = static_cast<unsigned char>(c);
      if (escape != std::string_view::npos) {
        written_ += '\\';
        written_ += escapes[escape];
      } else if (byte < 0x20) {
        written_ += "\\u00";
        written_ += static_cast<char>('0' + byte / 16);
        written_ += "0123456789abcdef"[byte % 16];
      } else {
        written_ += c;
      }
    }
    written_ += '"';
  }

  Order order_;
  std::string written_;
};

}  // namespace

bool append_plain(const Value& value, std::string& text) {
  if (value.kind == Kind::array || value.kind == Kind::object) return false;
  if (value.kind == Kind::text) {
    text += value.text;
  } else if (value.kind != Kind::null) {
    text += write(value);
  }
  return true;
}

std::string write(const Value& value, Order order) {
  Writer writer(order);
  writer.write(value);
  return std::move(writer).written();
}

}  // namespace petition_box::json
