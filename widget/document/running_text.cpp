#include <array>
#include <utility>

#include <document/link.hpp>
#include <document/running_text.hpp>
#include <language/punctuation.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

// In an address, one in another: so no text is searched for its end over and over.
constexpr std::size_t most_parentheses = 8;

// How many of a kind begin or end: emphasis, strong emphasis.
using Marks = std::array<std::size_t, 2>;

constexpr std::size_t none = static_cast<std::size_t>(-1);

// What the source is cut into: words, a run of * or _ (#delimiter-run), or a bracket.
struct Piece {
  std::string_view text;    // that is shown
  std::string_view target;  // of a link that begins here, in its parentheses
  bool ends_link = false;
  Marks ending{};     // before the text
  Marks beginning{};  // after it
  // Of a run of * or _.
  std::size_t length = 0;
  char kind = 0;
  bool can_open = false;
  bool can_close = false;
  std::size_t below = none;  // on a stack of pieces: the place of the next
};

// Reads one text (CommonMark 0.31.2, #phase-2-inline-structure).
class Source {
 public:
  explicit Source(std::string_view text) : text_(text) {}

  void cut() {
    while (at_ < text_.size()) cut_piece();
    match_delimiters(0);
  }

  std::vector<Run> runs() const;

 private:
  void cut_piece();
  std::size_t add(std::size_t length);
  void open_bracket(std::size_t length);
  void delimit(char kind);
  void close_bracket();
  void match_delimiters(std::size_t start);
  bool match(std::size_t& openers, std::size_t lowest, Piece& closer);

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Piece> pieces_;
  std::size_t brackets_ = none;  // that are open: the place of the last
};

void Source::cut_piece() {
  const std::string_view rest = text_.substr(at_);
  switch (rest[0]) {
    case '*':
    case '_':
      delimit(rest[0]);
      break;
    case '[':
      open_bracket(1);
      break;
    case ']':
      close_bracket();
      break;
    case '!':
      if (rest.substr(0, 2) == "![") {
        open_bracket(2);
      } else {
        add(1);
      }
      break;
    case '\\':
      if (is_escape(rest)) ++at_;
      add(1);
      break;
    default:
      add(rest.find_first_of("*_[]!\\"));
  }
}

std::size_t Source::add(std::size_t length) {
  pieces_.emplace_back();
  pieces_.back().text = text_.substr(at_, length);
  at_ += pieces_.back().text.size();
  return pieces_.size() - 1;
}

void Source::open_bracket(std::size_t length) {
  const std::size_t place = add(length);
  pieces_[place].below = brackets_;
  brackets_ = place;
}

// Beyond either end of a text there is white space.
std::uint32_t code_point_before(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0U) == 0x80) {
  }
  return text.empty() ? '\n' : first_code_point(text.substr(start)).value;
}

std::uint32_t code_point_after(std::string_view text) {
  return text.empty() ? '\n' : first_code_point(text).value;
}

// Which ends of a marked text it may be (#left-flanking-delimiter-run and the rules below that).
void Source::delimit(char kind) {
  const std::uint32_t before = code_point_before(text_.substr(0, at_));
  Piece& piece = pieces_[add(text_.substr(at_).find_first_not_of(kind))];
  const std::uint32_t after = code_point_after(text_.substr(at_));
  const bool leads = is_white_space(before) || is_punctuation(before);
  const bool trails = is_white_space(after) || is_punctuation(after);
  const bool is_left = !is_white_space(after) && (leads || !is_punctuation(after));
  const bool is_right = !is_white_space(before) && (trails || !is_punctuation(before));
  // Within a word, as in snake_case, _ marks nothing.
  const bool splits = kind == '_' && is_left && is_right;
  piece.length = piece.text.size();
  piece.kind = kind;
  piece.can_open = is_left && (!splits || is_punctuation(before));
  piece.can_close = is_right && (!splits || is_punctuation(after));
}

void Source::close_bracket() {
  const std::size_t start = at_;
  add(1);
  if (brackets_ == none) return;
  const std::size_t place = brackets_;
  Piece& opening = pieces_[place];
  brackets_ = opening.below;
  const bool is_image = opening.text.size() > 1;
  const auto words = static_cast<std::size_t>(opening.text.data() - text_.data()) + 1;
  if (is_image || !has_visible(text_.substr(words, start - words))) return;
  const std::size_t length = target_at(text_.substr(at_)).length;
  if (length == 0) return;
  match_delimiters(place);
  // No link is in another.
  brackets_ = none;
  opening.text = {};
  opening.target = text_.substr(at_, length);
  pieces_.back().text = {};
  pieces_.back().ends_link = true;
  at_ += length;
}

