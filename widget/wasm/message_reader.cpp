#include <algorithm>
#include <string>

#include <language/tag.hpp>
#include <markup/cursor.hpp>
#include <wasm/boundary.hpp>
#include <wasm/message_reader.hpp>

namespace petition_box {
namespace {

// As far as JavaScript counts milliseconds without gaps: sums of such moments cannot overflow.
constexpr std::uint64_t latest_moment = std::uint64_t{1} << 53U;

std::optional<Message> read_configured(Cursor& cursor) {
  Configuration configuration;
  configuration.src = cursor.text();
  configuration.endpoint = cursor.text();
  configuration.base = cursor.text();
  configuration.languages = tags_in(cursor.text());
  configuration.heading_level = heading_level_in(cursor.text());
  const std::uint8_t found = cursor.byte();
  configuration.pre_rendered = found != 0;
  configuration.closed = found == 2;
  const std::uint64_t count = cursor.number();
  if (count != 0) configuration.count = static_cast<std::int64_t>(count - 1);
  return Configured{std::move(configuration)};
}

std::optional<Message> read_answered(Cursor& cursor) {
  Answered answered;
  answered.ticket = static_cast<Ticket>(cursor.number());
  answered.response.status = static_cast<int>(cursor.number());
  answered.response.retry_after = cursor.text();
  answered.response.retry_at = static_cast<std::int64_t>(std::min(cursor.number(), latest_moment));
  answered.response.date = static_cast<std::int64_t>(std::min(cursor.number(), latest_moment));
  answered.response.sent_on = cursor.byte() != 0;
  answered.response.body = cursor.text();
  return answered;
}

std::optional<Message> read_permitted(Cursor& cursor) {
  Permitted permitted;
  permitted.ticket = static_cast<Ticket>(cursor.number());
  permitted.permitted = cursor.byte() != 0;
  return permitted;
}

std::optional<Message> read_coloured(Cursor& cursor) {
  Coloured coloured;
  if (cursor.byte() == 0) return coloured;
  coloured.accent.emplace();
  for (std::uint8_t& channel : *coloured.accent) channel = cursor.byte();
  return coloured;
}

// What is said to come and does not is nothing: the bytes end where they end.
std::vector<Entry> read_entries(Cursor& cursor) {
  std::vector<Entry> entries;
  for (std::uint64_t left = cursor.number(); left > 0 && !cursor.at_end(); --left) {
    Entry& entry = entries.emplace_back();
    entry.name = cursor.text();
    for (std::uint64_t values = cursor.number(); values > 0 && !cursor.at_end(); --values) {
      entry.values.push_back(cursor.text());
    }
  }
  return entries;
}

std::optional<Message> read_entered(Cursor& cursor) {
  Entered entered;
  entered.finished = cursor.byte() != 0;
  entered.entries = read_entries(cursor);
  return entered;
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
    case MessageCode::entered:
      return read_entered(cursor);
    case MessageCode::submitted:
      return Submitted{read_entries(cursor)};
    case MessageCode::pressed:
      return Pressed{cursor.text()};
    case MessageCode::permitted:
      return read_permitted(cursor);
    case MessageCode::coloured:
      return read_coloured(cursor);
    case MessageCode::draw_anew:
      return DrawAnew{};
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
