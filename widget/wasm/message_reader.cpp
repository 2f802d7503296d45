#include <algorithm>
#include <string>

#include <wasm/boundary.hpp>
#include <wasm/message_reader.hpp>

namespace petition_box {
namespace {

// As far as JavaScript counts milliseconds without gaps: sums of such moments cannot overflow.
constexpr std::uint64_t latest_moment = std::uint64_t{1} << 53U;

// Takes apart what Bytes put together. Past the end, everything reads as zero or empty.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t part = byte();
      value |= static_cast<std::uint64_t>(part & 0x7FU) << shift;
      if (part < 0x80) break;
    }
    return value;
  }

  std::string text() {
    // By itself, for it takes bytes away.
    const std::uint64_t wanted = number();
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, bytes_.size()));
    std::string value(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return value;
  }

 private:
  std::string_view bytes_;
};

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(','));
    if (!item.empty()) items.emplace_back(item);
    list.remove_prefix(std::min(list.size(), item.size() + 1));
  }
  return items;
}

std::optional<Message> read_configured(Cursor& cursor) {
  Configuration configuration;
  configuration.src = cursor.text();
  configuration.endpoint = cursor.text();
  configuration.base = cursor.text();
  configuration.languages = split(cursor.text());
  return Configured{std::move(configuration)};
}

std::optional<Message> read_answered(Cursor& cursor) {
  Answered answered;
  answered.ticket = static_cast<Ticket>(cursor.number());
  answered.answer.status = static_cast<int>(cursor.number());
  answered.answer.retry_after = cursor.text();
  answered.answer.body = cursor.text();
  return answered;
}

std::optional<Message> read_input(Cursor& cursor) {
  const std::string name = cursor.text();
  std::string value = cursor.text();
  const bool checked = cursor.byte() != 0;
  const bool finished = cursor.byte() != 0;
  if (const auto field = field_named(name)) return Typed{*field, std::move(value), finished};
  for (const Purpose purpose : all_purposes) {
    if (name_of(purpose) == name) return Ticked{purpose, checked};
  }
  return std::nullopt;
}

std::optional<Message> read(MessageCode code, Cursor& cursor) {
  switch (code) {
    case MessageCode::configured:
      return read_configured(cursor);
    case MessageCode::answered:
      return read_answered(cursor);
    case MessageCode::woken:
      return Woken{static_cast<Ticket>(cursor.number())};
    case MessageCode::back_online:
      return BackOnline{};
    case MessageCode::input:
      return read_input(cursor);
    case MessageCode::submitted:
      return Submitted{};
    case MessageCode::pressed:
      return Pressed{cursor.text()};
  }
  return std::nullopt;
}

}  // namespace

ReadMessage read_message(std::string_view bytes) {
  Cursor cursor(bytes);
  const auto code = static_cast<MessageCode>(cursor.byte());
  Moment moment;
  const std::uint64_t now = cursor.number();
  moment.now = static_cast<std::int64_t>(std::min(now, latest_moment));
  for (unsigned char& byte : moment.random) byte = cursor.byte();
  return {moment, read(code, cursor)};
}

}  // namespace petition_box