// For which closers a search for an opener fails alike.
std::size_t sort_of(const Piece& closer) {
  return closer.length % 3 + (closer.can_open ? 3 : 0) + (closer.kind == '_' ? 6 : 0);
}

bool fit(const Piece& opener, const Piece& closer) {
  if (opener.kind != closer.kind) return false;
  const bool could_be_either = opener.can_close || closer.can_open;
  return !could_be_either || closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

// Marks what is between the closer and the nearest opener that fits, of which none is before the
// lowest. Those in between mark nothing. Whether there was one.
bool Source::match(std::size_t& openers, std::size_t lowest, Piece& closer) {
  std::size_t place = openers;
  while (place != none && place >= lowest && !fit(pieces_[place], closer)) {
    place = pieces_[place].below;
  }
  if (place == none || place < lowest) return false;
  Piece& opener = pieces_[place];
  const bool is_strong = opener.text.size() > 1 && closer.text.size() > 1;
  const std::size_t used = is_strong ? 2 : 1;
  opener.text.remove_suffix(used);
  closer.text.remove_prefix(used);
  ++opener.beginning[is_strong ? 1 : 0];
  ++closer.ending[is_strong ? 1 : 0];
  openers = opener.text.empty() ? opener.below : place;
  return true;
}

// From that piece on; they are done with then (#process-emphasis).
void Source::match_delimiters(std::size_t start) {
  std::size_t openers = none;
  std::array<std::size_t, 12> lowest{};
  for (std::size_t place = start; place < pieces_.size(); ++place) {
    Piece& piece = pieces_[place];
    if (piece.can_close) {
      std::size_t& its_lowest = lowest[sort_of(piece)];
      while (!piece.text.empty() && match(openers, its_lowest, piece)) {
      }
      if (!piece.text.empty()) its_lowest = place;
    }
    if (piece.can_open && !piece.text.empty()) {
      piece.below = openers;
      openers = place;
    }
  }
  for (std::size_t place = start; place < pieces_.size(); ++place) {
    pieces_[place].can_open = pieces_[place].can_close = false;
  }
}

bool are_alike(const Run& one, const Run& other) {
  return one.emphasis == other.emphasis && one.strong == other.strong && one.link == other.link;
}

std::vector<Run> Source::runs() const {
  std::vector<Run> runs;
  std::size_t links = 0;
  Run now;
  Marks open{};
  for (const Piece& piece : pieces_) {
    if (!piece.target.empty()) {
      now.link = ++links;
      now.address = target_at(piece.target).address;
    }
    for (std::size_t kind = 0; kind < 2; ++kind) open[kind] -= piece.ending[kind];
    now.emphasis = open[0] > 0;
    now.strong = open[1] > 0;
    if (!piece.text.empty()) {
      if (runs.empty() || !are_alike(runs.back(), now)) runs.push_back(now);
      runs.back().text += piece.text;
    }
    for (std::size_t kind = 0; kind < 2; ++kind) open[kind] += piece.beginning[kind];
    if (piece.ends_link) now.link = 0;
  }
  return runs;
}

}  // namespace

bool is_escape(std::string_view text) {
  return text.size() > 1 && text[0] == '\\' && static_cast<unsigned char>(text[1]) < 0x80 &&
         is_punctuation(static_cast<std::uint32_t>(text[1]));
}

Target target_at(std::string_view text) {
  if (text.empty() || text.front() != '(') return {};
  std::string address;
  std::size_t open = 0;  // parentheses in the address
  for (std::size_t at = 1; at < text.size() && text[at] != ' '; ++at) {
    const bool is_escaped = is_escape(text.substr(at));
    const char c = text[is_escaped ? ++at : at];
    if (!is_escaped && c == '(' && ++open > most_parentheses) break;
    if (!is_escaped && c == ')' && open-- == 0) {
      if (!is_link(address)) break;
      return {std::move(address), at + 1};
    }
    address += c;
  }
  return {};
}

std::vector<Run> read_running_text(std::string_view source) {
  Source text(source);
  text.cut();
  return text.runs();
}

}  // namespace petition_box
