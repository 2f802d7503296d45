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

void read_configured(Cursor& cursor, Configuration& configuration) {
  configuration.src = cursor.text();
  configuration.endpoint = cursor.text();
  configuration.protocol = cursor.text();
  configuration.base = cursor.text();
  configuration.languages = tags_in(cursor.text());
  configuration.heading_level = heading_level_in(cursor.text());
  const std::uint8_t found = cursor.byte();
  configuration.pre_rendered = found != 0;
  configuration.closed = found == 2;
  const std::uint64_t count = cursor.number();
  if (count != 0) configuration.count = static_cast<std::int64_t>(count - 1);
}

std::int64_t read_moment(Cursor& cursor) {
  return static_cast<std::int64_t>(std::min(cursor.number(), latest_moment));
}

Ticket read_ticket(Cursor& cursor) { return static_cast<Ticket>(cursor.number()); }

void read_response(Cursor& cursor, Response& response) {
  response.status = static_cast<int>(cursor.number());
  response.retry_after = cursor.text();
  response.retry_at = read_moment(cursor);
  response.date = read_moment(cursor);
  response.type = cursor.text();
  response.body = cursor.text();
  const std::uint8_t what_else = cursor.byte();
  response.sent_on = what_else == 1;
  response.offline = what_else == 2;
  response.timed_out = what_else == 3;
}

void read_accent(Cursor& cursor, std::optional<Colour>& accent) {
  if (cursor.byte() == 0) return;
  for (std::uint8_t& channel : accent.emplace()) channel = cursor.byte();
}

// What is said to come and does not is nothing: the bytes end where they end.
void read_entries(Cursor& cursor, std::vector<Entry>& entries) {
  for (std::uint64_t left = cursor.number(); left > 0 && !cursor.at_end(); --left) {
    Entry& entry = entries.emplace_back();
    entry.name = cursor.text();
    for (std::uint64_t values = cursor.number(); values > 0 && !cursor.at_end(); --values) {
      entry.values.push_back(cursor.text());
    }
  }
}

template <class Kind>
Kind& begin(std::optional<Message>& message) {
  return *std::get_if<Kind>(&message.emplace(std::in_place_type<Kind>));
}

void read(MessageCode code, Cursor& cursor, std::optional<Message>& message) {
  switch (code) {
    case MessageCode::configured:
      return read_configured(cursor, begin<Configured>(message).configuration);
    case MessageCode::answered: {
      auto& answered = begin<Answered>(message);
      answered.ticket = read_ticket(cursor);
      return read_response(cursor, answered.response);
    }
    case MessageCode::woken:
      begin<Woken>(message).ticket = read_ticket(cursor);
      return;
    case MessageCode::back_online:
      begin<BackOnline>(message);
      return;
    case MessageCode::entered: {
      auto& entered = begin<Entered>(message);
      entered.entering = static_cast<Entering>(cursor.byte());
      return read_entries(cursor, entered.entries);
    }
    case MessageCode::submitted:
      return read_entries(cursor, begin<Submitted>(message).entries);
    case MessageCode::pressed:
      begin<Pressed>(message).name = cursor.text();
      return;
    case MessageCode::permitted: {
      auto& permitted = begin<Permitted>(message);
      permitted.ticket = read_ticket(cursor);
      permitted.permitted = cursor.byte() != 0;
      return;
    }
    case MessageCode::coloured:
      return read_accent(cursor, begin<Coloured>(message).accent);
    case MessageCode::draw_anew:
      begin<DrawAnew>(message);
      return;
    case MessageCode::advised: {
      auto& advised = begin<Advised>(message);
      advised.name = cursor.text();
      advised.advice = cursor.text();
      return;
    }
    case MessageCode::seen:
      begin<Seen>(message).seen = cursor.byte() != 0;
      return;
  }
}

}  // namespace

ReadMessage read_message(std::string_view bytes) {
  Cursor cursor(bytes);
  const auto code = static_cast<MessageCode>(cursor.byte());
  ReadMessage message;
  message.moment.now = read_moment(cursor);
  for (unsigned char& byte : message.moment.random) byte = cursor.byte();
  read(code, cursor, message.message);
  return message;
}

}  // namespace petition_box
