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
  answered.answer.status = static_cast<int>(cursor.number());
  answered.answer.retry_after = cursor.text();
  answered.answer.retry_at = static_cast<std::int64_t>(std::min(cursor.number(), latest_moment));
  answered.answer.date = static_cast<std::int64_t>(std::min(cursor.number(), latest_moment));
  answered.answer.sent_on = cursor.byte() != 0;
  answered.answer.body = cursor.text();
  return answered;
}

std::optional<Message> read_decided(Cursor& cursor) {
  Decided decided;
  decided.ticket = static_cast<Ticket>(cursor.number());
  decided.allowed = cursor.byte() != 0;
  return decided;
}

std::optional<Message> read_coloured(Cursor& cursor) {
  Coloured coloured;
  if (cursor.byte() == 0) return coloured;
  coloured.accent.emplace();
  for (std::uint8_t& channel : *coloured.accent) channel = cursor.byte();
  return coloured;
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
    case MessageCode::decided:
      return read_decided(cursor);
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
